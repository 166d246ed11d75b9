import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { launchBrowser, openViewer } from '../support/browser';
import { startWithApis, type PlantaoWithApis } from '../support/plantao-with-apis';
import { evolvyAgent } from '../support/strict-apis/evolvy';

describe('The page that asks platforms', () => {
  let desk: PlantaoWithApis;
  let browser: Browser;
  let dialog: FrameLocator;
  let card: Locator;
  beforeAll(async () => {
    desk = await startWithApis();
    desk.evolvy.account.agents = [{ ...evolvyAgent(1, 'Carla'), availability_status: 'online' }];
    const url = await desk.plantao.twin.listen(0);
    browser = await launchBrowser();
    const page = await openViewer(browser, url, { locale: 'pt-BR' });
    await page.getByRole('button', { name: 'Plantão', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Consultar plataformas' }).click();
    dialog = page.getByRole('dialog').locator('iframe').last().contentFrame();
    card = dialog.locator('section').filter({ hasText: 'Nexloo (Evolvy)' });
    await card.getByRole('button', { name: 'Guardar' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const press = (name: string) => card.getByRole('button', { name, exact: true }).click();

  it('has a card for each platform that can be asked, and for no other', async () => {
    const titles = await dialog.locator('h2').allTextContents();
    expect(titles.map((title) => title.split(' · ')[0])).toEqual([
      'Huggy',
      'Nexloo (Evolvy)',
      'Treble',
      'PlugChat',
      'Weni',
    ]);
  });

  it('takes the access, never shows the token again, and tests it', async () => {
    await card.getByLabel('Endereço da API').fill('https://chat.example.com');
    await card.getByLabel('Número da conta').fill('7');
    await card.getByLabel('Token').fill('evolvy-token');
    await press('Guardar');
    await card.getByText('Acesso guardado. Clique em Testar.').waitFor();
    expect(await card.getByLabel('Token').inputValue()).toBe('');
    expect(await dialog.locator('body').innerHTML()).not.toContain('evolvy-token');
    await press('Testar');
    await card.getByText('Agentes na primeira página: 1.').waitFor();
  });

  it('is switched on with what it costs, and says when it asked last', async () => {
    await card.getByLabel('Consultar os agentes').check();
    await card
      .getByLabel('De quanto em quanto tempo')
      .selectOption({ label: 'a cada 1 min: até 1440 chamadas por dia' });
    await press('Salvar');
    await card.getByText('Ligado: a primeira consulta vem em até um minuto.').waitFor();
    await desk.minutes(2);
    await press('Salvar');
    expect(desk.plantao.shown('Agora').map((row) => row['Agente'])).toContain('Carla');
    await dialog.getByText('as consultas usaram 2 chamadas').waitFor();
  });

  it('deletes the token', async () => {
    await press('Apagar token');
    await card.getByText('A plataforma não é mais consultada.').waitFor();
    await card.getByText('Falta o acesso.').first().waitFor();
    expect(await card.getByRole('button', { name: 'Testar' }).count()).toBe(0);
  });
});
