import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * The library as it is used elsewhere: one ES module without imports, and its types. Of each thing that it exports the type has its name with
 * a capital; all types stand in `api.ts`, which imports nothing, so they are copied as they are.
 * @throws {Error} esbuild's, when the sources do not bundle
 */
export async function bundleLibrary(
  folder: string,
  version: string,
): Promise<ReadonlyMap<string, string>> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, 'index.ts')],
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2020',
    charset: 'utf8',
    logLevel: 'warning',
  });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const declared = names.map(
    (name) => `export declare const ${name}: ${name.charAt(0).toUpperCase()}${name.slice(1)};\n`,
  );
  const manifest = {
    name: 'plantao-rows',
    version,
    license: 'MIT',
    type: 'module',
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
  };
  return new Map([
    ['index.js', outputFiles.map(({ text }) => text).join('')],
    ['index.d.ts', [readFileSync(join(folder, 'api.ts'), 'utf8'), ...declared].join('\n')],
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
  ]);
}
