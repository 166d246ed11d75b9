import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import fc from 'fast-check';
import { openLibsqlStorage } from '../../../src/twin/storage/libsql-storage';
import { StorageError } from '../../../src/twin/storage/storage-error';
import {
  copyAsKilled,
  faultOf,
  fill,
  makeClosed,
  makeFolder,
  makeKilled,
  photograph,
  removeFolders,
  textOf,
} from './support';

let folder = '';
let file = '';

beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'plantao.db');
});

afterEach(removeFolders);

describe('damage', () => {
  const damages: readonly (readonly [string, (killed: string) => void])[] = [
    ['a log that begins with something else', (at) => overwrite(`${at}-wal`, 0, 100)],
    ['a log of which a part is something else', (at) => overwrite(`${at}-wal`, 8_000, 50)],
    ['a log that was cut short', (at) => truncateSync(`${at}-wal`, 20_000)],
    ['an empty log', (at) => truncateSync(`${at}-wal`, 0)],
    ['no log', (at) => rmSync(`${at}-wal`)],
    ['no number of the last commit', (at) => rmSync(`${at}-count`)],
    ['a number that cannot be read', (at) => writeFileSync(`${at}-count`, 'sete')],
    ['an empty file', (at) => truncateSync(at, 0)],
    ['no file beside its log', (at) => rmSync(at)],
  ];
  const ofClosed: typeof damages = [
    ['a file that was cut short', (at) => truncateSync(at, 4_096)],
    ['a file with another beginning', (at) => overwrite(at, 0, 60)],
    ['a file of which a part is something else', (at) => overwrite(at, 8_192, 4_096)],
    ['an earlier file beside a later count', (at) => copyFileSync(`${at}-before`, at)],
  ];

  it.each([
    ...damages.map(([what, damage]) => [what, makeKilled, damage] as const),
    ...ofClosed.map(([what, damage]) => [what, makeClosed, damage] as const),
  ])('%s is told, and nothing is changed', (_what, make, damage) => {
    const place = make();
    damage(join(place, 'plantao.db'));
    const before = photograph(place);
    const error = faultOf(() => openLibsqlStorage(place));
    expect(error.fault).toBe('damaged');
    expect(error.portuguese).toContain('está danificado');
    expect(error.spanish).toContain('está dañado');
    expect(error.english).toContain('is damaged');
    expect(photograph(place)).toEqual(before);
  });

  it('one changed bit, wherever a document lies, is told, and nothing is changed', () => {
    const storage = openLibsqlStorage(folder);
    fill(storage, 0, 60);
    storage.close();
    const whole = readFileSync(file);
    const places = fc.integer({ min: 0, max: whole.length - 1 });
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 7 }), (place, bit) => {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8((bytes[place] ?? 0) ^ (1 << bit), place);
        const flipped = copyAsKilled(folder);
        writeFileSync(join(flipped, 'plantao.db'), bytes);
        const before = photograph(flipped);
        const found = readOrFault(flipped);
        // Some bits mean nothing to anybody: then all documents are there as they were.
        expect([60, 'damaged', 'foreign', 'newer', 'unclosed']).toContain(found);
        expect(found === 60 || isDeepStrictEqual(photograph(flipped), before)).toBe(true);
      }),
      { numRuns: 100 },
    );
    expect(readOrFault(folder)).toBe(60);
    const letters = whole.toString('latin1').replaceAll('xx17"', 'xy17"');
    writeFileSync(file, letters, 'latin1');
    expect(readOrFault(folder)).toBe('damaged');
  });

  it('a text file is reported and left as it is', () => {
    writeFileSync(file, 'minhas notas\n'.repeat(500));
    expect(faultOf(() => openLibsqlStorage(folder)).fault).toBe('damaged');
    expect(readFileSync(file, 'utf8')).toBe('minhas notas\n'.repeat(500));
  });

  it('a database of another program is reported', () => {
    const other = new Database(file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect(faultOf(() => openLibsqlStorage(folder)).fault).toBe('foreign');
  });

  it('a file of a newer version is reported', () => {
    openLibsqlStorage(folder).close();
    const newer = new Database(file);
    newer.pragma('user_version = 99');
    newer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    newer.close();
    expect(faultOf(() => openLibsqlStorage(folder)).fault).toBe('newer');
  });
});

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, from, from + length);
  writeFileSync(path, bytes);
}

/** How many of the documents are as they were written, or why the folder cannot be opened. */
function readOrFault(of: string): number | string {
  try {
    const storage = openLibsqlStorage(of);
    const documents = [...storage.read('a')];
    storage.close();
    return documents.filter(([key, json]) => json === textOf(key)).length;
  } catch (error) {
    if (error instanceof StorageError) return error.fault;
    throw error;
  }
}
