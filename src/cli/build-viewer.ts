import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../twin/runtime/project-root';
import { fillFolder, type Contents } from './place-files';

const SOURCE = join(projectRoot, 'src', 'twin', 'viewer');
const TARGET = join(projectRoot, 'build', 'viewer');

/** Files of packages that the page loads as they are: nothing comes from the network. */
const VENDOR_FILES: readonly (readonly [file: string, folder: string])[] = [
  ['@odoo/owl/dist/owl.iife.min.js', ''],
  ['@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js', ''],
  ['@odoo/o-spreadsheet/dist/o_spreadsheet.xml', ''],
  ['@odoo/o-spreadsheet/dist/o_spreadsheet.css', ''],
  ['bootstrap/dist/css/bootstrap.min.css', ''],
  ['font-awesome/css/font-awesome.min.css', 'css'],
  ['font-awesome/fonts', 'fonts'],
  ['chart.js/dist/chart.umd.min.js', ''],
  ['@fontsource/arimo/files/arimo-latin-400-normal.woff2', 'fonts'],
  ['@fontsource/arimo/files/arimo-latin-700-normal.woff2', 'fonts'],
];

function findPackageFile(file: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(file) ?? [];
  const found = folders.map((folder) => join(folder, file)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error(`The viewer needs ${file}, which is not installed. Run npm ci.`);
  }
  return found;
}

type Named = readonly [name: string, content: string | Uint8Array];

/** A file, or every file of a folder, as it lies in the package. */
function readVendorFiles([file, folder]: (typeof VENDOR_FILES)[number]): readonly Named[] {
  const path = findPackageFile(file);
  const isFolder = statSync(path).isDirectory();
  const names = isFolder ? readdirSync(path) : [basename(path)];
  const place = ['vendor', folder].filter((part) => part !== '').join('/');
  return names.map((name) => [
    `${place}/${name}`,
    readFileSync(isFolder ? join(path, name) : path),
  ]);
}

async function bundleScripts(): Promise<readonly Named[]> {
  const { outputFiles } = await build({
    entryPoints: { viewer: join(SOURCE, 'main.ts') },
    outdir: TARGET,
    write: false,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, contents }) => [relative(TARGET, path), contents]);
}

async function readViewer(): Promise<Contents> {
  const read = (name: string): Uint8Array => readFileSync(join(SOURCE, name));
  return new Map([
    ...(await bundleScripts()),
    ['index.html', read('viewer.html')],
    ...['viewer.css', 'icon.svg'].map((name) => [name, read(name)] as const),
    ...VENDOR_FILES.flatMap(readVendorFiles),
  ]);
}

/** Builds the viewer page into `build/viewer/`; answers that folder. Throws when a package is missing. */
export async function buildViewer(): Promise<string> {
  fillFolder(TARGET, await readViewer());
  return TARGET;
}
