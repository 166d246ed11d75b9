import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'libsql';
import { readCommitCount } from './commit-count';
import { isUnbroken } from './seal';
import { codeOf, readOne, type Connection } from './sqlite';
import { StorageError } from './storage-error';

/** Marks a file as ours (SQLite's application id: "PLTO"). */
export const applicationId = 0x504c544f;
/** The layout's version. 1 had no seal. */
export const layoutVersion = 2;

/** What SQLite keeps beside a file until it has been worked into it. */
const companionEndings = ['-journal', '-wal'];

/** Where the number of the last commit stands. */
export const countPath = (file: string): string => `${file}-count`;

function listCompanions(file: string): readonly string[] {
  return companionEndings
    .map((ending) => file + ending)
    .filter((path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0);
}

/**
 * Looks at a data file and changes nothing, whatever it finds: at a copy, since SQLite works in or throws away what a killed process left
 * beside a file, and leaves files of its own. False: there is no file yet.
 * @throws {StorageError} when the file is damaged, not ours, of a newer version, or of an older one that was not closed
 */
export function inspectFile(file: string): boolean {
  const companions = listCompanions(file);
  if (!existsSync(file)) {
    if (companions.length === 0) return false;
    throw new StorageError('damaged', file);
  }
  const folder = mkdtempSync(join(tmpdir(), 'plantao-look-'));
  try {
    const copyOf = (path: string): string => join(folder, basename(path));
    for (const path of [file, ...companions]) {
      copyFileSync(path, copyOf(path), constants.COPYFILE_FICLONE);
    }
    look(copyOf(file), file, companions.includes(`${file}-wal`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return true;
}

function look(copy: string, file: string, hasLog: boolean): void {
  const connection = new Database(copy);
  try {
    check(connection, file, hasLog);
  } catch (error) {
    throw error instanceof StorageError ? error : explain(error, file);
  } finally {
    connection.close();
  }
}

function check(connection: Connection, file: string, hasLog: boolean): void {
  if (readOne(connection, 'PRAGMA application_id') !== applicationId) {
    // An empty file is a valid database of nobody; ours never is.
    const isEmpty = statSync(file).size === 0;
    throw new StorageError(isEmpty ? 'damaged' : 'foreign', file);
  }
  const version = Number(readOne(connection, 'PRAGMA user_version'));
  if (version > layoutVersion) throw new StorageError('newer', file);
  if (version < layoutVersion && hasLog) throw new StorageError('unclosed', file);
  // As bytes: the verdict quotes names out of the file, and the driver ends the process over a text that is no UTF-8.
  const verdict = String(
    readOne(connection, 'SELECT CAST(quick_check AS BLOB) FROM pragma_quick_check(1)'),
  );
  if (verdict !== 'ok') throw new StorageError('damaged', file, verdict);
  if (version === layoutVersion && !isUnbroken(connection, readCommitCount(countPath(file))))
    throw new StorageError('damaged', file);
}

/** A copy that cannot be opened, or read for want of memory or room, says nothing about the file. */
const otherCauses = /^SQLITE_(?:CANTOPEN|PERM|READONLY|NOMEM|FULL)/;

function explain(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === '' || otherCauses.test(code)) return error;
  return new StorageError('damaged', file, code);
}
