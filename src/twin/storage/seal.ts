import { createHash } from 'node:crypto';
import { types } from 'node:util';
import { inTransaction, readOne, type Connection } from './sqlite';

const modulus = 2n ** 64n;

/** A document as it is stored: texts, or their bytes in UTF-8. */
interface Document {
  readonly collection: string | Uint8Array;
  readonly key: string | Uint8Array;
  readonly json: string | Uint8Array;
}

/**
 * The seal: the sum of the fingerprints of all documents and the number of commits, kept with them and changed in the same transaction. SQLite
 * checks how its pages hang together, not what they hold: a changed letter, a lost row or a page of last week shows only in this sum.
 */
export interface Seal {
  /** Of the last commit that was stored. */
  readonly commitCount: number;
  /** Notes that a document comes, or goes. */
  add(document: Document): void;
  remove(document: Document): void;
  /** Writes the seal over one more commit, within its transaction. */
  store(): void;
  /** Goes back to what is stored, after a transaction that failed. */
  forget(): void;
}

interface SealState {
  readonly sum: bigint;
  readonly commitCount: number;
}

function fingerprint({ collection, key, json }: Document): bigint {
  const hash = createHash('sha256');
  for (const part of [collection, '\0', key, '\0', json]) hash.update(part);
  return hash.digest().readBigUInt64BE();
}

/** Texts as bytes, since the driver ends the whole process over a text that is no UTF-8; nothing for what is no text any more. */
const asBytes = (column: string): string =>
  `iif(typeof(${column}) = 'text', CAST(${column} AS BLOB), NULL)`;
const allBytes = `SELECT ${['collection', 'key', 'json'].map(asBytes).join()} FROM documents`;
const nothing = new Uint8Array();

const readBytes = (value: unknown): Uint8Array => (types.isUint8Array(value) ? value : nothing);

function sumUp(connection: Connection): bigint {
  let sum = 0n;
  for (const row of connection.prepare(allBytes).raw().iterate()) {
    if (!Array.isArray(row)) continue;
    const [collection = nothing, key = nothing, json = nothing] = row.map(readBytes);
    sum = (sum + fingerprint({ collection, key, json })) % modulus;
  }
  return sum;
}

const readText = (value: unknown): string => new TextDecoder().decode(readBytes(value));

function readSeal(connection: Connection): SealState {
  const sum = readText(readOne(connection, 'SELECT CAST(sum AS BLOB) FROM seal'));
  return {
    sum: /^\d+$/.test(sum) ? BigInt(sum) : -1n,
    commitCount: Number(readOne(connection, 'SELECT commits FROM seal')),
  };
}

/**
 * Whether the documents are those that were sealed, by at least so many commits.
 * @throws SQLite's error when they cannot be read
 */
export function isUnbroken(connection: Connection, leastCommits: number): boolean {
  const { sum, commitCount } = readSeal(connection);
  return commitCount >= leastCommits && sum === sumUp(connection);
}

/** Puts a seal on documents that have none yet, and marks the file with the layout's version. */
export function sealAll(connection: Connection, layoutVersion: number): void {
  inTransaction(connection, () => {
    connection.exec('CREATE TABLE seal (sum TEXT NOT NULL, commits INTEGER NOT NULL)');
    connection.prepare('INSERT INTO seal VALUES (?, 0)').run(String(sumUp(connection)));
    connection.exec(`PRAGMA user_version = ${layoutVersion}`);
  });
}

/** Opens the seal of a file that has one. */
export function openSeal(connection: Connection): Seal {
  const write = connection.prepare('UPDATE seal SET sum = ?, commits = ?');
  let { sum, commitCount } = readSeal(connection);
  return {
    get commitCount() {
      return commitCount;
    },
    add: (document) => (sum = (sum + fingerprint(document)) % modulus),
    remove: (document) => (sum = (sum - fingerprint(document) + modulus) % modulus),
    store: () => {
      commitCount += 1;
      write.run(String(sum), commitCount);
    },
    forget: () => ({ sum, commitCount } = readSeal(connection)),
  };
}
