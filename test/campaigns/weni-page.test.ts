import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser, openViewer } from '../support/browser';
import { startWithWeni, type PlantaoWithWeni } from '../support/plantao-with-weni';
import { contactOf, goodToken } from '../support/strict-weni/workspace';

describe('The page that sends contacts to Weni', () => {
  let desk: PlantaoWithWeni;
  let browser: Browser;
  let page: Page;
  let dialog: FrameLocator;
  beforeAll(async () => {
    desk = await startWithWeni();
    const url = await desk.plantao.twin.listen(0);
    browser = await launchBrowser();
    page = await openViewer(browser, url, { locale: 'pt-BR' });
    await desk.plantao.post(
      'generic',
      { event: 'client.created', id: '9', name: 'Caio', phone: '+55 11 98888-7777', plan: 'ouro' },
      { webhook: 'contacts,field.plano:plan' },
    );
    await desk.minutes();
    await page.getByRole('button', { name: 'Plantão', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Enviar contatos à Weni' }).click();
    dialog = page.getByRole('dialog').locator('iframe').last().contentFrame();
    await dialog.getByRole('button', { name: 'Guardar token' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();

  it('takes the token and never shows it again', async () => {
    await dialog.getByText('Falta o token da Weni').waitFor();
    await dialog.getByLabel('Token da API da Weni').fill(goodToken);
    await press('Guardar token');
    await dialog.getByText('Token guardado.').waitFor();
    expect(await dialog.getByLabel('Token da API da Weni').inputValue()).toBe('');
    expect(await dialog.locator('body').innerHTML()).not.toContain(goodToken);
  });

  it('maps a field, says what Weni would not take, and shows the calls before any is made', async () => {
    await press('Acrescentar campo');
    const from = dialog.locator('.entry select').first();
    await from.selectOption({ label: 'Outro dado: nome escolhido na URL do Genérico' });
    await dialog.getByLabel('Outro dado: nome escolhido na URL do Genérico').fill('plano');
    const label = dialog.getByLabel('Nome do campo na Weni (sem acentos)');
    await label.fill('Preço');
    await press('Simular envio');
    await dialog.getByText('por exemplo "Preco"').waitFor();
    await label.fill('Plano');
    await press('Simular envio');
    await dialog.getByText('De 1 contatos: 1 novos').waitFor();
    await dialog.getByText('{"name":"Caio","fields":{"plano":"ouro"}}').waitFor();
    expect(desk.workspace.calls).toEqual([]);
  });

  it('is switched on, and the contact is at Weni within a minute', async () => {
    await dialog.getByLabel('Enviar a cada minuto').check();
    await press('Salvar');
    await dialog.getByText(/Salvo\. .*Ligado\./).waitFor();
    await desk.minutes();
    expect(contactOf(desk.workspace, 'whatsapp:5511988887777')).toMatchObject({
      name: 'Caio',
      fields: { plano: 'ouro' },
    });
  });

  it('deletes a contact after it was shown, and only with a second click', async () => {
    await dialog.getByLabel('Telefone, e-mail ou UUID').fill('11 98888-7777');
    await press('Procurar');
    await dialog.getByText('Caio: whatsapp:5511988887777.').waitFor();
    await press('Excluir na Weni');
    await dialog.getByText('Clique de novo para confirmar').waitFor();
    expect(contactOf(desk.workspace, 'whatsapp:5511988887777')).toBeDefined();
    await press('Excluir na Weni');
    await dialog.getByText('Contato excluído na Weni').waitFor();
    expect(contactOf(desk.workspace, 'whatsapp:5511988887777')).toBeUndefined();
  });
});
