import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { setUpSample } from '../../src/cli/sample';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { seriousFaults } from '../support/axe';
import { launchBrowser, openViewer } from '../support/browser';
import { agentStatus, bundleDir, usePlantao } from '../support/plantao';

describe('The page Procurar', () => {
  let browser: Browser;
  let page: Page;
  let dialog: FrameLocator;
  let twin: Twin;
  beforeAll(async () => {
    browser = await launchBrowser();
    twin = startTwin({ bundleDir, title: 'Plantão', clock: createVirtualClock(Date.now()) });
    const url = await twin.listen(0);
    await setUpSample(twin, twin.execUrl());
    const plantao = usePlantao(twin);
    const client = {
      id: 'ana-77',
      name: '<img src=x onerror=alert(1)>',
      phone: '+55 11 98888-7777',
    };
    const body = { event: 'client.created', client };
    await plantao.post('generic', body, { webhook: 'contacts' });
    await plantao.post('huggy', agentStatus());
    await plantao.settle();
    const viewport = { width: 1280, height: 760 };
    page = await openViewer(browser, url, { locale: 'pt-BR', viewport });
    await page.getByRole('button', { name: 'Plantão', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Procurar' }).click();
    dialog = page.getByRole('dialog').locator('iframe').contentFrame();
    await dialog.getByRole('button', { name: 'Procurar' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await twin?.stop();
  });

  it('is used by the keyboard alone: type, Enter, Tab, Enter, and the cell is in front', async () => {
    await page.keyboard.type('(11) 8888-7777');
    await page.keyboard.press('Enter');
    await dialog.getByText('Encontrados: 2.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.getByText('A planilha mostra Contatos, linha 2.').waitFor();
    await page.getByLabel('Célula', { exact: true }).filter({ hasText: 'B2' }).waitFor();
    expect(await page.locator('.o-sheet.active').textContent()).toContain('Contatos');
  });

  it('shows what comes from data as text', async () => {
    await dialog.getByText('<img src=x onerror=alert(1)>').first().waitFor();
    expect(await dialog.locator('img').count()).toBe(0);
  });

  it('says so when there is nothing', async () => {
    await dialog.getByLabel('Código, telefone ou nome').fill('ninguém');
    await dialog.getByRole('button', { name: 'Procurar' }).click();
    await dialog.getByText('Nada encontrado').waitFor();
    expect(await dialog.locator('li').count()).toBe(0);
  });

  it('has no faults of accessibility', async () => {
    const frame = await (
      await page.getByRole('dialog').locator('iframe').elementHandle()
    )?.contentFrame();
    if (!frame) throw new Error('The dialog has no page.');
    expect(await seriousFaults(frame)).toEqual([]);
  });
});
