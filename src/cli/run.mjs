// Runs a command of this folder: `node src/cli/run.mjs <command> [arguments]`.
// Node 20 cannot run TypeScript, so the command is bundled into build/ first (about 0.1 s).
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle-for-node.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [command = '', ...rest] = process.argv.slice(2);
const source = join(here, `${command}.ts`);

if (!/^[a-z-]+$/.test(command) || !existsSync(source)) {
  console.error(`Unknown command "${command}". See the scripts in package.json.`);
  process.exit(1);
}
const built = await bundleForNode(source);
const { main } = await import(pathToFileURL(built).href);
process.exitCode = await main(rest);
