import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { setUpSample } from '../../src/cli/sample';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { launchBrowser, openViewer } from '../support/browser';
import { agentStatus, bundleDir, usePlantao } from '../support/plantao';

describe('The built app in the open page', () => {
  let twin: Twin;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    twin = startTwin({ bundleDir, title: 'Plantão', clock: createVirtualClock(Date.now()) });
    const url = await twin.listen(0);
    await setUpSample(twin, twin.execUrl());
    browser = await launchBrowser();
    const viewport = { width: 1280, height: 760 };
    page = await openViewer(browser, url, { locale: 'pt-BR', viewport });
  });
  afterAll(async () => {
    await browser?.close();
    await twin?.stop();
  });

  /** Chooses a menu item and gives the inside of the dialog that opens. */
  async function open(item: string): Promise<FrameLocator> {
    await page.getByRole('button', { name: 'Plantão', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return page.getByRole('dialog').locator('iframe').last().contentFrame();
  }

  const close = () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: /Fechar|×/ })
      .first()
      .click();

  it('Falhas: a cause in words, its dry run and its replay', async () => {
    const plantao = usePlantao(twin);
    await plantao.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    await plantao.settle();
    const dialog = await open('Falhas');
    await dialog.getByRole('button', { name: /Um campo veio com outro tipo/ }).click();
    await dialog.getByText('Atualize o Plantão').first().waitFor();
    await dialog.locator('mark', { hasText: '"id": {' }).waitFor();
    await dialog.getByRole('button', { name: 'Simular 1' }).click();
    await dialog.getByText('Nada foi gravado ainda.').waitFor();
    expect(await dialog.locator('.tiles .warn strong').textContent()).toBe('1');
    await dialog.getByText('1 ainda falha e nada se perde').waitFor();
    expect(await dialog.getByRole('button', { name: /^Reprocessar/ }).count()).toBe(0);
    await close();
  });

  it('Quadro para TV: an address that opens the board, shown once, and ended with a second click', async () => {
    const dialog = await open('Quadro para TV');
    await dialog.getByLabel('Nome da tela').fill('Sala');
    await dialog.getByRole('button', { name: 'Criar endereço' }).click();
    const address = dialog.getByLabel('Endereço da tela');
    await address.waitFor();
    const screen = await browser.newPage();
    screen.setDefaultTimeout(0);
    await screen.goto(await address.inputValue());
    await screen.locator('#sandboxFrame').contentFrame().locator('.card').first().waitFor();
    await screen.close();
    const card = dialog.locator('section', { hasText: 'sem nomes de clientes' });
    await card.getByRole('button', { name: 'Encerrar' }).click();
    await card.getByRole('button', { name: 'Encerrar mesmo' }).click();
    await dialog.getByText('Tela Sala encerrada').waitFor();
    expect(await address.count()).toBe(0);
    await dialog.getByText('Nenhuma tela ainda.').waitFor();
    await close();
  });
});
