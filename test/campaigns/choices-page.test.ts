import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { texts } from '../../src/panel/texts';
import { launchBrowser } from '../support/browser';
import { chooseItem, listWrong, newestDialog, type OpenDialog } from '../support/dialog';
import { readFixture } from '../support/fixtures';
import { startPlantao, type Plantao } from '../support/plantao';

const places = [
  { locale: 'pt_BR', language: 'pt', tab: 'Conversas' },
  { locale: 'es_MX', language: 'es', tab: 'Conversaciones' },
  { locale: 'en_US', language: 'en', tab: 'Conversations' },
] as const;

const conversation = readFixture('evolvy/v415_conversation_created.json');
/** An event of a conversation with an attribute of the team's own. */
const withPlan = (id: number, plan: string) => ({
  ...(typeof conversation === 'object' ? conversation : {}),
  id,
  custom_attributes: { plan },
});

describe.each(places)('What a person chooses for a connection, in $locale', (place) => {
  const { locale, language, tab } = place;
  const say = (id: keyof typeof texts): string => texts[id][language];
  let plantao: Plantao;
  let browser: Browser;
  let open: OpenDialog;

  beforeAll(async () => {
    plantao = await startPlantao({ locale });
    await plantao.post('evolvy', withPlan(1, 'ouro'));
    await plantao.settle();
    browser = await launchBrowser();
    const url = await plantao.twin.listen(0);
    const { page, faults } = await chooseItem(browser, url, { locale, item: say('connections') });
    const sidebar = page.locator('#sidebar iframe').contentFrame();
    const card = sidebar.locator('li.card').filter({ hasText: 'Evolvy' });
    await card.locator('[aria-haspopup="menu"]').click();
    await card.getByRole('menuitem', { name: say('choices') }).click();
    const dialog = newestDialog(page);
    await dialog.getByRole('button', { name: say('choicesAdd') }).waitFor();
    open = { page, dialog, faults };
  });
  afterAll(async () => {
    await browser?.close();
    await plantao?.twin.stop();
  });

  it('is whole for everybody, by day and by night', async () => {
    const folder = fileURLToPath(new URL(`../../build/panel/${locale}-dialogs`, import.meta.url));
    mkdirSync(folder, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await open.page.emulateMedia({ colorScheme });
      expect(await listWrong(open)).toEqual([]);
      const path = join(folder, `choices-${colorScheme}.png`);
      await open.page.locator('dialog').last().screenshot({ path });
    }
    expect(open.faults).toEqual([]);
  });

  it('becomes a column, which what comes fills', async () => {
    const { dialog } = open;
    await dialog.getByLabel(say('choicesTyped')).fill('custom_attributes.plan');
    await dialog.getByLabel(say('choicesTitle')).fill('Plano');
    await dialog.getByLabel(new RegExp(`^${say('choicesTab')}`)).selectOption({ label: tab });
    await dialog.getByRole('button', { name: say('choicesAdd') }).click();
    await dialog.getByRole('button', { name: `${say('choicesDrop')} (Plano)` }).waitFor();
    await plantao.post('evolvy', withPlan(2, '=ouro'));
    const plans = plantao.rows(tab).map((row) => row['Plano']);
    expect(plans).toEqual([null, '=ouro']);
  });

  it('reaches what came before, by a button', async () => {
    const { dialog } = open;
    await dialog.getByRole('button', { name: say('choicesFill') }).click();
    const filled = say('choicesFilled').split('{count}')[0] ?? '';
    await dialog.getByText(filled).waitFor();
    expect(plantao.rows(tab).map((row) => row['Plano'])).toEqual(['ouro', '=ouro']);
  });

  it('holds a connection back, and lets it go on', async () => {
    const { dialog } = open;
    await dialog.getByRole('button', { name: say('choicesDoPause') }).click();
    await dialog.getByRole('button', { name: say('choicesResume') }).waitFor();
    await plantao.post('evolvy', withPlan(3, 'prata'));
    expect(plantao.rows(tab)).toHaveLength(2);
    await dialog.getByRole('button', { name: say('choicesResume') }).click();
    await dialog.getByRole('button', { name: say('choicesDoPause') }).waitFor();
    await plantao.settle();
    expect(plantao.rows(tab).map((row) => row['Plano'])).toEqual(['ouro', '=ouro', 'prata']);
  });
});
