import type { Browser, Frame, FrameLocator, Page } from 'playwright-core';
import { allFaults } from './axe';
import { openViewer } from './browser';

/** A page of the panel as it stands open in the viewer. */
export interface OpenDialog {
  readonly page: Page;
  readonly dialog: FrameLocator;
  /** What went wrong in the page, and what it asked of anybody else. */
  readonly faults: readonly string[];
}

/** Where somebody opens it: the language of the browser (`pt_BR`), and the item of the menu Plantão. */
interface Choice {
  readonly locale: string;
  readonly item: string;
}

/** Chooses an item of the menu Plantão in a new page. */
export async function chooseItem(
  browser: Browser,
  url: string,
  { locale, item }: Choice,
): Promise<Omit<OpenDialog, 'dialog'>> {
  const faults: string[] = [];
  const viewport = { width: 1280, height: 760 };
  const page = await openViewer(browser, url, {
    locale: locale.replace('_', '-'),
    viewport,
    faults,
  });
  await page.getByRole('button', { name: 'Plantão', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  return { page, faults };
}

/** The dialog that was opened last. */
export const newestDialog = (page: Page): FrameLocator =>
  page.getByRole('dialog').locator('iframe').last().contentFrame();

/** Chooses an item that opens a dialog, and waits until it has what it shows. */
export async function openDialog(
  browser: Browser,
  url: string,
  choice: Choice,
): Promise<OpenDialog> {
  const { page, faults } = await chooseItem(browser, url, choice);
  const dialog = newestDialog(page);
  await dialog.locator('h1').waitFor();
  await dialog.locator('.hint').filter({ hasText: /…$/ }).waitFor({ state: 'detached' });
  return { page, dialog, faults };
}

async function frameOf({ dialog }: OpenDialog): Promise<Frame> {
  const inside = await dialog.locator('main').elementHandle();
  const found = await inside?.ownerFrame();
  if (found === null || found === undefined) throw new Error('The dialog has no frame.');
  return found;
}

/** What is wrong in a dialog for who cannot see, and what is wider than it. */
export async function listWrong(open: OpenDialog): Promise<readonly string[]> {
  const frame = await frameOf(open);
  const overflow = await frame.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...(await allFaults(frame)), ...(overflow > 0 ? [`${overflow} px too wide`] : [])];
}

/** Goes on with Tab until the first element of that kind has the focus. */
export async function tabTo({ page, dialog }: OpenDialog, selector: string): Promise<void> {
  const target = dialog.locator(selector).first();
  await target.waitFor();
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${selector}.`);
}
