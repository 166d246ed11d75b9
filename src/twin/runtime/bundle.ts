import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Script } from 'node:vm';
import type { BundleScript } from './thread-messages';

/** What the twin reads of appsscript.json. */
interface Manifest {
  readonly timeZone: string;
  /** Null when the manifest lists none: Apps Script then finds the scopes by itself. */
  readonly oauthScopes: readonly string[] | null;
}

/** One version of the project: what clasp pushes. */
export interface Bundle {
  /** Same content, same id. */
  readonly id: string;
  readonly scripts: readonly BundleScript[];
  /** True: made by `makeReloadable`. */
  readonly reloads: boolean;
  /** Global names, where the scripts do not show them any more; null: they do. */
  readonly globalNames: ReadonlySet<string> | null;
  readonly manifest: Manifest;
  /** HTML files by name without extension. */
  readonly pages: ReadonlyMap<string, string>;
}

const scriptEndings = new Set(['.js', '.gs']);

/**
 * Reads a bundle folder (`dist/`): scripts in the order of their names, HTML pages, the manifest.
 * @throws {Error} when the folder holds no script, or a script has a syntax error
 */
export function readBundle(folder: string): Bundle {
  const files = readdirSync(folder)
    .toSorted()
    .map((file) => ({
      ending: extname(file),
      name: basename(file, extname(file)),
      text: () => readFileSync(join(folder, file), 'utf8'),
    }));
  const sources = files.filter(({ ending }) => scriptEndings.has(ending));
  if (sources.length === 0) throw new Error(`No script file in ${folder}.`);
  const scripts = sources.map(({ name, text }) => compileScript(name, text()));
  const manifestText = files.find((file) => file.name === 'appsscript' && file.ending === '.json');
  const pages = files.filter(({ ending }) => ending === '.html');
  return {
    id: hash(scripts),
    scripts,
    reloads: false,
    globalNames: null,
    manifest: readManifest(manifestText?.text() ?? '{}'),
    pages: new Map(pages.map(({ name, text }) => [name, text()])),
  };
}

/** Compiles one file. */
export function compileScript(name: string, source: string): BundleScript {
  const cachedData = new Script(source, { filename: name }).createCachedData();
  return { name, source, cachedData };
}

function hash(scripts: readonly BundleScript[]): string {
  const digest = createHash('sha256');
  for (const { name, source } of scripts) digest.update(`${name}\0${source}\0`);
  return digest.digest('hex').slice(0, 16);
}

function readManifest(text: string): Manifest {
  const manifest: unknown = JSON.parse(text);
  const field = (name: string): unknown =>
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, name) : undefined;
  const timeZone = field('timeZone');
  const scopes = field('oauthScopes');
  return {
    timeZone: typeof timeZone === 'string' ? timeZone : 'Etc/GMT',
    oauthScopes: Array.isArray(scopes) ? scopes.map(String) : null,
  };
}
