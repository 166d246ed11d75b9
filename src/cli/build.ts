import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorker } from '../twin/runtime/bundle-worker';
import { projectRoot } from '../twin/runtime/project-root';
import { buildViewer } from './build-viewer';
import { bundleApp } from './bundle-app';
import type { BuildInfo } from './bundle-app';
import { bundlePages, packPages } from './bundle-pages';
import { checkBundle, checkEarly, checkSize } from './check-bundle';
import { isRecord } from './clasp-project';
import { commands } from './commands';
import { entryPoints } from './entry-points';
import { extrasPlugin, makeManifest, readExtras, type Extra } from './extras';
import { bundleLibrary } from './bundle-library';
import { bundleProbe } from './probe/bundle-probe';
import { fillFolder } from './place-files';
import { describeProblem } from './problems';
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

async function buildAppFiles(
  info: BuildInfo,
  extras: readonly Extra[],
): Promise<{ clasp: TextFiles; paste: TextFiles }> {
  const sourceFolder = join(projectRoot, 'src');
  const plugins = [extrasPlugin(extras)];
  const pages = await bundlePages(join(sourceFolder, 'panel', 'client'), plugins);
  const common = { sourceFolder, entryPoints, info, plugins };
  const [code, pasteCode] = await Promise.all([
    bundleApp({ ...common, pages: {} }),
    // The file to paste says no commit: it is kept in the repository, whose commits would change it.
    bundleApp({ ...common, pages: packPages(pages), info: { ...info, commit: 'release' } }),
  ]);
  const names = entryPoints.map((entry) => entry.name);
  checkBundle('Code.js', code, names);
  checkBundle('Código.gs', pasteCode, names);
  checkEarly(code);
  const pageFiles = Object.entries(pages).map(([name, html]) => [`${name}.html`, html] as const);
  for (const [name, html] of pageFiles) checkSize(name, html);
  const manifest = makeManifest(projectRoot, extras);
  return {
    clasp: new Map([['Code.js', code], ...pageFiles, ['appsscript.json', manifest]]),
    paste: new Map([['Código.gs', pasteCode]]),
  };
}

/**
 * Builds everything: `dist/` (what clasp pushes), `dist-paste/` (the one file to paste, pages inside, and the
 * probe), `dist-lib/` (decoders and merge laws for other places) and the twin's parts in `build/`.
 * @throws {Error} when the sources do not bundle, a check on the bundle fails or a file is over its budget
 */
export async function buildAll(
  info: BuildInfo = readBuildInfo(),
  extras: readonly Extra[] = [],
): Promise<BuildReport> {
  const startedAt = performance.now();
  const [{ clasp, paste }, probe, library] = await Promise.all([
    buildAppFiles(info, extras),
    bundleProbe(join(projectRoot, 'src', 'probe'), info.version),
    bundleLibrary(join(projectRoot, 'src', 'library'), info.version),
    bundleWorker(),
    buildViewer(),
  ]);
  fillFolder(join(projectRoot, 'dist'), clasp);
  const pasted = new Map([...paste, ['Sonda.gs', probe]]);
  fillFolder(join(projectRoot, 'dist-paste'), pasted);
  fillFolder(join(projectRoot, 'dist-lib'), library);
  const sized = (folder: string, contents: TextFiles) =>
    [...contents].map(([name, text]) => ({
      path: `${folder}/${name}`,
      bytes: Buffer.byteLength(text),
    }));
  return {
    files: [...sized('dist', clasp), ...sized('dist-paste', pasted), ...sized('dist-lib', library)],
    durationMs: Math.round(performance.now() - startedAt),
  };
}

/** `npm run build`: builds and prints a short table of sizes. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.build, args, async (values) => {
    const extras = readExtras(values.with);
    const { files, durationMs } = await buildAll(readBuildInfo(), extras);
    for (const { path, bytes } of files)
      console.log(`${path.padEnd(26)}${(bytes / 1000).toFixed(1).padStart(8)} kB`);
    console.log(`built in ${durationMs} ms`);
    if (extras.length > 0) console.log(describeProblem({ code: 'authoriseFirst', detail: '' }));
    return 0;
  });
}
