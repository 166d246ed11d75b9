import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, openViewer } from '../support/browser';
import { cleanUp, launchStart, makeFolder } from '../support/npm-start';
import { listenAsWeni, type StrictWeni } from '../support/strict-weni/listen';
import { contactOf, goodToken, makeWorkspace } from '../support/strict-weni/workspace';

describe('npm start --route', () => {
  const workspace = makeWorkspace();
  let weni: StrictWeni;
  let browser: Browser;
  beforeAll(async () => {
    weni = await listenAsWeni(workspace);
    browser = await launchBrowser();
  });
  afterEach(cleanUp);
  afterAll(async () => {
    await browser?.close();
    await weni?.close();
  });

  it("sends what goes to Weni to a server on this machine: a CRM's client is there after one click", async () => {
    const route = `https://flows.weni.ai=${weni.url}`;
    const start = launchStart(['--port', '0', '--data', makeFolder(), '--route', route]);
    const url = await start.ready;
    const [address = ''] = /http:\S+k=generic\S+/.exec(start.seen.out) ?? [];
    const client = { id: '77', name: 'Ana Souza', phone: '+5511999990000' };
    const posted = await fetch(address.replace('w=main', 'w=contacts'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: 'client.created', client }),
    });
    expect(await posted.text()).toContain('OK');
    const page = await openViewer(browser, url, { locale: 'pt-BR' });
    await page.getByRole('button', { name: 'Plantão', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Enviar contatos à Weni' }).click();
    const dialog = page.getByRole('dialog').locator('iframe').last().contentFrame();
    await dialog.getByLabel('Token da API da Weni').fill(goodToken);
    await dialog.getByRole('button', { name: 'Guardar token' }).click();
    await dialog.getByText('Token guardado.').waitFor();
    await dialog.getByRole('button', { name: 'Enviar agora' }).click();
    await dialog.getByText('Em dia: 1 envios aceitos').first().waitFor();
    expect(contactOf(workspace, 'whatsapp:5511999990000')).toMatchObject({ name: 'Ana Souza' });
  });
});
