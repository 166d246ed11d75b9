import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { makeGuide, pageOf } from '../../src/cli/release/guide';
import { languages } from '../../src/events/localized';
import { texts } from '../../src/panel/texts';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { launchBrowser, openViewer } from '../support/browser';
import { urlOf, visit } from '../support/panel-journey';
import { agentStatus, bundleDir, usePlantao } from '../support/plantao';

const locales = { pt: 'pt_BR', es: 'es_MX', en: 'en_US' } as const;

/** What Google gives a new script project. */
const freshManifest = { timeZone: 'America/New_York', dependencies: {}, runtimeVersion: 'V8' };

/** A step of the guide: what to do, as its first paragraph says it, and the names in bold there. */
interface GuideStep {
  readonly act: string;
  readonly named: readonly string[];
}

/** The steps of the page, in order, from its text alone. */
function stepsOf(page: string): readonly GuideStep[] {
  const parts = page.split(/^## \d+\. .*$/m).slice(1);
  return parts.map((part) => {
    const [act = ''] = part.trim().split('\n\n');
    return { act, named: [...act.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name) };
  });
}

/** Clicks what a step names: an item of the menu, else a button of the panel, which may say more behind the name. */
async function click(page: Page, name: string): Promise<void> {
  const [first = '', item] = name.split(' > ');
  if (item === undefined) {
    const panel = page.locator('#sidebar iframe').contentFrame();
    await panel
      .getByRole('button', { name: new RegExp(`^${first}`) })
      .first()
      .click();
    return;
  }
  await page.getByRole('button', { name: first, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

describe.each(languages)('The guide by paste, followed word by word: %s', (language) => {
  const guide = makeGuide().get(pageOf(language)) ?? '';
  const steps = stepsOf(guide);
  const folder = mkdtempSync(join(tmpdir(), 'plantao-guide-'));
  let twin: Twin;
  let browser: Browser;

  beforeAll(async () => {
    // Steps 1 to 4: the file that the link leads to, in a project that has nothing but what Google puts there.
    const [, file = ''] = /\]\(([^)]+)\)/.exec(steps[0]?.act ?? '') ?? [];
    copyFileSync(
      join(dirname(bundleDir), 'dist-paste', decodeURIComponent(file)),
      join(folder, 'Code.js'),
    );
    writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(freshManifest));
    twin = startTwin({
      bundleDir: folder,
      locale: locales[language],
      clock: createVirtualClock(Date.now()),
    });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await twin.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that the code begins with our name, and it does', () => {
    expect(readFileSync(join(folder, 'Code.js'), 'utf8').slice(0, 200)).toContain('Plantão');
    expect(steps).toHaveLength(10);
  });

  it('leads from a reload of the spreadsheet to the row of an event', async () => {
    const viewport = { width: 1280, height: 900 };
    const page = await openViewer(browser, await twin.listen(0), {
      locale: locales[language].replace('_', '-'),
      viewport,
    });
    const folderOfPictures = join(folder, 'pictures');
    const { panel, paste, read } = visit({ page, language, folder: folderOfPictures });
    const named = (step: number): readonly string[] => steps[step - 1]?.named ?? [];
    const [permit = ''] = named(6);
    await click(page, permit);
    for (const name of named(7)) await click(page, name);
    const [, ...afterCopying] = named(9).slice(named(9).indexOf(texts.copy[language]));
    const [copied = '', goOn = ''] = afterCopying;
    await click(page, copied);
    expect(twin.execUrl()).toMatch(/\/exec$/);
    await paste('urlField', twin.execUrl() ?? '');
    await panel.locator('.line.ok').waitFor();
    await click(page, goOn);
    await click(page, 'Huggy');
    for (const name of named(10)) await click(page, name);
    const query = urlOf(twin, 'huggy').split('?')[1] ?? '';
    await usePlantao(twin).post('huggy', agentStatus(), { query });
    await read('fromNowOn');
    await page.close();
  });
});
