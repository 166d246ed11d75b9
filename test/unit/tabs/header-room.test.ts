import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../src/events/localized';
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

/** Lines that a text takes; endless where a word is longer than a line. */
function countLines(text: string, roomPx: number): number {
  let lines = 1;
  let usedPx = -measure(' ');
  for (const word of text.split(' ')) {
    const wordPx = measure(word);
    if (wordPx > roomPx) return Infinity;
    usedPx += measure(' ') + wordPx;
    if (usedPx <= roomPx) continue;
    lines += 1;
    usedPx = wordPx;
  }
  return lines;
}

/** The cell's margin, and the sign of the filter that stands over the header's right end. */
const takenPx = 4 + 24;

describe('the headers of the tabs that people see', () => {
  it('stand in two lines beside the sign of the filter, no word cut, in every language', () => {
    const cut = Object.values(tabs)
      .filter(({ kind }) => kind !== 'ledger')
      .flatMap(({ id, columns }) =>
        columns.flatMap(({ title, widthPx }) =>
          languages
            .filter((language) => countLines(title[language], widthPx - takenPx) > 2)
            .map((language) => [id, title[language], widthPx]),
        ),
      );
    expect(cut).toEqual([]);
  });
});
