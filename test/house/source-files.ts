import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { isRecord } from '../../src/cli/clasp-project';

/** The project's folder. */
export const root = join(__dirname, '..', '..');

// What git ignores, and what nobody writes by hand.
const skipped = new Set([
  '.git',
  'node_modules',
  'dist',
  'dist-paste',
  'dist-lib',
  'build',
  'coverage',
  '.plantao',
  'package-lock.json',
]);

/** Every file the project holds, as paths relative to its folder with forward slashes, in order. */
export function listFiles(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [relative(root, path).split(sep).join('/')];
    })
    .sort();
}

/** The text of a file of the project. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The object in a JSON file of the project. */
export function readJson(path: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readText(path));
  if (!isRecord(parsed)) throw new Error(`${path} holds no object`);
  return parsed;
}

/** Code without comments and without what stands inside quotes; line breaks stay. */
export function stripCommentsAndText(code: string): string {
  const pieces =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return code.replace(pieces, (piece) => piece.replace(/[^\n]/g, ' '));
}

/** The TypeScript sources under src, without tests' files. */
export function listSources(): string[] {
  return listFiles(join(root, 'src')).filter((path) => path.endsWith('.ts'));
}

/** What a file imports from the project (types too), as paths of the source files. */
export function listImports(path: string): string[] {
  const sources =
    /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?from\s*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]|^import\s*['"](\.[^'"]+)['"]/gm;
  // Code inside a template literal is text of this file, not an import of it.
  const code = readText(path).replace(/`(?:\\.|[^`\\])*`/g, '``');
  return [...code.matchAll(sources)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const resolved = posix.join(dirname(path), target);
    return /\.(ts|mjs|cjs|js|json)$/.test(resolved) ? resolved : `${resolved}.ts`;
  });
}
