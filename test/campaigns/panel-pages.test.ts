import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { texts } from '../../src/panel/texts';
import { launchBrowser } from '../support/browser';
import { listWrong, openDialog } from '../support/dialog';
import { dialogs } from '../support/panel-pages';
import type { Plantao } from '../support/plantao';
import { startWithFailures } from '../support/plantao-with-failures';

const places = [
  { locale: 'pt_BR', language: 'pt', lang: 'pt-BR' },
  { locale: 'es_MX', language: 'es', lang: 'es' },
  { locale: 'en_US', language: 'en', lang: 'en' },
] as const;

/** Pictures of every page are kept in `build/panel/`. */
describe.each(places)('Every dialog of the panel, in $locale', ({ locale, language, lang }) => {
  let plantao: Plantao;
  let browser: Browser;
  let url: string;
  const folder = fileURLToPath(new URL(`../../build/panel/${locale}-dialogs`, import.meta.url));

  beforeAll(async () => {
    plantao = await startWithFailures(locale);
    url = await plantao.twin.listen(0);
    browser = await launchBrowser();
    mkdirSync(folder, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await plantao?.twin.stop();
  });

  it.each(dialogs)(
    '%s: whole for everybody, by day and by night, and alone with the app',
    async (id) => {
      const item = texts[id][language];
      const open = await openDialog(browser, url, { locale, item });
      const wrong: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await open.page.emulateMedia({ colorScheme });
        wrong.push(...(await listWrong(open)).map((one) => `${colorScheme}: ${one}`));
        const path = join(folder, `${id}-${colorScheme}.png`);
        await open.page.locator('dialog').last().screenshot({ path });
      }
      expect(wrong).toEqual([]);
      expect(open.faults).toEqual([]);
      const html = open.dialog.locator('html');
      expect(await html.getAttribute('lang')).toBe(lang);
      expect(await open.dialog.locator('title').textContent()).toBe(item);
      expect(await open.dialog.locator('h1').allTextContents()).toEqual([item]);
      await open.page.close();
    },
  );
});
