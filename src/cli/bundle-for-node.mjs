import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Bundles one TypeScript entry for Node into build/, packages left outside.
 * @param {string} source absolute path of the entry
 * @returns {Promise<string>} absolute path of the bundle
 */
export async function bundleForNode(source) {
  const outfile = join(projectRoot, 'build', `${basename(source, '.ts')}.mjs`);
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
