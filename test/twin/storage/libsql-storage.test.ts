import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { openLibsqlStorage } from '../../../src/twin/storage/libsql-storage';
import { StorageError } from '../../../src/twin/storage/storage-error';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plantao-'));
  file = join(folder, 'plantao.db');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function faultOf(open: () => unknown): StorageError {
  try {
    open();
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('documents', () => {
  it('are written, replaced and removed', () => {
    const storage = openLibsqlStorage(folder);
    storage.commit([
      { collection: 'a', key: '1', json: '"um"' },
      { collection: 'a', key: '2', json: '"dois"' },
      { collection: 'b', key: '1', json: 'null' },
    ]);
    storage.commit([
      { collection: 'a', key: '1', json: '"uno"' },
      { collection: 'a', key: '2', json: null },
    ]);
    storage.commit([]);
    expect(storage.read('a')).toEqual(new Map([['1', '"uno"']]));
    expect(storage.read('b')).toEqual(new Map([['1', 'null']]));
    expect(storage.read('none')).toEqual(new Map());
    storage.close();
  });

  it('survive a process that is killed: its files as they are at any moment can be opened', () => {
    const storage = openLibsqlStorage(folder);
    for (let round = 1; round <= 3; round++) {
      storage.commit([{ collection: 'a', key: String(round), json: `${round}` }]);
      const killed = mkdtempSync(join(tmpdir(), 'plantao-'));
      for (const name of ['plantao.db', 'plantao.db-wal']) {
        copyFileSync(join(folder, name), join(killed, name));
      }
      const reopened = openLibsqlStorage(killed);
      expect(reopened.read('a').size).toBe(round);
      reopened.close();
      rmSync(killed, { recursive: true });
    }
    storage.close();
  });
});

describe('files that cannot be opened', () => {
  it('a damaged one is reported and left as it is', () => {
    const storage = openLibsqlStorage(folder);
    storage.commit(
      Array.from({ length: 500 }, (_, key) => ({
        collection: 'a',
        key: `${key}`,
        json: 'x'.repeat(99),
      })),
    );
    storage.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, 40_960);
    writeFileSync(file, bytes);
    const error = faultOf(() => openLibsqlStorage(folder));
    expect(error.fault).toBe('damaged');
    expect(error.portuguese).toContain('está danificado');
    expect(error.english).toContain('is damaged');
    expect(readFileSync(file).equals(bytes)).toBe(true);
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
    newer.close();
    expect(faultOf(() => openLibsqlStorage(folder)).fault).toBe('newer');
  });
});

describe('two processes', () => {
  it('do not open the same folder', () => {
    const storage = openLibsqlStorage(folder);
    expect(faultOf(() => openLibsqlStorage(folder)).fault).toBe('locked');
    storage.close();
    openLibsqlStorage(folder).close();
  });

  it('a lock whose process is gone is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'plantao.lock'), String(pid));
    openLibsqlStorage(folder).close();
    writeFileSync(join(folder, 'plantao.lock'), '');
    const storage = openLibsqlStorage(folder);
    expect(readFileSync(join(folder, 'plantao.lock'), 'utf8')).toBe(String(process.pid));
    storage.close();
  });
});
