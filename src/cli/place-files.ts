import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '../twin/runtime/project-root';

/** Files of a folder by their path in it, with `/` between. */
export type Contents = ReadonlyMap<string, string | Uint8Array>;

/**
 * Gives a folder exactly these files. Each one appears in one step, and one that has its content already is not touched: builds at the same
 * time, and those who read meanwhile, never see half a file or a gap.
 */
export function fillFolder(folder: string, contents: Contents): void {
  for (const [name, content] of contents) placeFile(join(folder, name), content);
  for (const path of listFiles(folder)) {
    const name = relative(folder, path).replaceAll('\\', '/');
    if (!contents.has(name)) rmSync(path, { force: true });
  }
}

let placed = 0;

function placeFile(path: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  placed += 1;
  const unfinished = join(projectRoot, 'build', `unfinished.${process.pid}.${placed}`);
  mkdirSync(dirname(unfinished), { recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
