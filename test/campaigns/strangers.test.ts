import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listGlobalNames } from '../../src/cli/check-bundle';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { setUpSample } from '../../src/cli/sample';
import { callPanel, takeToken } from '../support/ask-panel';
import { argumentLists, forged, huge, panelCalls } from '../support/hostile-arguments';
import {
  agentStatus,
  bundleDir,
  sampleAddress,
  startPlantao,
  type Plantao,
} from '../support/plantao';

const globals = listGlobalNames(readFileSync(join(bundleDir, 'Code.js'), 'utf8'));
/** Names that a stranger may try although the bundle declares none of them. */
const guesses = ['App.panel', 'App.doPost', 'eval', 'constructor', '__proto__', 'toString'];

/** Everything that a call could have changed or spent. */
function snapshot({ twin, rows }: Plantao): Readonly<Record<string, unknown>> {
  const { properties, triggers, urlFetch, outbox } = twin.services;
  return {
    properties: [...properties.entries('script')],
    spent: properties.quota.remaining('owner@example.com', twin.clock.now()),
    triggers: triggers.list(),
    fetched: JSON.stringify(urlFetch),
    sent: JSON.stringify(outbox),
    sheets: twin.workbook.sheets.map((sheet) => [sheet.id, sheet.title, sheet.hidden]),
    cells: twin.workbook.sheets.map((sheet) => rows(sheet.title)),
  };
}

/** Secrets, keys, ids and labels that stand in the properties. */
const dataOf = ({ twin }: Plantao): readonly string[] =>
  [...twin.services.properties.entries('script')].flatMap(
    ([, value]) => value.match(/[\w-]{12,}|Exemplo/g) ?? [],
  );

/** `google.script.run` of a page of the web app, as its address answers it. */
async function callAsVisitor(twin: Twin, name: string, args: readonly unknown[]): Promise<string> {
  const url = `${twin.execUrl()?.replace(/exec$/, 'run')}/${encodeURIComponent(name)}`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(args) });
  return answer.text();
}

/** Calls a function with each list of arguments; gives what was told of the app's data. */
async function callWithEach(
  plantao: Plantao,
  name: string,
  lists: readonly (readonly unknown[])[],
): Promise<readonly string[]> {
  const data = dataOf(plantao);
  const answers: string[] = [];
  for (const args of lists) answers.push(await callAsVisitor(plantao.twin, name, args));
  return data.filter((text) => answers.some((answer) => answer.includes(text)));
}

const bodyOf = (text: string): unknown => JSON.parse(text);
const hour = 60 * 60_000;

async function start(uiInWebCalls: boolean): Promise<Plantao> {
  const clock = createVirtualClock(Date.UTC(2026, 9, 1, 12));
  const plantao = await startPlantao({ clock, spreadsheet: { uiInWebCalls } });
  await plantao.twin.listen(0);
  await plantao.post('huggy', agentStatus());
  await plantao.settle();
  return plantao;
}

// A person who may only read the spreadsheet has no menu and no dialogs on Google: they are visitors of the web app, too.
describe('A visitor of the web app, anonymous or a reader of the spreadsheet', () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await start(false);
  });
  afterAll(() => plantao.twin.stop());

  it.each([...globals, ...guesses])('gets nothing from %s and changes nothing', async (name) => {
    const before = snapshot(plantao);
    expect(await callWithEach(plantao, name, argumentLists)).toEqual([]);
    expect(snapshot(plantao)).toEqual(before);
  });

  it('with a token taken from an open page gets nothing either', async () => {
    const token = await takeToken(plantao.twin);
    expect(token).not.toBe('');
    const before = snapshot(plantao);
    const calls = panelCalls(token);
    expect(await callWithEach(plantao, 'panel', calls)).toEqual([]);
    expect(snapshot(plantao)).toEqual(before);
  });

  it('finds no name of a menu or a trigger, in the web app nor in a dialog', async () => {
    const hidden = globals.filter((name) => name.endsWith('_'));
    expect(hidden.length).toBeGreaterThan(5);
    for (const name of hidden) {
      const answer = { error: `${name} is not a function` };
      expect(bodyOf(await callAsVisitor(plantao.twin, name, []))).toEqual(answer);
      await expect(plantao.twin.runForPage(name, [], 'clientCall')).rejects.toThrow(answer.error);
    }
  });

  it.each([
    ['a visit', 'GET', '', ''],
    ['no secret', 'POST', 'k=huggy&w=main', '{}'],
    ['a wrong secret', 'POST', 'k=huggy.errado&w=main', '{}'],
  ])(
    '%s is answered as plain text, never as a page that could call functions',
    async (...parts) => {
      const [, method, query, text] = parts;
      const body = new TextEncoder().encode(text);
      const output = await plantao.twin.webOutput({ method, query, contentType: null, body });
      expect(output.kind).toBe('text');
    },
  );

  it('a wrong secret costs at most one look at the properties in ten seconds', async () => {
    const { properties } = plantao.twin.services;
    const left = () => properties.quota.remaining('owner@example.com', plantao.twin.clock.now());
    const before = left();
    for (let count = 0; count < 20; count += 1)
      await plantao.post('huggy', {}, { query: `k=huggy.errado${count}&w=main` });
    expect(before - left()).toBeLessThanOrEqual(2);
  });
});

// Nobody has told whether Google gives a Ui to a web call of somebody who has the spreadsheet open; then the token must hold alone.
describe('A visitor whose calls had a Ui', () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await start(true);
  });
  afterAll(() => plantao.twin.stop());

  const wrongTokens = async (): Promise<readonly unknown[]> => {
    const expired = await takeToken(plantao.twin);
    await plantao.twin.advance(hour + 1);
    const fresh = await takeToken(plantao.twin);
    const [expiry = '', signature = ''] = fresh.split('.');
    const later = (plantao.twin.clock.now() + 9 * hour).toString(36);
    return [
      expired,
      forged,
      `${later}.${signature}`,
      `${expiry}.${signature.slice(1)}`,
      `${expiry}.${signature}x`,
      ` ${fresh}`,
      [fresh],
      { 0: fresh },
      huge,
      null,
    ];
  };

  it('gets nothing with a token that is forged, expired or no token at all', async () => {
    const tokens = await wrongTokens();
    const before = snapshot(plantao);
    for (const token of tokens)
      expect(await callWithEach(plantao, 'panel', panelCalls(token))).toEqual([]);
    expect({ ...snapshot(plantao), spent: 0 }).toEqual({ ...before, spent: 0 });
  });

  it('a page that is used keeps its token fresh; one left alone for an hour has to be opened again', async () => {
    let token = await takeToken(plantao.twin);
    for (let count = 0; count < 3; count += 1) {
      await plantao.twin.advance(0.75 * hour);
      const answer = await callPanel(plantao.twin, { token, action: 'readFailures', args: [] });
      expect(answer.outcome.kind).toBe('done');
      ({ token } = answer);
    }
    await plantao.twin.advance(hour);
    const answer = await callPanel(plantao.twin, { token, action: 'readFailures', args: [] });
    expect(answer).toMatchObject({ outcome: { kind: 'refused' }, token: '' });
    expect(answer.outcome).toMatchObject({ sentence: expect.stringContaining('abra de novo') });
  });

  it.each([
    ['an unknown action', 'setUp', []],
    ['a name of every object', 'constructor', []],
    ['no text', 7, []],
    ['too few arguments', 'changeSecret', []],
    ['too many', 'readFailures', ['x']],
    ['an argument that is no text', 'changeSecret', [{ id: 'huggy' }]],
    ['an argument that is too long', 'changeSecret', [huge]],
    ['no list', 'readFailures', { length: 0 }],
  ])('even the owner is refused %s, in a sentence', async (_what, action, args) => {
    const token = await takeToken(plantao.twin);
    const { outcome } = await callPanel(plantao.twin, { token, action, args });
    expect(outcome).toMatchObject({ kind: 'refused', sentence: expect.stringMatching(/\.$/) });
  });
});

describe('A trigger of version 0.1.0', () => {
  it('goes on sweeping under its public name until Começar replaces it', async () => {
    const clock = createVirtualClock(Date.UTC(2026, 9, 1, 12));
    const plantao = await startPlantao({ clock });
    const { triggers } = plantao.twin.services;
    const names = () => triggers.list().map(({ functionName }) => functionName);
    for (const { id, ...kept } of triggers.list()) {
      triggers.remove(id);
      triggers.add({ ...kept, functionName: 'sweep' }, clock.now(), {
        next: () => 0.5,
        uuid: () => '',
      });
    }
    await plantao.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    await plantao.twin.advance(3 * 60_000);
    expect(plantao.rows('Falhas')).toHaveLength(1);
    await setUpSample(plantao.twin, sampleAddress);
    expect(names()).toEqual(['sweep_']);
    await plantao.twin.stop();
  });
});
