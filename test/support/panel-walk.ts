import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Language } from '../../src/events/localized';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { agentStatus, bundleDir, usePlantao } from './plantao';
import { launchBrowser, openViewer } from './browser';
import { urlOf, visit, type Visitor } from './panel-journey';

const bogota = 'America/Bogota';

/** What a walk from an empty spreadsheet to live rows came to. */
interface Walk {
  /** From the opened panel to the first row. */
  readonly clicksToFirstRow: number;
  /** Serious and moderate findings of axe-core, by screen. */
  readonly findings: readonly string[];
  /** What went wrong in the pages, and what they asked of anybody else. */
  readonly faults: readonly string[];
  /** Words that were wider than their place, by screen. */
  readonly overflows: readonly string[];
}

/** Who walks, and where. */
export interface Walking {
  readonly language: Language;
  readonly locale: string;
  /** The tab in which the rows are to be. */
  readonly tab: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Every act of Conexões, too. */
  readonly isWhole: boolean;
}

const axePath = require.resolve('axe-core/axe.min.js');

/** Goes all the way by clicks alone: tabs, address, platform, first event. Keeps a picture of each screen. */
async function walkThrough(
  twin: Twin,
  browser: Browser,
  { language, locale, colorScheme = 'light', isWhole }: Walking,
): Promise<Walk> {
  const url = await twin.listen(0);
  const faults: string[] = [];
  const viewport = { width: 1280, height: 900 };
  const page = await openViewer(browser, url, {
    locale: locale.replace('_', '-'),
    viewport,
    colorScheme,
    faults,
  });
  const place = new URL(`../../build/panel/${locale}-${colorScheme}`, import.meta.url);
  const visitor = visit({ page, language, folder: fileURLToPath(place) });
  const findings: string[] = [];
  const overflows: string[] = [];
  const see = async (name: string): Promise<void> => {
    await visitor.picture(name);
    const frame = await (await page.locator('#sidebar iframe').elementHandle())?.contentFrame();
    if (!frame) throw new Error('The panel has no page.');
    await frame.addScriptTag({ path: axePath });
    for (const finding of await frame.evaluate(findTrouble)) findings.push(`${name}: ${finding}`);
    for (const text of await frame.evaluate(findOverflow)) overflows.push(`${name}: ${text}`);
  };
  const clicksToFirstRow = await walkStart(twin, visitor, see);
  if (isWhole) await walkConnections(twin, visitor, see);
  await page.close();
  return { clicksToFirstRow, faults, findings, overflows };
}

type See = (name: string) => Promise<void>;

async function walkStart(twin: Twin, visitor: Visitor, see: See): Promise<number> {
  const exec = twin.execUrl() ?? '';
  await visitor.choose('start');
  await visitor.read('tabsTitle');
  await see('tabs');
  await visitor.click('makeTabsNow');
  await visitor.read('deployTitle');
  await see('deploy');
  await visitor.click('urlIsCopied');
  await visitor.read('pasteTitle');
  await see('paste');
  // Two wrong addresses on the way are not counted: a person who copies the right one meets neither.
  const before = visitor.clicks;
  await visitor.paste(
    'urlField',
    exec.replace('/exec', '/dev').replace(/^http:.*\/s\//, 'https://script.google.com/macros/s/'),
  );
  await visitor.read('urlDev');
  await see('paste-dev');
  await visitor.paste('urlField', exec.replace('AKfycb', 'AKfycbX'));
  await visitor.read('urlArchived');
  await see('paste-archived');
  const detour = visitor.clicks - before;
  await visitor.paste('urlField', exec);
  await visitor.panel.locator('.line.ok').waitFor();
  await see('paste-works');
  await visitor.click('goOn');
  await visitor.read('vendorTitle');
  await see('vendors');
  await visitor.clickNamed(/^Huggy/);
  await visitor.read('copyStep');
  await visitor.clickNamed(new RegExp(`^${visitor.say('copy')} `));
  await visitor.read('copied');
  await see('vendor-huggy');
  await visitor.click('isPasted');
  await visitor.read('takesLong');
  await see('waiting');
  await visitor.click('sendTestNow');
  await visitor.panel.locator('.note').last().getByText(visitor.say('testName')).waitFor();
  const toFirstRow = visitor.clicks - detour;
  await see('test-event');
  await postAsVendor(twin);
  await visitor.read('fromNowOn');
  await visitor.panel
    .getByText(visitor.say('standsIn', { tab: '' }).replace(/\.$/, '').trim())
    .waitFor();
  await see('received');
  return toFirstRow;
}

/** What Huggy sends when an agent changes their status. */
async function postAsVendor(twin: Twin): Promise<void> {
  const query = urlOf(twin, 'huggy').split('?')[1] ?? '';
  await usePlantao(twin).post('huggy', agentStatus(), { query });
}

async function walkConnections(twin: Twin, visitor: Visitor, see: See): Promise<void> {
  const { panel } = visitor;
  await usePlantao(twin).settle();
  await visitor.choose('connections');
  const card = panel.locator('.card', { hasText: 'Treble' });
  await card.waitFor();
  await see('connections');
  await card.locator('.card-head').click();
  await see('card');
  const plug = panel.locator('.card', { hasText: 'PlugChat' });
  await plug.locator('.card-head').click();
  await plug.getByRole('button', { name: visitor.say('registerNow'), exact: true }).click();
  await plug.getByRole('alert').getByText(/\S/).first().waitFor();
  await see('card-register');
  const choose = async (id: Parameters<Visitor['say']>[0]): Promise<void> => {
    await card.locator('.icon-button').click();
    await panel.getByRole('menuitem', { name: visitor.say(id), exact: true }).click();
  };
  await card.locator('.icon-button').click();
  await see('card-menu');
  await panel.getByRole('menu').press('Escape');
  await choose('rename');
  await see('card-rename');
  await panel.getByLabel(visitor.say('accountName')).fill('Campanhas');
  await panel.getByLabel(visitor.say('accountName')).press('Enter');
  await card.getByText('Campanhas').waitFor();
  await choose('changeSecretAsk');
  await see('card-secret');
  await visitor.click('changeNow');
  await visitor.read('twoUrls');
  await see('card-two-urls');
  await visitor.click('endOld');
  await panel.getByText(visitor.say('twoUrls')).waitFor({ state: 'detached' });
  await choose('removeAsk');
  await see('card-remove');
  await visitor.click('removeNow');
  await panel
    .getByText(visitor.say('connectionRemoved', { label: 'Treble · Campanhas' }))
    .first()
    .waitFor();
  await visitor.click('addNew');
  await visitor.click('addNow');
  await visitor.read('labelMissing');
  await see('new');
  await panel.getByLabel(visitor.say('accountName')).fill('Filial');
  await visitor.click('addNow');
  await panel.locator('.card', { hasText: 'Filial' }).waitFor();
  await visitor.click('pauseNow');
  await visitor.read('pausedNow');
  await see('paused');
  await visitor.click('resumeNow');
  await panel.getByText(visitor.say('pausedNow')).waitFor({ state: 'detached' });
}

/** Runs in the page. */
const findTrouble = async (): Promise<string[]> => {
  const found: unknown = Reflect.get(window, 'axe');
  const run: unknown =
    typeof found === 'object' && found !== null ? Reflect.get(found, 'run') : null;
  if (typeof run !== 'function') throw new Error('axe cannot run');
  const results: unknown = await Reflect.apply(run, found, []);
  const violations: unknown =
    typeof results === 'object' && results !== null ? Reflect.get(results, 'violations') : null;
  if (!Array.isArray(violations)) throw new Error('axe gave no list');
  return violations
    .map((one) => JSON.stringify(one))
    .filter((text) => !text.includes('"impact":"minor","tags"'))
    .map((text) => text.slice(0, 900));
};

/** Runs in the page: what is wider than its place, at the width that is left beside a scroll bar of Windows. */
const findOverflow = (): string[] => {
  document.documentElement.style.width = '284px';
  const wide = [...document.querySelectorAll('main *, nav *')].filter(
    (one) =>
      one instanceof HTMLElement &&
      one.checkVisibility() &&
      getComputedStyle(one).textOverflow !== 'ellipsis' &&
      !one.closest('.hidden-text') &&
      one.getBoundingClientRect().right > 284.5,
  );
  document.documentElement.style.width = '';
  return wide.map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 60)}`);
};

/** The walk as a test: few clicks, no fault, nothing that keeps somebody out. */
export function describeWalk(walking: Walking): void {
  let twin: Twin;
  let browser: Browser;
  let walk: Walk;
  beforeAll(async () => {
    const clock = createVirtualClock(Date.UTC(2026, 10, 24, 14));
    const { locale } = walking;
    twin = startTwin({ bundleDir, locale, timeZone: bogota, title: 'Plantão', clock });
    browser = await launchBrowser();
    walk = await walkThrough(twin, browser, walking);
  });
  afterAll(async () => {
    await browser?.close();
    await twin?.stop();
  });

  it('takes at most 12 clicks of our part to the first row', () => {
    expect(walk.clicksToFirstRow).toBeLessThanOrEqual(12);
    expect(usePlantao(twin).rows(walking.tab)).toHaveLength(2);
  });

  it('axe-core finds nothing serious or moderate on any screen, and nothing is wider than 284 px', () => {
    expect(walk.findings).toEqual([]);
    expect(walk.overflows).toEqual([]);
  });

  it('goes without an error, asks nobody but the spreadsheet, and leaves the zone that was chosen', () => {
    expect(walk.faults).toEqual([]);
    expect(twin.workbook.timeZone).toBe(bogota);
  });
}
