import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibsqlStorage } from '../../../src/twin/storage/libsql-storage';
import type { Storage } from '../../../src/twin/storage/storage';
import { StorageError } from '../../../src/twin/storage/storage-error';

const folders: string[] = [];

/** A temporary folder that `removeFolders` removes. */
export function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'plantao-'));
  folders.push(made);
  return made;
}

/** For `afterEach`. */
export function removeFolders(): void {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
}

/** What an opening or a commit was refused with. */
export function faultOf(work: () => unknown): StorageError {
  try {
    work();
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The files of a folder with their contents; the lock's file, which is made to look, apart. */
export function photograph(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).filter((name) => name !== 'plantao.lock');
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );
}

/** Text of a document as `fill` writes it. */
export const textOf = (key: string): string => `"${'x'.repeat(99)}${key}"`;

/** Commits documents of the collection `a`, one by one. */
export function fill(storage: Storage, from: number, to: number): void {
  for (let key = from; key < to; key += 1) {
    storage.commit([{ collection: 'a', key: `${key}`, json: textOf(`${key}`) }]);
  }
}

/** The folder as a process leaves it that is killed now. */
export function copyAsKilled(folder: string): string {
  const killed = makeFolder();
  for (const name of Object.keys(photograph(folder))) {
    copyFileSync(join(folder, name), join(killed, name));
  }
  return killed;
}

/** A folder of a killed process, with 100 documents in the file and 20 in the log. */
export function makeKilled(): string {
  const folder = makeFolder();
  const first = openLibsqlStorage(folder);
  fill(first, 0, 100);
  first.close();
  const second = openLibsqlStorage(folder);
  fill(second, 100, 120);
  const killed = copyAsKilled(folder);
  second.close();
  return killed;
}

/** A folder that was closed; beside its file, the file as it was before the last 20 of its 120 documents. */
export function makeClosed(): string {
  const folder = makeFolder();
  const file = join(folder, 'plantao.db');
  const first = openLibsqlStorage(folder);
  fill(first, 0, 100);
  first.close();
  copyFileSync(file, `${file}-before`);
  const second = openLibsqlStorage(folder);
  fill(second, 100, 120);
  second.close();
  return copyAsKilled(folder);
}
