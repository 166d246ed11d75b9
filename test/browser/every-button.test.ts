import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { setUpSample } from '../../src/cli/sample';
import { texts } from '../../src/panel/texts';
import type { Language } from '../../src/events/localized';
import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { launchBrowser, openViewer } from '../support/browser';
import { agentStatus, bundleDir, usePlantao } from '../support/plantao';
import { isSaidIn } from '../support/said-in';

/** What a press of a button showed. */
interface Press {
  readonly name: string;
  readonly isBusyMeanwhile: boolean;
  readonly nameMeanwhile: string;
  readonly said: string;
  readonly kind: string;
}

const googleSays = 'PERMISSION_DENIED: server error … reading from storage.';

/** Presses each button of a page but those that copy, one after the other, and waits for what it says. */
const pressAll = async (copy: string): Promise<readonly Press[]> => {
  const presses: Press[] = [];
  const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
  for (const button of document.querySelectorAll('button')) {
    const name = button.textContent;
    if (name === copy || !button.isConnected) continue;
    const card = button.closest('section') ?? document.querySelector('#add');
    const place = card?.querySelector<HTMLElement>('.outcome');
    button.click();
    const meanwhile = { isBusyMeanwhile: button.disabled, nameMeanwhile: button.textContent };
    while (button.disabled) await pause();
    presses.push({
      name,
      ...meanwhile,
      said: place?.textContent ?? '',
      kind: place?.dataset['kind'] ?? '',
    });
  }
  return presses;
};

const languages: readonly (readonly [language: Language, locale: string])[] = [
  ['pt', 'pt_BR'],
  ['es', 'es_CO'],
  ['en', 'en_US'],
];

describe.each(languages)('every button of every page, in %s', (language, locale) => {
  let clock: VirtualClock;
  let twin: Twin;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    // A virtual clock: the 20 s that a press waits for the lock are over at once.
    clock = createVirtualClock(Date.UTC(2026, 9, 1, 12));
    twin = startTwin({ bundleDir, locale, clock });
    const url = await twin.listen(0);
    await setUpSample(twin, twin.execUrl());
    await usePlantao(twin).post('huggy', agentStatus());
    await usePlantao(twin).post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    await usePlantao(twin).post('huggy', agentStatus({ token: 'outro' }));
    await usePlantao(twin).settle();
    browser = await launchBrowser();
    page = await openViewer(browser, url, { locale: locale.replace('_', '-') });
  });
  afterAll(async () => {
    await browser?.close();
    await twin?.stop();
  });

  /** Opens a page by the menu and waits until it has buttons, or says why it has none. */
  async function open(item: 'connections' | 'failures', ready: string): Promise<Frame> {
    await page.getByRole('button', { name: 'Plantão', exact: true }).click();
    await page.getByRole('menuitem', { name: texts[item][language] }).click();
    const frame = page.getByRole('dialog').locator('iframe');
    await frame.contentFrame().locator(ready).first().waitFor();
    const inside = await (await frame.elementHandle())?.contentFrame();
    if (!inside) throw new Error('The dialog has no page.');
    return inside;
  }

  const close = () => page.getByRole('dialog').locator('button.close').click();

  /** Opens a page, lets something happen, presses everything. */
  async function pressEverything(
    item: 'connections' | 'failures',
    happen: () => unknown,
  ): Promise<readonly Press[]> {
    const inside = await open(item, 'section button');
    await happen();
    const presses = await inside.evaluate(pressAll, texts.copy[language]);
    await close();
    expect(presses.length).toBeGreaterThan(item === 'connections' ? 12 : 6);
    for (const press of presses)
      expect(press).toMatchObject({
        isBusyMeanwhile: true,
        nameMeanwhile: texts.working[language],
      });
    return presses;
  }

  const pages = ['connections', 'failures'] as const;
  const calls = '**/api/script-run';

  it.each(pages)('%s, with no connection to Google', async (item) => {
    const presses = await pressEverything(item, () => page.route(calls, (route) => route.abort()));
    await page.unroute(calls);
    for (const { said, kind } of presses)
      expect({ said, kind }).toEqual({ said: texts.unreachable[language], kind: 'refused' });
  });

  it.each(pages)('%s, when Google takes the call for another account', async (item) => {
    const json = { error: googleSays };
    const answer = () => page.route(calls, (route) => route.fulfill({ json }));
    const presses = await pressEverything(item, answer);
    await page.unroute(calls);
    for (const { said } of presses) expect(said).toBe(texts.otherAccount[language]);
  });

  it.each(pages)('%s, opened when nothing answers: it says so by itself', async (item) => {
    await page.route(calls, (route) => route.abort());
    const inside = await open(item, '.hint');
    await inside.getByText(texts.unreachable[language]).waitFor();
    expect(await inside.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`));
    await page.unroute(calls);
    await close();
  });

  it.each(pages)('%s, while another writes', async (item) => {
    const { locks } = twin.services;
    const presses = await pressEverything(item, () => locks.take('script', 'somebody else'));
    locks.release('script', 'somebody else');
    expect(presses.map(({ kind }) => kind)).toContain('busy');
    for (const { name, said, kind } of presses) {
      expect([name, said, isSaidIn(language, said)]).toEqual([name, said, true]);
      expect(kind === 'busy').toBe(said === texts.busy[language]);
    }
  });

  it.each(pages)('%s, left open for more than an hour', async (item) => {
    const presses = await pressEverything(item, () => clock.moveTo(clock.now() + 61 * 60_000));
    for (const { said } of presses) expect(said).toBe(texts.reopen[language]);
  });
});
