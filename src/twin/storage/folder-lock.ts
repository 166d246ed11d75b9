import { join } from 'node:path';
import Database from 'libsql';
import { codeOf, type Connection } from './sqlite';
import { StorageError } from './storage-error';

/**
 * Keeps a folder for this process until it releases it or ends, however it ends: the system's own lock on an empty file,
 * taken through SQLite, which has it on every system. Returns what releases it.
 * @throws {StorageError} `locked` when another process has the folder, `badLock` when the lock's file holds something
 */
export function lockFolder(folder: string, file: string): () => void {
  const lock = join(folder, 'plantao.lock');
  const connection = new Database(lock);
  try {
    takeLock(connection);
  } catch (error) {
    connection.close();
    if (codeOf(error) === 'SQLITE_BUSY') throw new StorageError('locked', file);
    throw codeOf(error) === 'SQLITE_NOTADB' ? new StorageError('badLock', lock) : error;
  }
  return () => {
    // The driver keeps a closed file open as long as a statement of it lives.
    if (connection.open) connection.exec('ROLLBACK');
    connection.close();
  };
}

/** Nothing is ever written: a journal in memory keeps the folder free of a second file. */
function takeLock(connection: Connection): void {
  connection.pragma('journal_mode = MEMORY');
  connection.exec('BEGIN EXCLUSIVE');
}
