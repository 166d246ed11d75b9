import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { tabs } from '../tabs/tabs';
import { projectRoot } from '../twin/runtime/project-root';
import type { Twin } from '../twin/runtime/twin';
import { launchBrowser } from './browser';
import { buildAll } from './build';
import { commands } from './commands';
import { openStage, type Stage } from './demo/stage';
import { runCommand } from './run-command';

const folder = join(projectRoot, 'docs', 'images');
const size = { width: 1280, height: 800 };
/** A Tuesday, 11:22 in GMT-3: the pictures do not depend on when they are taken. */
const presentMs = Date.UTC(2026, 10, 24, 14, 22);

/** Tabs of which there is a picture, by their id; the tab with which the spreadsheet opens is `viewer.png` besides. */
const pictured: Readonly<Record<string, string>> = {
  agentsNow: 'agora.png',
  agentDays: 'jornada.png',
  timeline: 'linha-do-tempo.png',
  conversations: 'conversas.png',
  health: 'saude.png',
};

interface Picture {
  readonly title: string;
  readonly file: string;
}

function listPictures({ workbook }: Twin): readonly Picture[] {
  const first = workbook.sheets.find(({ hidden, lastRow }) => !hidden && lastRow > 0);
  const others = Object.values(tabs).map(({ id, title }) => ({
    title: title.pt,
    file: pictured[id],
  }));
  return [{ title: first?.title, file: 'viewer.png' }, ...others].flatMap(({ title, file }) =>
    title === undefined || file === undefined ? [] : [{ title, file }],
  );
}

/** Pictures of tabs whose newest rows stand below the window. */
const longTabs: ReadonlySet<string> = new Set(['jornada.png', 'conversas.png']);

/** Cells with something in them that a row has side by side at most. */
const mostJumps = 24;
/** Almost the grid's height. */
const windowPx = 520;

/** From the grid's last row to the last one with a contact or agent in it, and up by what fits above it. */
async function showLatest(page: Page): Promise<void> {
  await page.keyboard.press('Control+End');
  for (let jump = 0; jump < mostJumps; jump += 1) await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+ArrowUp');
  await page.mouse.move(size.width / 2, size.height / 2);
  await page.mouse.wheel(-10 * size.width, -windowPx);
  await settle(page);
}

/** Charts are drawn and letters are there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.waitForTimeout(1_500);
}

async function takePictures(
  { url, screenUrl }: Stage,
  pictures: readonly Picture[],
): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: size, locale: 'pt-BR' });
    page.setDefaultTimeout(0);
    await page.goto(url);
    await page.locator('body[data-ready]').waitFor();
    for (const { title, file } of pictures) {
      await page.locator('.o-sheet').getByText(title, { exact: true }).click();
      await settle(page);
      if (longTabs.has(file)) await showLatest(page);
      await page.screenshot({ path: join(folder, file) });
      console.log(join(folder, file));
    }
    await page.goto(screenUrl);
    const board = page.locator('#sandboxFrame').contentFrame();
    await board.locator('.card').first().waitFor();
    await settle(page);
    await page.screenshot({ path: join(folder, 'quadro.png') });
    console.log(join(folder, 'quadro.png'));
  } finally {
    await browser.close();
  }
}

/** `npm run picture`: the demonstration's tabs in the viewer, as `docs/images/*.png`. Nothing else is kept. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.picture, args, makePictures);
}

async function makePictures({ days, seed }: { days: string; seed: string }): Promise<number> {
  await buildAll();
  await mkdir(folder, { recursive: true });
  const locale = 'pt_BR';
  const stage = await openStage({ seed, days: Number(days), presentMs, locale, port: 0 });
  try {
    await stage.playPast(() => undefined);
    await takePictures(stage, listPictures(stage.twin));
  } finally {
    await stage.stop();
  }
  return 0;
}
