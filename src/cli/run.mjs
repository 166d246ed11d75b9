// Runs a command of this folder: `node src/cli/run.mjs <command> [arguments]`.
// Node 20 cannot run TypeScript, so the command is bundled into build/ first (about 0.1 s).
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle-for-node.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(here, '..', '..', 'package.json'), 'utf8'));
const [command = '', ...rest] = process.argv.slice(2);
const isKnown = Object.values(scripts).includes(`node src/cli/run.mjs ${command}`);

const built = await bundleForNode(join(here, isKnown ? `${command}.ts` : 'help.ts'));
const { main } = await import(pathToFileURL(built).href);
process.exitCode = await main(isKnown ? rest : [command]);
