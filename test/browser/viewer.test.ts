import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { seriousFaults } from '../support/axe';
import { launchBrowser, openViewer } from '../support/browser';
import { writeSampleScript } from '../support/sample-script';

/** Middle of column A's cells; the first row below the header, and the height of one. */
const CELL = { x: 100, firstRowY: 163, rowPx: 23 };

let folder: string;
let twin: Twin;
let url: string;
let browser: Browser;
let page: Page;
const faults: string[] = [];

async function postAgent(name: string, isOnline: boolean): Promise<void> {
  const response = await fetch(`${url}/macros/s/${twin.deploymentId}/exec`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, isOnline }),
  });
  expect(response.status).toBe(200);
}

async function select(row: number): Promise<void> {
  await page.mouse.click(CELL.x, CELL.firstRowY + (row - 2) * CELL.rowPx);
  await page
    .getByLabel('Célula', { exact: true })
    .filter({ hasText: `A${row}` })
    .waitFor();
}

const readContent = (): Promise<string | null> =>
  page.getByLabel('Conteúdo da célula').textContent();

async function waitForContent(text: string): Promise<void> {
  await page.getByLabel('Conteúdo da célula').filter({ hasText: text }).waitFor();
}

async function choose(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Plantão', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

beforeAll(async () => {
  folder = writeSampleScript();
  twin = startTwin({ bundleDir: folder, title: 'Plantão de teste' });
  url = await twin.listen(0);
  await twin.run('setUp');
  browser = await launchBrowser();
  page = await openViewer(browser, url, {
    locale: 'pt-BR',
    viewport: { width: 1280, height: 760 },
    faults,
  });
});

afterAll(async () => {
  await browser?.close();
  await twin?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the viewer', () => {
  it('names the spreadsheet and its tabs', async () => {
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Plantão de teste');
    expect(await page.locator('.o-sheet').first().textContent()).toContain('Agentes');
  });

  it('shows a committed row in the open page, selection kept', async () => {
    await page.evaluate(() => Reflect.set(window, 'neverReloaded', true));
    await select(2);
    expect(await readContent()).toBe('');
    await postAgent('João Alves', true);
    await waitForContent('João Alves');
    await select(3);
    await postAgent('=1+1', false);
    await waitForContent('=1+1');
    expect(await page.getByLabel('Célula', { exact: true }).textContent()).toBe('A3');
    expect(await page.evaluate((): unknown => Reflect.get(window, 'neverReloaded'))).toBe(true);
  });

  it('opens the sidebar from the menu; its page calls functions of the script', async () => {
    await choose('Começar');
    const panel = page.frameLocator('#sidebar iframe');
    await panel.getByRole('button', { name: 'Contar' }).click();
    await panel.getByText('contagem: 13', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Falhar' }).click();
    await panel.getByText(/^contagem falhou: .*de propósito$/).waitFor();
    await panel.getByRole('button', { name: 'Sair' }).click();
    await page.locator('#sidebar').waitFor({ state: 'hidden' });
    expect(await page.locator('#sidebar iframe').count()).toBe(0);
  });

  it('asks what the script asks, and the answer goes back', async () => {
    await choose('Perguntar');
    const dialog = page.getByRole('dialog', { name: 'Fuso horário' });
    await dialog.getByText('Mudar para GMT-3?').waitFor();
    await dialog.getByRole('button', { name: 'Sim' }).click();
    await page.getByText('Resposta: YES').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('turns to the sheet that a script put in front, and the script sees where the person is', async () => {
    await twin.run('addSheet');
    await page.locator('.o-sheet.active', { hasText: 'Rascunho' }).waitFor();
    expect(await twin.run('nameActiveSheet')).toBe('Rascunho');
    const told = page.waitForResponse(/api\/ui\/sheet$/);
    await page.locator('.o-sheet', { hasText: 'Agentes' }).click();
    await told;
    expect(await twin.run('nameActiveSheet')).toBe('Agentes');
  });

  it('lists executions with their log lines', async () => {
    await page.getByRole('button', { name: 'Execuções' }).click();
    const posts = page.locator('.execution', { hasText: 'doPost' });
    await posts.first().waitFor();
    expect(await posts.count()).toBe(2);
    await posts.first().locator('summary').click();
    await posts.first().getByText('gravado na linha 3').waitFor();
    await page.locator('.execution', { hasText: 'fail' }).getByText('Falhou').waitFor();
  });

  it('shows the end of a long tab and says so', async () => {
    await twin.run('fill', [2998]);
    const notice = page.locator('#notice');
    await notice.waitFor({ state: 'visible' });
    expect(await notice.textContent()).toContain('últimas 2.000 de 3.000 linhas');
    await page.mouse.click(CELL.x, CELL.firstRowY + 3 * CELL.rowPx);
    await page.keyboard.press('Control+ArrowDown');
    await waitForContent('Agente 2998');
  });

  it('has no serious accessibility faults', async () => {
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('asks nothing of the network and throws nothing', () => {
    expect(faults).toEqual([]);
  });
});
