import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openCommitCount } from './commit-count';
import { lockFolder } from './folder-lock';
import { applicationId, countPath, inspectFile, layoutVersion } from './inspect-file';
import { openSeal, sealAll, type Seal } from './seal';
import { codeOf, inTransaction, readOne, type Connection } from './sqlite';
import type { DocumentChange, Storage } from './storage';
import { StorageError } from './storage-error';

/**
 * Documents in one SQLite file of a folder, `plantao.db`. Each commit is one transaction that reached the disk when it returns.
 * Throws a `StorageError` when the file is damaged, not ours or newer, or when another process has the folder open;
 * all files are left as they are then.
 */
export function openLibsqlStorage(folder: string): Storage {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'plantao.db');
  const unlock = lockFolder(folder, file);
  try {
    if (!inspectFile(file)) makeFile(file);
    return makeStorage(openFile(file), { file, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A new file appears whole, and after its count, so that one without either is known to be damaged. */
function makeFile(file: string): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const connection = new Database(unfinished);
  try {
    connection.exec(
      `CREATE TABLE documents (collection TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL,
         PRIMARY KEY (collection, key)) WITHOUT ROWID;
       PRAGMA application_id = ${applicationId};`,
    );
    sealAll(connection, layoutVersion);
    openCommitCount(countPath(file), 0).close();
  } catch (error) {
    throw explainWrite(error, file);
  } finally {
    connection.close();
  }
  renameSync(unfinished, file);
}

function openFile(file: string): Connection {
  const connection = new Database(file);
  connection.pragma('synchronous = FULL');
  connection.pragma('journal_mode = WAL');
  // What is erased in the workbook must not stay in pages that are free.
  connection.pragma('secure_delete = ON');
  const version = Number(readOne(connection, 'PRAGMA user_version'));
  if (version < layoutVersion) {
    openCommitCount(countPath(file), 0).close();
    sealAll(connection, layoutVersion);
  }
  return connection;
}

interface Place {
  readonly file: string;
  readonly unlock: () => void;
}

function makeStorage(connection: Connection, { file, unlock }: Place): Storage {
  const all = connection.prepare('SELECT key, json FROM documents WHERE collection = ?');
  const seal = openSeal(connection);
  const apply = prepareApply(connection, seal);
  const count = openCommitCount(countPath(file), seal.commitCount);
  const checkFiles = watchFiles([file, `${file}-wal`]);
  const write = (changes: readonly DocumentChange[]): void => {
    try {
      inTransaction(connection, () => apply(changes));
      count.note(seal.commitCount);
      checkFiles();
    } catch (error) {
      seal.forget();
      throw explainWrite(error, file);
    }
  };
  return {
    read: (collection) => new Map(all.all(collection).map(readDocument)),
    commit: (changes) => {
      if (changes.length > 0) write(changes);
    },
    close: () => {
      if (!connection.open) return;
      try {
        connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // On a full disk the log stays beside the file, and the next start reads it.
      }
      connection.close();
      count.close();
      unlock();
    },
  };
}

/** SQLite goes on writing into files that were deleted or replaced under their names: gives a check that throws when they were. */
function watchFiles(paths: readonly string[]): () => void {
  const numbers = (): string =>
    paths.map((path) => statSync(path, { throwIfNoEntry: false })?.ino ?? 'gone').join();
  let first: string | null = null;
  return () => {
    const now = numbers();
    first ??= now;
    if (now !== first || now.includes('gone')) throw new Error('ENOENT');
  };
}

/** Writes changes and the seal over them, within a transaction. */
function prepareApply(connection: Connection, seal: Seal) {
  const find = connection.prepare('SELECT json FROM documents WHERE collection = ? AND key = ?');
  const put = connection.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?)');
  const drop = connection.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
  const findJson = find.raw();
  return (changes: readonly DocumentChange[]): void => {
    for (const { collection, key, json } of changes) {
      const row: unknown = findJson.get(collection, key);
      if (Array.isArray(row)) seal.remove({ collection, key, json: String(row[0]) });
      if (json === null) drop.run(collection, key);
      else put.run(collection, key, json);
      if (json !== null) seal.add({ collection, key, json });
    }
    seal.store();
  };
}

function explainWrite(error: unknown, file: string): StorageError {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL') return new StorageError('full', file);
  const detail = code || (error instanceof Error ? error.message : String(error));
  return new StorageError('unwritable', file, detail);
}

function readDocument(row: unknown): readonly [string, string] {
  if (typeof row !== 'object' || row === null || !('key' in row) || !('json' in row)) {
    throw new TypeError('A stored document has no key or text.');
  }
  return [String(row.key), String(row.json)];
}
