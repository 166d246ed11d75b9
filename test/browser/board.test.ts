import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { writeBoardScript } from '../support/board-script';
import { launchBrowser, openViewer } from '../support/browser';

/** The arrow of the first dropdown (J2:L2) at 1280 px. */
const ARROW = { x: 576, y: 170 };

let folder: string;
let twin: Twin;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  folder = writeBoardScript();
  twin = startTwin({ bundleDir: folder, title: 'Painel de teste' });
  const url = await twin.listen(0);
  await twin.run('setUp');
  browser = await launchBrowser();
  page = await openViewer(browser, url, {
    locale: 'pt-BR',
    viewport: { width: 1280, height: 800 },
    faults,
  });
  await page.locator('.chart-figure canvas').first().waitFor();
});

afterAll(async () => {
  await browser?.close();
  await twin?.stop();
  await rm(folder, { recursive: true, force: true });
});

const readCell = (row: number, column: number): unknown =>
  twin.workbook.sheets[0]?.cell(row, column)?.value;

/** The colour of a pixel of the grid's canvas, as three bytes. */
const readPixel = (x: number, y: number): Promise<string> =>
  page.evaluate(
    ([left, top]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.o-grid > canvas');
      const box = canvas?.getBoundingClientRect();
      if (!canvas || !box) return 'no canvas';
      const scale = canvas.width / box.width;
      const at = [((left ?? 0) - box.x) * scale, ((top ?? 0) - box.y) * scale] as const;
      return String(canvas.getContext('2d')?.getImageData(at[0], at[1], 1, 1).data.slice(0, 3));
    },
    [x, y],
  );

async function waitForPixel(x: number, y: number, color: string): Promise<void> {
  while ((await readPixel(x, y)) !== color) await page.waitForTimeout(50);
}

describe('the board in the viewer', () => {
  it('shows fills, the steps of the heat map and no lines of the grid', async () => {
    const pixels: readonly (readonly [what: string, x: number, y: number, color: string])[] = [
      ['the red card', 600, 215, '250,210,207'],
      ['the darkest step of the heat map', 866, 482, '26,115,232'],
      ['its lightest step', 1136, 420, '241,243,244'],
      ['bare paper between two rows', 430, 586, '255,255,255'],
    ];
    await waitForPixel(600, 215, '250,210,207');
    for (const [what, x, y, color] of pixels)
      expect([what, await readPixel(x, y)]).toEqual([what, color]);
  });

  it('a choice of a dropdown is written, and onEdit answers it', async () => {
    await page.mouse.click(ARROW.x, ARROW.y);
    const list = page.getByRole('listbox', { name: 'Escolher' });
    await list.waitFor();
    expect(await list.getByRole('option').allTextContents()).toEqual([
      'Hoje',
      'Ontem',
      '7 dias',
      '30 dias',
    ]);
    const answered = page.waitForResponse(/api\/edit$/);
    await list.getByRole('option', { name: '7 dias' }).click();
    await answered;
    expect([readCell(2, 10), readCell(2, 2)]).toEqual(['7 dias', 'Hoje → 7 dias']);
    expect(await list.count()).toBe(0);
  });

  it('opens a list by the keyboard and leaves it by Escape', async () => {
    await page.getByLabel('Conteúdo da célula').filter({ hasText: '7 dias' }).waitFor();
    await page.keyboard.press('Enter');
    const chosen = page.getByRole('option', { name: '7 dias' });
    await chosen.waitFor();
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(readCell(2, 10)).toBe('7 dias');
  });

  it('draws a chart again when its numbers change, without drawing the grid anew', async () => {
    await page.evaluate(() => {
      document.querySelector('.o-grid > canvas')?.setAttribute('data-kept', 'true');
    });
    const shown = (): Promise<string> =>
      page
        .locator('.chart-figure canvas')
        .first()
        .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));
    const before = await shown();
    await twin.run('setReceived', [70]);
    while ((await shown()) === before) await page.waitForTimeout(50);
    expect(await page.locator('.o-grid > canvas[data-kept]').count()).toBe(1);
  });

  it('fills the whole screen on the wall, and comes back', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    const button = page.getByRole('button', { name: 'Tela cheia' });
    await button.click();
    await page.locator('body.wall').waitFor();
    expect(await page.locator('#formula-bar').isVisible()).toBe(false);
    // The card of the third place is now half as large again.
    await waitForPixel(900, 200, '250,210,207');
    await button.click();
    await page.locator('body:not(.wall)').waitFor();
  });

  it('throws nothing', () => {
    expect(faults).toEqual([]);
  });
});
