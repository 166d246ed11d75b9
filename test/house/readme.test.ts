import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRecord } from '../../src/cli/clasp-project';
import { commands } from '../../src/cli/commands';
import { setUpSample } from '../../src/cli/sample';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { codeBlocks, headings } from './markdown';
import { readJson, readText, root } from './source-files';

const english = readText('README.md');
const portuguese = readText('README.pt-BR.md');
const both = [
  ['README.md', english],
  ['README.pt-BR.md', portuguese],
] as const;

const readTexts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The promises as `P1` and their text, without line breaks. */
function readPromises(text: string): (readonly [name: string, text: string])[] {
  const items = text.matchAll(/^- \*\*(P\d) [^]*?(?=\n- |\n\n)/gm);
  return [...items].map((match) => [match[1] ?? '', match[0].replaceAll(/\s+/g, ' ')]);
}

describe('the two READMEs', () => {
  it('link each other on their first line', () => {
    expect(english.split('\n')[0]).toContain('](README.pt-BR.md)');
    expect(portuguese.split('\n')[0]).toContain('](README.md)');
  });

  it('have the same headings, level by level', () => {
    const levels = (text: string): number[] => headings(text).map(({ level }) => level);
    expect(levels(portuguese)).toEqual(levels(english));
    expect(levels(english).length).toBeGreaterThan(10);
  });

  it('have the same commands, letter by letter', () => {
    expect(codeBlocks(portuguese)).toEqual(codeBlocks(english));
    expect(codeBlocks(english)).toEqual(
      expect.arrayContaining(['npm ci && npm start\n', 'npm ci && npm test\n']),
    );
  });

  it('have tables of as many rows', () => {
    const rows = (text: string): number => text.match(/^\|/gm)?.length ?? 0;
    expect(rows(portuguese)).toBe(rows(english));
  });

  it('promise the same, in the words of docs/product.md', () => {
    const promises = readPromises(readText('docs/product.md'));
    expect(promises.map(([name]) => name)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `P${n}`));
    expect(readPromises(english)).toEqual(promises);
    expect(readPromises(portuguese).map(([name]) => name)).toEqual(promises.map(([name]) => name));
  });
});

describe.each(both)('%s', (_name, text) => {
  it('shows the picture that the project holds', () => {
    const [, picture = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(text) ?? [];
    expect(existsSync(join(root, picture))).toBe(true);
  });

  it('names only commands that exist', () => {
    const scripts = readJson('package.json')['scripts'];
    const names = [...text.matchAll(/npm run ([\w-]+)/g)].map((match) => match[1]);
    expect(isRecord(scripts) ? Object.keys(scripts) : []).toEqual(expect.arrayContaining(names));
  });

  it('explains each permission of the manifest and no other', () => {
    const scopes = readTexts(readJson('appsscript.json')['oauthScopes']);
    const rows = [...text.matchAll(/^\| `((?:spreadsheets|script)\.[\w.]+)`/gm)];
    const explained = rows.map((match) => `https://www.googleapis.com/auth/${match[1]}`);
    expect(explained.sort()).toEqual(scopes.sort());
  });
});

describe('the try-out', () => {
  let twin: Twin;
  let url: string;

  const curl = codeBlocks(english).find((block) => block.startsWith('curl ')) ?? '';
  const [, body = ''] = /-d '([^']*)'/.exec(curl) ?? [];
  const [, port = '', address = ''] = /'http:\/\/127\.0\.0\.1:(\d+)(\/[^']*)'/.exec(curl) ?? [];

  beforeAll(async () => {
    twin = startTwin({ bundleDir: join(root, 'dist'), clock: createVirtualClock(Date.now()) });
    url = await twin.listen(0);
    await setUpSample(twin, twin.execUrl());
  });

  afterAll(() => twin.stop());

  const post = async (): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url + address, { method: 'POST', headers, body })).text();
  };

  const readRows = async (title: string): Promise<string[][]> => {
    const answer: unknown = await (
      await fetch(`${url}/api/sheets/${encodeURIComponent(title)}`)
    ).json();
    const display: unknown = Reflect.get(Object(answer), 'display');
    return Array.isArray(display) ? display.map(readTexts) : [];
  };

  it('names the port that npm start takes', () => {
    expect(port).toBe(commands.start.options.port.default);
  });

  it('makes the row that the README shows, once', async () => {
    expect([await post(), await post()]).toEqual(['OK', 'OK']);
    const rows = await readRows('Status dos agentes');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.slice(0, 4)).toEqual([
      'João Alves',
      'VERDADEIRO',
      'FALSO',
      '01/08/2022 - 16:36:21',
    ]);
    expect((await readRows('Agora'))[0]?.slice(0, 2)).toEqual(['João Alves', 'Em pausa']);
    for (const [, text] of both) expect(text).toContain('01/08/2022 - 16:36:21');
  });
});
