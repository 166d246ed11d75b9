import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/cli/browser';
import { makeSite } from '../../src/cli/site/make-site';

describe('The site, opened from the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  let browser: Browser;

  beforeAll(async () => {
    await makeSite(folder);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['README.pt-BR.html', 'trocar o segredo', 'Alguém de fora viu a URL'],
    ['README.pt-BR.html', 'engrenagem implantacao', 'Publique'],
    ['release/README.es.html', 'pegue url', 'Pegue la URL'],
    ['README.html', 'retention', 'P8'],
  ])('finds from %s, for "%s", the part "%s"', async (page, asked, title) => {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(folder, page)).href);
    await tab.getByRole('searchbox').fill(asked);
    const first = tab.locator('#found a').filter({ hasText: title }).first();
    await first.click();
    await tab.locator(':target').waitFor();
    expect(await tab.locator(':target').textContent()).toContain(title);
    await tab.close();
  });

  it('says so when it finds nothing, and begins in Portuguese', async () => {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(folder, 'index.html')).href);
    await tab.waitForURL(/README\.pt-BR\.html$/);
    await tab.getByRole('searchbox').fill('xyzzyplugh');
    await tab.getByText('Nada encontrado.').waitFor();
    expect(await tab.locator('#found a').count()).toBe(0);
    await tab.close();
  });
});
