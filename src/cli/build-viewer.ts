import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../twin/runtime/project-root';

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
];

function findPackageFile(file: string): string | null {
  const folders = createRequire(import.meta.url).resolve.paths(file) ?? [];
  return folders.map((folder) => join(folder, file)).find((path) => existsSync(path)) ?? null;
}

async function copyVendorFile(file: string, folder: string): Promise<void> {
  const from = findPackageFile(file);
  if (from === null) {
    throw new Error(`The viewer needs ${file}, which is not installed. Run npm ci.`);
  }
  const to = join(TARGET, 'vendor', folder, folder === 'fonts' ? '' : basename(file));
  await cp(from, to, { recursive: true });
}

async function bundleScripts(): Promise<void> {
  await build({
    entryPoints: { viewer: join(SOURCE, 'main.ts') },
    outdir: TARGET,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
  });
}

/** Builds the viewer page into `build/viewer/`; answers that folder. Throws when a package is missing. */
export async function buildViewer(): Promise<string> {
  await mkdir(join(TARGET, 'vendor'), { recursive: true });
  await Promise.all([
    bundleScripts(),
    writeFile(join(TARGET, 'index.html'), await readFile(join(SOURCE, 'viewer.html'))),
    ...['viewer.css', 'icon.svg'].map((name) => cp(join(SOURCE, name), join(TARGET, name))),
    ...VENDOR_FILES.map(([file, folder]) => copyVendorFile(file, folder)),
  ]);
  return TARGET;
}
