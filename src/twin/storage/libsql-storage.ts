import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { lockFolder } from './folder-lock';
import type { DocumentChange, Storage } from './storage';
import { StorageError } from './storage-error';

/** Marks a file as ours (SQLite's application id: "PLTO"), and the layout's version. */
const applicationId = 0x504c544f;
const layoutVersion = 1;

type Connection = InstanceType<typeof Database>;

/**
 * Documents in one SQLite file of a folder, `plantao.db`. Each commit is one transaction that reached the disk when it returns.
 * Throws a `StorageError` when the file is damaged, not ours or newer, or when another process has the folder open;
 * such a file is left as it is.
 */
export function openLibsqlStorage(folder: string): Storage {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'plantao.db');
  const unlock = lockFolder(folder, file);
  try {
    const connection = openChecked(file);
    return makeStorage(connection, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function openChecked(file: string): Connection {
  const isNew = !existsSync(file) || statSync(file).size === 0;
  if (!isNew) inspect(file);
  const connection = new Database(file);
  connection.pragma('synchronous = FULL');
  // Before the write-ahead log begins: the mark must stand in the file itself, where a look without the log finds it.
  if (isNew) prepareFile(connection);
  connection.pragma('journal_mode = WAL');
  return connection;
}

/** Looks at an existing file without the right to write. */
function inspect(file: string): void {
  const connection = openReadOnly(file);
  try {
    checkOwner(connection, file);
    const verdict = connection.prepare('PRAGMA quick_check(1)').raw().get();
    if (!Array.isArray(verdict) || verdict[0] !== 'ok') throw new StorageError('damaged', file);
  } catch (error) {
    throw error instanceof StorageError ? error : new StorageError('damaged', file);
  } finally {
    connection.close();
  }
}

function openReadOnly(file: string): Connection {
  try {
    return new Database(file, { readonly: true });
  } catch {
    throw new StorageError('damaged', file);
  }
}

function checkOwner(connection: Connection, file: string): void {
  if (readPragma(connection, 'application_id') !== applicationId) {
    throw new StorageError('foreign', file);
  }
  if (readPragma(connection, 'user_version') > layoutVersion) throw new StorageError('newer', file);
}

function readPragma(connection: Connection, name: string): number {
  const row = connection.prepare(`PRAGMA ${name}`).raw().get();
  return Array.isArray(row) ? Number(row[0]) : 0;
}

function prepareFile(connection: Connection): void {
  connection.exec(
    `BEGIN;
     CREATE TABLE IF NOT EXISTS documents (collection TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL,
       PRIMARY KEY (collection, key)) WITHOUT ROWID;
     PRAGMA application_id = ${applicationId};
     PRAGMA user_version = ${layoutVersion};
     COMMIT;`,
  );
}

function makeStorage(connection: Connection, unlock: () => void): Storage {
  const put = connection.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?)');
  const drop = connection.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
  const all = connection.prepare('SELECT key, json FROM documents WHERE collection = ?');
  const apply = connection.transaction((changes: readonly DocumentChange[]) => {
    for (const { collection, key, json } of changes) {
      if (json === null) drop.run(collection, key);
      else put.run(collection, key, json);
    }
  });
  return {
    read: (collection) => new Map(all.all(collection).map(readDocument)),
    commit: (changes) => {
      if (changes.length > 0) apply.immediate(changes);
    },
    close: () => {
      if (!connection.open) return;
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
      unlock();
    },
  };
}

function readDocument(row: unknown): readonly [string, string] {
  if (typeof row !== 'object' || row === null || !('key' in row) || !('json' in row)) {
    throw new TypeError('A stored document has no key or text.');
  }
  return [String(row.key), String(row.json)];
}
