import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { texts } from '../../src/panel/texts';
import { launchBrowser } from '../support/browser';
import { openDialog, type OpenDialog } from '../support/dialog';
import { dialogs } from '../support/panel-pages';
import type { Plantao } from '../support/plantao';
import { startWithFailures } from '../support/plantao-with-failures';
import { pressUnanswered, tabAround, type Press } from '../support/press-all';

const places = [
  { locale: 'pt_BR', language: 'pt' },
  { locale: 'es_MX', language: 'es' },
  { locale: 'en_US', language: 'en' },
] as const;

/** Each page in one of the languages; that their sentences are there in all of them is held by the texts' own tests. */
describe.each(places)('Every button by keyboard, in $locale', ({ locale, language }) => {
  let plantao: Plantao;
  let browser: Browser;
  let url: string;
  const own = dialogs.filter((_id, index) => places[index % places.length]?.locale === locale);

  beforeAll(async () => {
    plantao = await startWithFailures(locale);
    url = await plantao.twin.listen(0);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await plantao?.twin.stop();
  });

  const openIt = (id: (typeof dialogs)[number]): Promise<OpenDialog> =>
    openDialog(browser, url, { locale, item: texts[id][language] });

  it.each(own)(
    '%s: Tab comes to every control, and each shows that it has the keyboard',
    async (id) => {
      const open = await openIt(id);
      expect(await tabAround(open)).toEqual({ missed: [], ringless: [] });
      await open.page.close();
    },
  );

  it.each(own)(
    '%s: when nothing answers, every button says so, and the keyboard stays',
    async (id) => {
      let open = await openIt(id);
      const cut = async (): Promise<number> => {
        await open.page.route('**/api/script-run', (route) => route.abort());
        await open.dialog.locator('body').evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
        return open.dialog.locator('button:visible').count();
      };
      const count = await cut();
      const presses: Press[] = [];
      for (let index = 0; index < count; index += 1) {
        const before = await open.dialog.locator('button:visible').count();
        if (before !== count) {
          // The last one led elsewhere.
          await open.page.close();
          open = await openIt(id);
          await cut();
        }
        presses.push(await pressUnanswered(open, open.dialog.locator('button:visible').nth(index)));
      }
      const sentence = texts.unreachable[language];
      const mute = presses.filter(({ asked, said }) => asked && !said.includes(sentence));
      expect(mute).toEqual([]);
      expect(presses.filter(({ keptFocus }) => !keptFocus)).toEqual([]);
      // The list of Ajustes is there already, and an empty search asks for nothing.
      const isQuiet = id === 'settings' || id === 'search';
      expect(isQuiet || presses.some(({ asked }) => asked)).toBe(true);
      await open.page.close();
    },
  );
});
