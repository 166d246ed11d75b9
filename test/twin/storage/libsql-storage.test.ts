import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import fc from 'fast-check';
import { openLibsqlStorage } from '../../../src/twin/storage/libsql-storage';
import { copyAsKilled, faultOf, fill, makeFolder, removeFolders } from './support';

let folder = '';
let file = '';

beforeEach(() => {
  folder = makeFolder();
  file = join(folder, 'plantao.db');
});

afterEach(removeFolders);

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
      const reopened = openLibsqlStorage(copyAsKilled(folder));
      expect(reopened.read('a').size).toBe(round);
      reopened.close();
    }
    storage.close();
  });

  it('any changes, and any place of a restart between them, leave what a plain map holds', () => {
    const change = fc.record({
      collection: fc.constantFrom('a', 'b'),
      key: fc.constantFrom('1', '2', '3'),
      json: fc.option(fc.string(), { nil: null }),
    });
    const step = fc.oneof(fc.array(change, { maxLength: 4 }), fc.constant('restart' as const));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const place = makeFolder();
        const model = new Map<string, string>();
        let storage = openLibsqlStorage(place);
        for (const changes of steps) {
          if (changes === 'restart') {
            storage.close();
            storage = openLibsqlStorage(place);
            continue;
          }
          storage.commit(changes);
          for (const { collection, key, json } of changes) {
            if (json === null) model.delete(collection + key);
            else model.set(collection + key, json);
          }
        }
        const found = ['a', 'b'].flatMap((collection) =>
          [...storage.read(collection)].map(([key, json]) => [collection + key, json] as const),
        );
        storage.close();
        expect(new Map(found)).toEqual(model);
      }),
      { numRuns: 25 },
    );
  });

  it('of a folder of the layout before this one are taken over', () => {
    const old = new Database(file);
    old.pragma('journal_mode = WAL');
    old.exec(`CREATE TABLE documents (collection TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL,
        PRIMARY KEY (collection, key)) WITHOUT ROWID;
      INSERT INTO documents VALUES ('a', '1', '"um"');
      PRAGMA application_id = 1347179599; PRAGMA user_version = 1;`);
    expect(faultOf(() => openLibsqlStorage(copyAsKilled(folder))).fault).toBe('unclosed');
    old.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    old.close();
    for (const round of [1, 2]) {
      const storage = openLibsqlStorage(folder);
      expect(storage.read('a').size).toBe(round);
      storage.commit([{ collection: 'a', key: `more ${round}`, json: '1' }]);
      storage.close();
    }
  });
});

describe('a commit that cannot be stored', () => {
  it('is refused whole, and what was stored before stays', () => {
    const storage = openLibsqlStorage(folder);
    fill(storage, 0, 3);
    rmSync(file);
    const error = faultOf(() => fill(storage, 3, 4));
    expect(error.fault).toBe('unwritable');
    expect(error.english).toContain('could not be written');
  });
});

describe('two processes', () => {
  const openElsewhere = (then: string) =>
    spawnSync(
      process.execPath,
      [
        '-e',
        `const d = new (require('libsql'))(process.argv[1]); d.exec('BEGIN EXCLUSIVE'); ${then}`,
        join(folder, 'plantao.lock'),
      ],
      { encoding: 'utf8' },
    );

  it('do not open the same folder', () => {
    const storage = openLibsqlStorage(folder);
    expect(faultOf(() => openLibsqlStorage(folder)).fault).toBe('locked');
    expect(openElsewhere('').stderr).toContain('SQLITE_BUSY');
    storage.close();
    openLibsqlStorage(folder).close();
  });

  it('a lock whose process was killed is free', () => {
    expect(openElsewhere(`process.kill(process.pid, 'SIGKILL')`).signal).toBe('SIGKILL');
    openLibsqlStorage(folder).close();
  });

  it('a damaged lock is told with what to do, and left as it is', () => {
    const lock = join(folder, 'plantao.lock');
    writeFileSync(lock, 'lixo');
    const error = faultOf(() => openLibsqlStorage(folder));
    expect(error).toMatchObject({ fault: 'badLock', file: lock });
    expect(error.portuguese).toContain('apague esse arquivo');
    expect(readFileSync(lock, 'utf8')).toBe('lixo');
  });
});
