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

  it('Conexões: a ready URL per webhook, and a test event that arrives', async () => {
    const dialog = await open('Conexões');
    const huggy = dialog.locator('section', { hasText: 'Huggy' }).first();
    expect(await huggy.getByLabel('Webhook da Huggy').inputValue()).toContain(
      '?k=huggy.exemplo-local&w=main',
    );
    expect(
      await dialog.locator('section', { hasText: 'PlugChat' }).first().locator('.webhook').count(),
    ).toBe(7);
    await huggy.getByRole('button', { name: 'Enviar evento de teste' }).click();
    await huggy.getByText('O evento de teste chegou').waitFor();
    expect(usePlantao(twin).rows('Agora')[0]).toMatchObject({ Agente: 'Teste do Plantão' });
    await close();
  });

  it('Falhas: a cause in words, its dry run and its replay', async () => {
    const plantao = usePlantao(twin);
    await plantao.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    await plantao.settle();
    const dialog = await open('Falhas');
    const cause = dialog.locator('section', { hasText: 'agentChangedStatus (1)' });
    await cause.getByText('messages.agentChangedStatus[0].id').waitFor();
    await cause.getByRole('button', { name: 'Simular' }).click();
    await cause.getByText('Linhas que seriam tocadas: 0').waitFor();
    await cause.getByRole('button', { name: 'Reprocessar' }).click();
    const outcome = cause.getByText('Reprocessados / ainda com falha');
    await outcome.waitFor();
    expect(await outcome.textContent()).toContain('1 / 1');
    await close();
  });
});
