import type Database from 'libsql';

/** A connection to an SQLite file. */
export type Connection = InstanceType<typeof Database>;

/** SQLite's name of an error, such as `SQLITE_BUSY`; blank for errors that are not SQLite's. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : '';
}

/** The first column of the first row that a query gives; undefined when it gives none. */
export function readOne(connection: Connection, query: string): unknown {
  const row: unknown = connection.prepare(query).raw().get();
  return Array.isArray(row) ? row[0] : undefined;
}

/**
 * Does the work in one transaction. The driver's own `transaction` rolls back what SQLite has rolled back already (as it does when the
 * disk is full), and so hides the first error behind a second one.
 * @throws the error that broke it off; then nothing of the work is written
 */
export function inTransaction(connection: Connection, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    work();
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
