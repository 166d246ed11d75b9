import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorker } from '../twin/runtime/bundle-worker';
import { projectRoot } from '../twin/runtime/project-root';
import { buildViewer } from './build-viewer';
import { bundleApp } from './bundle-app';
import type { BuildInfo } from './bundle-app';
import { bundlePages } from './bundle-pages';
import { checkBundle, checkEarly, checkSize } from './check-bundle';
import { isRecord } from './clasp-project';
import { commands } from './commands';
import { entryPoints } from './entry-points';
import { fillFolder } from './place-files';
import { runCommand } from './run-command';

/** What a build wrote: files relative to the project with their sizes, and how long it took. */
export interface BuildReport {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly durationMs: number;
}

type TextFiles = ReadonlyMap<string, string>;

function readCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

/** The version in package.json and git's commit; `unknown` where there is no git. */
export function readBuildInfo(): BuildInfo {
  const manifest: unknown = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const version = isRecord(manifest) ? String(manifest['version']) : 'unknown';
  return { version, commit: readCommit() };
}

async function buildAppFiles(): Promise<{ clasp: TextFiles; paste: TextFiles }> {
  const sourceFolder = join(projectRoot, 'src');
  const pages = await bundlePages(join(sourceFolder, 'panel', 'client'));
  const common = { sourceFolder, entryPoints, info: readBuildInfo() };
  const [code, pasteCode] = await Promise.all([
    bundleApp({ ...common, pages: {} }),
    bundleApp({ ...common, pages }),
  ]);
  const names = entryPoints.map((entry) => entry.name);
  checkBundle('Code.js', code, names);
  checkBundle('Código.gs', pasteCode, names);
  checkEarly(code);
  const pageFiles = Object.entries(pages).map(([name, html]) => [`${name}.html`, html] as const);
  for (const [name, html] of pageFiles) checkSize(name, html);
  const manifest = readFileSync(join(projectRoot, 'appsscript.json'), 'utf8');
  return {
    clasp: new Map([['Code.js', code], ...pageFiles, ['appsscript.json', manifest]]),
    paste: new Map([['Código.gs', pasteCode]]),
  };
}

/**
 * Builds everything: `dist/` (what clasp pushes), `dist-paste/` (the one file to paste, pages inside)
 * and the twin's parts in `build/`.
 * @throws {Error} when the sources do not bundle, a check on the bundle fails or a file is over its budget
 */
export async function buildAll(): Promise<BuildReport> {
  const startedAt = performance.now();
  const [{ clasp, paste }] = await Promise.all([buildAppFiles(), bundleWorker(), buildViewer()]);
  fillFolder(join(projectRoot, 'dist'), clasp);
  fillFolder(join(projectRoot, 'dist-paste'), paste);
  const sized = (folder: string, contents: TextFiles) =>
    [...contents].map(([name, text]) => ({
      path: `${folder}/${name}`,
      bytes: Buffer.byteLength(text),
    }));
  return {
    files: [...sized('dist', clasp), ...sized('dist-paste', paste)],
    durationMs: Math.round(performance.now() - startedAt),
  };
}

/** `npm run build`: builds and prints a short table of sizes. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.build, args, async () => {
    const { files, durationMs } = await buildAll();
    for (const { path, bytes } of files)
      console.log(`${path.padEnd(26)}${(bytes / 1000).toFixed(1).padStart(8)} kB`);
    console.log(`built in ${durationMs} ms`);
    return 0;
  });
}
