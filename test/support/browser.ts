import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export { launchBrowser } from '../../src/cli/browser';

/** A new page with the viewer in it, ready. Nothing in the page has a limit of time: what a test waits for is a state. */
export async function openViewer(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(0);
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  return page;
}
