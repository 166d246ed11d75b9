import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRecord } from '../../src/cli/clasp-project';
import { makeSite } from '../../src/cli/site/make-site';
import { languages } from '../../src/events/localized';
import { anchorOf, headings } from './markdown';
import { listFiles, readText } from './source-files';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
beforeAll(() => makeSite(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const htmlOf = (page: string): string => readFileSync(join(folder, page), 'utf8');

const projectPages = listFiles().filter((path) => /^(?:docs\/|release\/|[^/]+$).*\.md$/.test(path));
const sitePages = projectPages.map((path) => path.replace(/\.md$/, '.html'));

/** Where a page's links and files lead that are in the site. */
const targetsOf = (html: string): readonly string[] =>
  [...html.matchAll(/ (?:href|src)="([^"]+)"/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

function leadsNowhere(page: string, target: string): boolean {
  const [file = '', anchor] = target.split('#').map(decodeURIComponent);
  const name = file === '' ? page : posix.join(posix.dirname(page), file);
  if (!existsSync(join(folder, name))) return true;
  return anchor !== undefined && !htmlOf(name).includes(` id="${anchor}"`);
}

describe('The site', () => {
  it.each([...sitePages, 'index.html'])('has %s, with links that lead somewhere', (page) => {
    const targets = targetsOf(htmlOf(page));
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((target) => leadsNowhere(page, target))).toEqual([]);
  });

  it('finds a link that leads nowhere', () => {
    expect(leadsNowhere('README.html', 'docs/nowhere.html')).toBe(true);
    expect(leadsNowhere('README.html', '#nowhere')).toBe(true);
    expect(leadsNowhere('README.html', 'docs/limits.html')).toBe(false);
  });

  it('asks no server for anything', () => {
    for (const page of sitePages)
      expect(htmlOf(page)).not.toMatch(/<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?\/\//);
  });

  it('has every heading of every page in what is searched, in three languages', () => {
    const context: { siteSections?: unknown } = {};
    runInNewContext(htmlOf('sections.js'), context);
    const sections = Array.isArray(context.siteSections)
      ? context.siteSections.filter(isRecord)
      : [];
    const places = new Set(sections.map(({ page, anchor }) => `${String(page)}#${String(anchor)}`));
    const missing = projectPages.flatMap((path) =>
      headings(readText(path))
        .map(
          ({ title }) =>
            `${path.replace(/\.md$/, '.html')}#${anchorOf(title.replaceAll(/\]\([^)]*\)/g, ''))}`,
        )
        .filter((place) => !places.has(place)),
    );
    expect(missing).toEqual([]);
    expect(new Set(sections.map(({ language }) => language))).toEqual(new Set(languages));
  });
});
