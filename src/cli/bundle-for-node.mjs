import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const outFolder = join(findRoot(dirname(fileURLToPath(import.meta.url))), 'build');
let bundles = 0;

/**
 * This file also runs from within a bundle in build/, one folder nearer to the root than its source.
 * @param {string} folder
 * @returns {string}
 */
function findRoot(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/**
 * Bundles one TypeScript entry for Node into build/, packages left outside.
 * The file appears in one step, so a process that starts at the same moment never reads half of it.
 * @param {string} source absolute path of the entry
 * @returns {Promise<string>} absolute path of the bundle
 */
export async function bundleForNode(source) {
  const outfile = join(outFolder, `${basename(source, '.ts')}.mjs`);
  const { outputFiles } = await build({
    entryPoints: [source],
    outfile,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  mkdirSync(outFolder, { recursive: true });
  bundles += 1;
  const unfinished = `${outfile}.${process.pid}.${bundles}`;
  for (const file of outputFiles) writeFileSync(unfinished, file.contents);
  renameSync(unfinished, outfile);
  return outfile;
}
