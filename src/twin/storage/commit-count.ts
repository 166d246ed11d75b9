import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { StorageError } from './storage-error';

/**
 * The number of the last commit, in a file of its own. SQLite drops what it cannot read at the end of its write-ahead log without a word:
 * the data file looks whole then, but it is of an earlier commit than this number.
 */
export interface CommitCount {
  /** Notes a commit that is on the disk. Survives the process; after a power cut the number may be of an earlier commit. */
  note(count: number): void;
  close(): void;
}

const digits = 16;

/** Begins to note; what the file said before must have been read. */
export function openCommitCount(path: string, count: number): CommitCount {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT);
  const note = (now: number): void => {
    writeSync(file, `${String(now).padStart(digits, '0')}\n`, 0);
  };
  note(count);
  fsyncSync(file);
  return {
    note,
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/**
 * The number in the file.
 * @throws {StorageError} when there is none that can be read
 */
export function readCommitCount(path: string): number {
  try {
    const text = readFileSync(path, 'utf8');
    if (/^\d{16}\n$/.test(text)) return Number(text);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code !== 'ENOENT') throw error;
  }
  throw new StorageError('damaged', path);
}
