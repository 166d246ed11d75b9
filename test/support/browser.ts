import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export { launchBrowser } from '../../src/cli/browser';

interface ViewerOptions extends BrowserContextOptions {
  /** Takes what goes wrong in the page, and what it asks of anybody else. */
  readonly faults?: string[];
}

/** A new page with the viewer in it, ready. Nothing in the page has a limit of time: what a test waits for is a state. */
export async function openViewer(
  browser: Browser,
  url: string,
  { faults = [], ...options }: ViewerOptions,
): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  await page.locator('body[data-ready]').waitFor();
  return page;
}
