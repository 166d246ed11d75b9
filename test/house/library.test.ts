import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dataTabs } from '../support/data-tabs';
import { readText, root } from './source-files';

describe('dist-lib/, the library that the build makes', () => {
  const code = readText('dist-lib/index.js');
  const types = readText('dist-lib/index.d.ts');

  it('needs nothing: no package, no Node, no Google', () => {
    expect(code).not.toMatch(/^\s*import\b|\brequire\(|\bprocess\b|\bBuffer\b/m);
    expect(code).not.toMatch(/\b(?:SpreadsheetApp|PropertiesService|UrlFetchApp|LockService)\b/);
    expect(types).not.toMatch(/\bimport\b[^s]/);
  });

  it('names in its types every table that events fill', () => {
    const [, named = ''] = /export type TableName =([^;]+);/.exec(types) ?? [];
    const names = [...named.matchAll(/'(\w+)'/g)].map((match) => match[1]);
    expect(new Set(names)).toEqual(new Set(dataTabs));
    expect(types).toContain('export declare const createTables: CreateTables;');
  });

  it('makes rows of the example’s events', () => {
    const run = (script: string, argument: string, input: string) =>
      spawnSync(process.execPath, [join(root, 'examples', script), argument], {
        input,
        encoding: 'utf8',
      });
    const rows = run('rows.mjs', 'messages', run('events.mjs', '7', '').stdout);
    expect(rows.stderr).toMatch(/^7 webhooks, 0 failed, /);
    const lines = rows.stdout.trim().split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('"text":"Mensagem 1"');
    expect(lines[0]).toContain('"conversation":"1"');
  });
});
