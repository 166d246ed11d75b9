import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { texts } from '../../src/panel/texts';
import { launchBrowser } from '../support/browser';
import { listWrong, openDialog, tabTo, type OpenDialog } from '../support/dialog';
import type { Plantao } from '../support/plantao';
import { startWithFailures } from '../support/plantao-with-failures';

const places = [
  { locale: 'pt_BR', language: 'pt' },
  { locale: 'es_MX', language: 'es' },
  { locale: 'en_US', language: 'en' },
] as const;

describe.each(places)('Falhas by keyboard alone, in $locale', ({ locale, language }) => {
  let plantao: Plantao;
  let browser: Browser;
  let open: OpenDialog;
  const say = (id: keyof typeof texts, count = ''): string =>
    texts[id][language].replace('{count}', count);

  beforeAll(async () => {
    plantao = await startWithFailures(locale);
    const url = await plantao.twin.listen(0);
    browser = await launchBrowser();
    open = await openDialog(browser, url, { locale, item: say('failures') });
    await open.dialog.getByRole('tablist').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await plantao?.twin.stop();
  });

  const press = async (selector: string): Promise<void> => {
    await tabTo(open, selector);
    await open.page.keyboard.press('Enter');
  };

  it('the lists are chosen with the arrows, and each says what is in it', async () => {
    await open.dialog.locator('section.token').waitFor();
    expect(await listWrong(open)).toEqual([]);
    await open.dialog.locator('#tab-mine').focus();
    await open.page.keyboard.press('ArrowRight');
    await open.dialog.getByText(say('failNoneRetrying')).waitFor();
    await open.page.keyboard.press('ArrowRight');
    await open.dialog.getByText(say('failNoneOver')).waitFor();
    expect(await listWrong(open)).toEqual([]);
    await open.page.keyboard.press('ArrowRight');
    await open.dialog.locator('.cause').waitFor();
    expect(await open.dialog.locator('main').textContent()).not.toContain('|');
  });

  it('a cause opens with its body, and a dry run comes before the replay', async () => {
    await press('.cause');
    await open.dialog.locator('mark').waitFor();
    expect(await listWrong(open)).toEqual([]);
    await press('.bar button:last-child');
    await open.dialog.getByText(say('failNothingWritten')).waitFor();
    expect(await listWrong(open)).toEqual([]);
    await press('.bar button.quiet');
    await open.dialog.locator('mark').waitFor();
  });

  it('a cause is ignored with a reason of one’s own, and taken back', async () => {
    await press('.bar button.quiet');
    await open.dialog.getByText(say('failWhy')).waitFor();
    await open.dialog.getByLabel(say('failWhyOther')).press('Space');
    await press('button.danger');
    await open.dialog.getByRole('alert').waitFor();
    expect(await listWrong(open)).toEqual([]);
    await open.page.keyboard.type('conta antiga');
    await open.page.keyboard.press('Enter');
    await open.dialog.getByText(say('failIgnored')).waitFor();
    await open.dialog.locator('#tab-mine').focus();
    await open.page.keyboard.press('ArrowLeft');
    await press('.cause');
    await open.dialog.getByText('conta antiga').waitFor();
    expect(await listWrong(open)).toEqual([]);
    await open.dialog.getByRole('button', { name: say('failUnignore') }).press('Enter');
    await open.dialog.getByText(say('failUnignored')).waitFor();
  });

  it('what touches many rows is folded away', async () => {
    const all = open.dialog.getByRole('button', { name: say('failSimulateAll') });
    expect(await all.isVisible()).toBe(false);
    await press('.tools > summary');
    await all.waitFor();
    expect(await listWrong(open)).toEqual([]);
    await all.press('Enter');
    await open.dialog.getByRole('button', { name: say('replayAll') }).waitFor();
    expect(await listWrong(open)).toEqual([]);
    await press('.bar button.quiet');
    await all.waitFor();
  });

  it('a token is decided about on a page of its own, and a refusal can be undone', async () => {
    await open.dialog.locator('#tab-over').focus();
    await open.page.keyboard.press('ArrowRight');
    await press('section.token button');
    await open.dialog.getByRole('button', { name: say('failRefuse') }).waitFor();
    expect(await listWrong(open)).toEqual([]);
    await press('button.danger-quiet');
    await open.dialog.getByText(say('failTokenRefused')).waitFor();
    expect(await open.dialog.locator('section.token').count()).toBe(0);
    expect(await listWrong(open)).toEqual([]);
    expect(open.faults).toEqual([]);
  });
});
