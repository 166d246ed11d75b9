import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { listWrong, openDialog, tabTo, type OpenDialog } from '../support/dialog';
import { startHands, type Hands } from '../support/hands';
import { agentStatus } from '../support/plantao';

/** What is done to the spreadsheet, the line that tells it, the button that mends it, and what the line is called before and then. */
const faults: readonly {
  readonly what: string;
  readonly harm: (hands: Hands) => Promise<unknown>;
  readonly line: string;
  readonly ill: string;
  readonly level: 'red' | 'amber';
  readonly mend: string;
}[] = [
  {
    what: 'a tab is deleted',
    harm: (hands) => hands.do('deleteTab', 'Conversas'),
    line: 'Abas e colunas ocultas',
    ill: 'Falta aba ou coluna oculta',
    level: 'red',
    mend: 'Refazer',
  },
  {
    what: 'the sweep has stopped',
    harm: async (hands) => hands.wait(26 * 60_000),
    line: 'Rotina de cada minuto',
    ill: 'Rotina de cada minuto parada',
    level: 'red',
    mend: 'Religar',
  },
  {
    what: 'the sweep runs twice',
    harm: (hands) => hands.do('addSweep'),
    line: 'Uma rotina só',
    ill: 'Rotinas a mais',
    level: 'amber',
    mend: 'Religar',
  },
  {
    what: 'writing is paused',
    harm: (hands) => hands.do('putSetting', 'isPaused', true),
    line: 'Gravação ligada',
    ill: 'Gravação pausada',
    level: 'amber',
    mend: 'Retomar',
  },
  {
    what: 'the zone is another one',
    harm: (hands) => hands.do('setZone', 'America/New_York'),
    line: 'Fuso da planilha',
    ill: 'Planilha em outro fuso',
    level: 'amber',
    mend: 'Mudar o fuso',
  },
  {
    what: 'a row stands twice',
    harm: (hands) => hands.do('doubleRow', 'Agora', 2),
    line: 'Chaves em dobro',
    ill: 'Chaves em dobro',
    level: 'amber',
    mend: 'Conferir abas',
  },
];

describe('Diagnóstico, in the browser', () => {
  let hands: Hands;
  let browser: Browser;
  let open: OpenDialog;

  beforeAll(async () => {
    hands = await startHands();
    const url = await hands.twin.listen(0);
    await hands.do('putSetting', 'execUrl', hands.twin.execUrl());
    await hands.post('huggy', agentStatus());
    await hands.settle();
    browser = await launchBrowser();
    open = await openDialog(browser, url, { locale: 'pt_BR', item: 'Diagnóstico' });
  });
  afterAll(async () => {
    await browser?.close();
    await hands?.stop();
  });

  const again = (): Promise<void> =>
    open.dialog.getByRole('button', { name: 'Conferir de novo' }).press('Enter');

  it('a healthy install shows no amber, and everything that is in order', async () => {
    await open.dialog.getByText('Tudo em ordem.').first().waitFor();
    expect(await open.dialog.locator('li.amber, li.red').allTextContents()).toEqual([]);
    expect(await open.dialog.locator('li.green').count()).toBe(15);
  });

  it('shows what is used of what Google gives, each with a bar', async () => {
    const meters = open.dialog.getByRole('meter');
    expect(await meters.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual([
      'Células da planilha',
      'Espaço do script',
      'Operações de hoje',
      'Tempo de acionador de hoje',
    ]);
    const said = await open.dialog.locator('.budget .amount').allTextContents();
    const forms = [
      /^\d+(,\d)? mi de 10 mi$/,
      /^\d+ kB de 500 kB$/,
      /^\d+ de 50\.000$/,
      /^\d+ min de 90 min$/,
    ];
    for (const [index, form] of forms.entries()) expect(said[index]).toMatch(form);
    await open.dialog.getByText('conta pessoal').waitFor();
  });

  it('copies a report of it all, by keyboard', async () => {
    await tabTo(open, 'button:has-text("Copiar relatório")');
    await open.page.keyboard.press('Enter');
    await open.dialog.getByText('Copiado. Não há dados de clientes nele.').waitFor();
    const report = await open.dialog.locator('.report textarea').inputValue();
    expect(report.split('\n')[0]).toMatch(/^Plantão \d+\.\d+\.\d+\. Tudo em ordem\.$/);
    expect(report.split('\n')).toHaveLength(1 + 15 + 4 + 1);
    expect(await listWrong(open)).toEqual([]);
  });

  it.each(faults)(
    '$what: the line turns $level, and its button mends it, by keyboard alone',
    async ({ harm, line, ill: name, level, mend }) => {
      await harm(hands);
      await again();
      const ill = open.dialog.locator(`li.${level}`).filter({ hasText: name });
      await ill.waitFor();
      expect(await listWrong(open)).toEqual([]);
      await tabTo(open, `li.${level}:has-text("${name}") button:has-text("${mend}")`);
      await open.page.keyboard.press('Enter');
      const well = open.dialog.locator('#doctor > ul > li.green').filter({ hasText: line });
      await well.getByText('Feito.').waitFor();
      const title = well.locator('h2');
      expect(await title.evaluate((node) => node === document.activeElement)).toBe(true);
      expect(await open.dialog.locator('li.red').allTextContents()).toEqual([]);
    },
  );

  it('an address that is gone has a sentence that says what to click, and no button', async () => {
    await hands.do('putSetting', 'execUrl', `${hands.twin.execUrl()}`.replace('AKfycb', 'AKfycbX'));
    await again();
    const line = open.dialog.locator('li.red').filter({ hasText: 'A implantação não existe mais' });
    await line.getByText('Nova implantação').waitFor();
    expect(await line.getByRole('button').count()).toBe(0);
    expect(open.faults).toEqual([]);
  });
});
