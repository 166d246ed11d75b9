import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { createPlainSeam, type CountingSeam } from '../../src/twin/runtime/seam';
import type { WebOutput } from '../../src/twin/web/web-answer';
import { askPanel } from '../support/ask-panel';
import { fieldOf } from '../support/field-of';
import { agentStatus, sampleSecret, startPlantao, type Plantao } from '../support/plantao';
import { makeScreen, type MadeScreen } from '../support/screens';

const startMs = Date.UTC(2026, 9, 1, 12);
const owner = 'owner@example.com';

/** Huggy tells that these agents are available, or online without receiving. */
const agents = (ids: readonly number[], isAvailable = true): object =>
  agentStatus({
    time: startMs / 1000,
    agents: ids.map((id) => ({ id, name: `Agente ${id}`, isAvailable })),
  });

/** Somebody who wrote and whom nobody serves. */
const waitingChat = {
  event: 'conversation_created',
  id: 7,
  status: 'open',
  created_at: startMs / 1000,
  timestamp: startMs / 1000,
  channel: 'Channel::WebWidget',
  contact_inbox: { contact_id: 3 },
  messages: [],
  meta: { sender: { id: 3, name: 'Marina Paz', type: 'contact' } },
};

describe('Quadro', () => {
  let plantao: Plantao;
  let seam: CountingSeam;
  let named: MadeScreen;
  let unnamed: MadeScreen;

  beforeAll(async () => {
    seam = createPlainSeam();
    plantao = await startPlantao({ clock: createVirtualClock(startMs), seam });
    named = await makeScreen(plantao.twin, true);
    unnamed = await makeScreen(plantao.twin, false);
    await plantao.post('huggy', agents([1, 2, 3]));
    await plantao.post('huggy', agents([4], false));
    await plantao.post('evolvy', waitingChat);
    await plantao.settle();
  });
  afterAll(() => plantao.twin.stop());

  const read = (key: unknown): Promise<unknown> =>
    plantao.twin.runForPage('readBoard', [key], 'webApp');

  const visit = (query: string): Promise<WebOutput> => {
    const request = { method: 'GET', query, contentType: null, body: new Uint8Array() };
    return plantao.twin.webOutput(request);
  };

  /** What readers cost: operations on properties, and reads of cells. */
  const spent = (): readonly number[] => {
    const { properties } = plantao.twin.services;
    const left = properties.quota.remaining(owner, plantao.twin.clock.now());
    return [left, seam.counts.get('Range.getValues') ?? 0];
  };

  it('shows agents, cards and who waits, as the tabs have them', async () => {
    const answer = await read(named.key);
    expect(answer).toMatchObject({
      kind: 'board',
      board: {
        language: 'pt',
        cards: { available: 3, known: 4, paused: 1, waiting: 1, serving: 0 },
        waiting: [{ contact: 'Marina Paz', sinceMs: startMs }],
      },
    });
    expect(fieldOf(answer, 'board', 'agents')).toHaveLength(plantao.rows('Agora').length);
  });

  it('a key without customers’ names shows everything else', async () => {
    const answer = await read(unnamed.key);
    expect(JSON.stringify(answer)).not.toContain('Marina');
    expect(answer).toMatchObject({ board: { waiting: [{ contact: '', sinceMs: startMs }] } });
  });

  it('is a page at its address, without the key in it, and the same numbers as JSON', async () => {
    const page = await visit(`v=${named.key}`);
    expect(page).toMatchObject({ kind: 'html', title: 'Plantão' });
    expect(JSON.stringify(page)).not.toContain(named.key);
    expect(page).toMatchObject({ metaTags: [{ name: 'viewport' }] });
    const json = await visit(`v=${named.key}&f=json`);
    const text = json.kind === 'text' ? json.text : '';
    const answer = await read(named.key);
    expect(JSON.parse(text)).toMatchObject({ board: fieldOf(answer, 'board') });
  });

  it('thirty reads cost no cell and hardly a property', async () => {
    await read(named.key);
    const [left = 0, reads] = spent();
    for (let count = 0; count < 30; count += 1) await read(named.key);
    const [after = 0, readsAfter] = spent();
    expect([left - after, readsAfter]).toEqual([0, reads]);
  });

  it('the sweep reads no cell more because there are screens', async () => {
    const sweepOnce = async (): Promise<number> => {
      const [, before = 0] = spent();
      await plantao.post('huggy', agents([5]));
      await plantao.twin.run('sweep_', [], 'trigger');
      const [, after = 0] = spent();
      return after - before;
    };
    await sweepOnce();
    const withScreens = await sweepOnce();
    const stored = plantao.twin.services.properties.entries('script').get('screens') ?? '';
    plantao.twin.services.properties.write('script', [['screens', null]]);
    const without = await sweepOnce();
    plantao.twin.services.properties.write('script', [['screens', stored]]);
    expect(withScreens).toBe(without);
  });

  it('what the cache has forgotten is drawn again from the tabs, at most once in ten seconds', async () => {
    plantao.twin.services.cache.forgetAll();
    await plantao.twin.advance(0);
    expect(await read(named.key)).toMatchObject({
      kind: 'board',
      board: { cards: { waiting: 1 } },
    });
  });
});

describe('A screen’s key', () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await startPlantao({ clock: createVirtualClock(startMs) });
  });
  afterAll(() => plantao.twin.stop());
  beforeEach(() => plantao.twin.services.cache.forgetAll());

  const read = (key: unknown): Promise<unknown> =>
    plantao.twin.runForPage('readBoard', [key], 'webApp');

  it('stands nowhere but in its address: the app keeps its digest', async () => {
    const { key } = await makeScreen(plantao.twin, true);
    const stored = [...plantao.twin.services.properties.entries('script')];
    expect(JSON.stringify(stored)).not.toContain(key);
    expect(JSON.stringify(await askPanel(plantao.twin, 'readScreens'))).not.toContain(key);
  });

  it('that was ended opens nothing from that moment on', async () => {
    const [kept, ended] = [
      await makeScreen(plantao.twin, true),
      await makeScreen(plantao.twin, true),
    ];
    expect(await read(ended.key)).toMatchObject({ kind: 'board' });
    await askPanel(plantao.twin, 'endScreen', ended.id);
    await plantao.twin.advance(11_000);
    expect(await read(ended.key)).toEqual({ kind: 'refused' });
    expect(await read(kept.key)).toMatchObject({ kind: 'board' });
  });

  it('opens nothing else, and no webhook’s secret opens it', async () => {
    const { key } = await makeScreen(plantao.twin, true);
    const query = `k=huggy.${key}&w=main`;
    const posted = await plantao.post('huggy', agents([9]), { query });
    expect(posted).toMatchObject({ text: expect.stringContaining('sem segredo válido') });
    const answer = await plantao.twin.runForPage('panel', [key, 'readScreens', []], 'webApp');
    expect(answer).toMatchObject({ outcome: { kind: 'refused' } });
    const padded = sampleSecret.padEnd(32, 'x');
    for (const secret of [sampleSecret, `huggy.${sampleSecret}`, padded])
      expect(await read(secret)).toEqual({ kind: 'refused' });
  });

  it('is guessed at no more than a look at the properties in ten seconds', async () => {
    await makeScreen(plantao.twin, true);
    const { properties } = plantao.twin.services;
    const left = (): number => properties.quota.remaining(owner, plantao.twin.clock.now());
    await plantao.twin.advance(11_000);
    const before = left();
    for (let guess = 0; guess < 30; guess += 1)
      expect(await read(`guess-${guess}`.padEnd(32, 'x'))).toEqual({ kind: 'refused' });
    expect(before - left()).toBeLessThanOrEqual(1);
  });

  it('without one the address says what it always said; with a wrong one plain text', async () => {
    const visit = (query: string): Promise<WebOutput> =>
      plantao.twin.webOutput({ method: 'GET', query, contentType: null, body: new Uint8Array() });
    expect(await visit('')).toMatchObject({ kind: 'text', text: expect.stringContaining('no ar') });
    expect(await visit('v=errada')).toMatchObject({ kind: 'text' });
    expect(await visit('v=errada&f=json')).toMatchObject({ text: '{"kind":"refused"}' });
  });
});
