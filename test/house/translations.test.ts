import { dirname, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../src/events/localized';
import { headings } from './markdown';
import { listFiles, readText } from './source-files';

/** Originals that stand elsewhere than their translations. */
const elsewhere: Readonly<Record<string, string>> = { 'docs/privacidade.md': 'PRIVACIDADE.md' };

function originalOf(path: string): string {
  const beside = path.replace(/\.(?:es|en)\.md$/, '.md');
  return elsewhere[beside] ?? beside;
}

/** Pages in another language, with the one in Portuguese of which they tell the same. */
const translations = listFiles()
  .filter((path) => /^docs\/.*\.(?:es|en)\.md$/.test(path))
  .map((path) => ({ path, original: originalOf(path) }));

const codeIn = (text: string): readonly string[] => text.match(/^```[^]*?^```$/gm) ?? [];
const levelsIn = (text: string): readonly number[] => headings(text).map(({ level }) => level);
const rowsIn = (text: string): number => text.match(/^\|.*\|$/gm)?.length ?? 0;
const stepsIn = (text: string): number => text.match(/^ *(?:\d+\.|-) /gm)?.length ?? 0;

describe('Pages in several languages', () => {
  it('are there in each, once there in one', () => {
    const originals = [...new Set(translations.map(({ original }) => original))];
    expect(originals.length).toBeGreaterThan(0);
    expect(translations).toHaveLength(originals.length * (languages.length - 1));
  });

  it.each(translations)('$path says what $original says: sections, steps, tables, code', (page) => {
    const [own, original] = [readText(page.path), readText(page.original)];
    expect(levelsIn(own)).toEqual(levelsIn(original));
    expect(codeIn(own)).toEqual(codeIn(original));
    expect(rowsIn(own)).toBe(rowsIn(original));
    expect(stepsIn(own)).toBe(stepsIn(original));
  });

  it.each(translations)('$path and $original lead to each other', ({ path, original }) => {
    const first = (page: string): string => readText(page).split('\n')[0] ?? '';
    const linkTo = (from: string, to: string) => `](${posix.relative(dirname(from), to)})`;
    expect(first(path)).toContain(linkTo(path, original));
    expect(first(original)).toContain(linkTo(original, path));
  });
});
