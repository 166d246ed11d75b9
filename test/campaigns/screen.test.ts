import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import type { Board } from '../../src/intake/views/screen/board';
import { agents as team } from '../../src/cli/demo/people';
import { setUpSample } from '../../src/cli/sample';
import { addSampleScreen } from '../../src/cli/sample-screen';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { seriousFaults } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { agentStatus, bundleDir, usePlantao } from '../support/plantao';

/** A Thursday, 9:00 in GMT-3. */
const startMs = Date.UTC(2026, 9, 1, 12);
const turnMs = 21_000;

/** The same board of thirty agents, and twelve who wait, three of them for too long. */
function crowd(answer: unknown, count = 30): object {
  if (!isAnswer(answer)) throw new Error('There is no board.');
  const { board } = answer;
  const agents = Array.from({ length: count }, (_unused, index) => ({
    ...board.agents[index % 2],
    sinceMs: board.atMs - (14 + index) * 60_000,
    name: team[index % team.length]?.name ?? '',
  }));
  const waiting = Array.from({ length: 12 }, (_unused, index) => ({
    sinceMs: board.atMs - (index < 3 ? 15 - index : 9) * 60_000,
    contact: 'Ana Beatriz de Albuquerque Cavalcanti',
    channel: 'WhatsApp',
    team: 'Atendimento e suporte',
  }));
  const cards = { ...board.cards, known: count, waiting: 12 };
  return { kind: 'board', nowMs: board.atMs, board: { ...board, agents, waiting, cards } };
}

const isAnswer = (value: unknown): value is { readonly board: Board } =>
  typeof value === 'object' && value !== null && 'board' in value;

describe('The page Quadro on a screen', () => {
  let twin: Twin;
  let browser: Browser;
  let page: Page;
  let board: Frame;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    twin = startTwin({ bundleDir, clock: createVirtualClock(startMs) });
    await twin.listen(0);
    await setUpSample(twin, twin.execUrl());
    const url = addSampleScreen(twin);
    const names = ['Ana Beatriz Souza', '<i>Zé</i>', 'Luís Gustavo de Araújo'];
    const agents = names.map((name, id) => ({ id, name, isAvailable: id > 0 }));
    await usePlantao(twin).post('huggy', agentStatus({ time: startMs / 1000, agents }));
    await usePlantao(twin).settle();
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'pt-BR' });
    page.setDefaultTimeout(0);
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.clock.install();
    await page.goto(url);
    const inside = await (await page.locator('#sandboxFrame').elementHandle())?.contentFrame();
    if (!inside) throw new Error('The page has no frame.');
    board = inside;
    await board.locator('.card').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await twin?.stop();
  });

  const live = () => board.locator('#live').textContent();
  /** Time goes on in the page until its words are these. */
  async function waitFor(words: string): Promise<void> {
    for (;;) {
      if ((await live())?.includes(words) === true) return;
      await page.clock.runFor(turnMs);
      await page.waitForTimeout(50);
    }
  }
  const calls = '**/run/readBoard';
  const addresses = '**/exec?*';

  it('shows cards and agents, and data as text', async () => {
    const cards = await board.locator('.card b').allTextContents();
    expect(cards.slice(0, 3)).toEqual(['2/3', '1', '0']);
    const names = await board.locator('.agent h3').allTextContents();
    expect(names).toEqual(['<i>Zé</i>', 'Luís Araújo', 'Ana B. Souza']);
    expect(await board.locator('#clock').textContent()).toBe('09:00');
    expect(await live()).toMatch(/^atualizado há \d+ s$/);
  });

  it.each([
    ['a wall', 1920, 1080],
    ['a small wall', 1280, 720],
    ['a phone', 390, 844],
  ])('nothing is cut or lies beside %s', async (_what, width, height) => {
    await page.setViewportSize({ width, height });
    const cut = await board.evaluate(() => {
      const root = document.documentElement;
      const isWide = root.scrollWidth > root.clientWidth;
      const texts = [...document.querySelectorAll('h1,h2,h3,p,b,em,li,#date,#live')];
      const cutOff = texts.filter((one) => one.scrollWidth > one.clientWidth + 1);
      return [isWide, ...cutOff.map((one) => one.textContent)];
    });
    expect(cut).toEqual([false]);
    await page.setViewportSize({ width: 1920, height: 1080 });
  });

  it('a full house has room: 24 tiles, the limit among seven who wait, and how many more there are', async () => {
    const key = new URL(page.url()).searchParams.get('v') ?? '';
    const answer: unknown = await twin.runForPage('readBoard', [key], 'webApp');
    await page.route(calls, (route) => route.fulfill({ json: { result: crowd(answer) } }));
    while ((await board.locator('.agent').count()) < 24) {
      await page.clock.runFor(turnMs);
      await page.waitForTimeout(50);
    }
    const cut = await board.evaluate(() =>
      [...document.querySelectorAll('.agent, .wait, .card')]
        .filter((one) => one.scrollHeight > one.clientHeight + 1)
        .map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
    expect(await board.locator('.agent.rest').textContent()).toBe('e mais 7');
    const rows = await board.locator('.wait li').allTextContents();
    expect([rows.length, rows[3], rows[7]]).toEqual([8, 'limite 10 min', 'e mais 6']);
    await page.unroute(calls);
  });

  it.each([13, 15, 17, 24])('a team of %i: no name and no situation is cut', async (count) => {
    const key = new URL(page.url()).searchParams.get('v') ?? '';
    const answer: unknown = await twin.runForPage('readBoard', [key], 'webApp');
    await page.route(calls, (route) => route.fulfill({ json: { result: crowd(answer, count) } }));
    while ((await board.locator('.agent').count()) !== count) {
      await page.clock.runFor(turnMs);
      await page.waitForTimeout(50);
    }
    const cut = await board.evaluate(() =>
      [...document.querySelectorAll('.agent h3, .agent p, .agent p span')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
    expect(await board.locator('.agent h3', { hasText: '…' }).count()).toBe(0);
    await page.unroute(calls);
  });

  it.each(['light', 'dark'] as const)('has no faults of accessibility, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFaults(board)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('goes on by its address when the bridge no longer answers', async () => {
    await page.route(calls, (route) => route.abort());
    const agents = [{ id: 0, name: 'Ana Beatriz Souza', isAvailable: true }];
    await twin.advance(60_000);
    await usePlantao(twin).post('huggy', agentStatus({ time: startMs / 1000 + 50, agents }));
    await usePlantao(twin).settle();
    while ((await board.locator('.card b').first().textContent()) !== '3/3') {
      await page.clock.runFor(turnMs);
      await page.waitForTimeout(50);
    }
    expect(await board.locator('body.stale').count()).toBe(0);
  });

  it('says since when there is no connection, and comes back in place', async () => {
    await page.route(addresses, (route) => route.abort());
    await board.evaluate(() => Reflect.set(window, 'neverReloaded', true));
    await waitFor('Sem conexão desde 09:0');
    expect(await live()).toMatch(/números de 09:0\d; tentando de novo$/);
    expect(await board.locator('body.stale .card').count()).toBe(6);
    expect(await seriousFaults(board)).toEqual([]);
    await page.unroute(addresses);
    await page.unroute(calls);
    await waitFor('atualizado há ');
    expect(await board.locator('body.stale').count()).toBe(0);
    expect(await board.evaluate((): unknown => Reflect.get(window, 'neverReloaded'))).toBe(true);
  });

  it('shows nothing any more once its key was ended', async () => {
    twin.services.properties.write('script', [['screens', null]]);
    twin.services.cache.forgetAll();
    const ended = board.getByText('Este endereço foi encerrado.');
    while ((await ended.count()) === 0) {
      await page.clock.runFor(turnMs);
      await page.waitForTimeout(50);
    }
    expect(await board.locator('.card, .agent').count()).toBe(0);
  });

  it('throws nothing', () => expect(faults).toEqual([]));
});
