import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../src/events/localized';
import { widthOf } from '../../../src/sheets/columns';
import { tabs } from '../../../src/tabs/tabs';

/** Advances of Arial's bold letters, thousandths of an em, by width. */
const advances: readonly (readonly [width: number, letters: string])[] = [
  [278, ' ijlI'],
  [333, 'ft-'],
  [370, 'ª'],
  [389, 'r'],
  [500, 'z'],
  [556, 'aceksvxyJ0123456789'],
  [611, 'bdghnopquFLTZ'],
  [667, 'EPSVXY'],
  [722, 'ABCDHKNRU'],
  [778, 'wGOQ'],
  [833, 'M'],
  [889, 'm'],
  [944, 'W'],
];
const advanceOf = new Map(
  advances.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width])),
);

/** 10 pt at 96 px an inch. */
const pxPerEm = 40 / 3;

function measure(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const sum = Array.from(plain, (letter) => advanceOf.get(letter) ?? 611);
  return (sum.reduce((whole, one) => whole + one, 0) / 1000) * pxPerEm;
}

/** A text's lines in a cell of that width, and how wide each is. */
function breakLines(text: string, cellPx: number): readonly number[] {
  const lines: number[] = [];
  for (const wordPx of text.split(' ').map(measure)) {
    const longerPx = (lines.at(-1) ?? Infinity) + measure(' ') + wordPx;
    if (longerPx <= cellPx - 2 * marginPx) lines.splice(-1, 1, longerPx);
    else lines.push(wordPx);
  }
  return lines;
}

const marginPx = 4;
/** The sign of the filter stands over the cell's right end, whatever is written there. */
const filterPx = 24;

function isCut(text: string, cellPx: number): boolean {
  const lines = breakLines(text, cellPx);
  return lines.length > 2 || lines.some((linePx) => linePx > cellPx - marginPx - filterPx);
}

describe('the headers of the tabs that people see', () => {
  it('stand in two lines beside the sign of the filter, no word cut, in every language', () => {
    const cut = Object.values(tabs)
      .filter(({ kind }) => kind !== 'ledger')
      .flatMap(({ id, columns }) =>
        columns.flatMap(({ title, widthPx }) =>
          languages
            .map((language) => [id, title[language], widthOf(widthPx, language)] as const)
            .filter(([, text, cellPx]) => isCut(text, cellPx)),
        ),
      );
    expect(cut).toEqual([]);
  });
});

/** A window of 1280 px less the numbers of the rows and the scroll bar. */
const shownPx = 1217;

describe('what one sees of a tab in a window of 1280 px', () => {
  it.each(
    languages.flatMap((language) => [
      [language, 'conversations', 'priority'] as const,
      [language, 'agentDays', 'account'] as const,
    ]),
  )('in %s: %s reaches to its column %s', (language, tab, last) => {
    const { columns } = tabs[tab];
    const count = columns.findIndex(({ id }) => id === last) + 1;
    const widths = columns.slice(0, count).map(({ widthPx }) => widthOf(widthPx, language));
    expect(count).toBeGreaterThan(9);
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(shownPx);
  });
});
