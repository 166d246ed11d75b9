import { describe, expect, it } from '@jest/globals';
import { isShown, isTextKept } from '../../../../src/intake/self-check/is-shown';
import type { CellValue } from '../../../../src/platform/services';
import { keep, type CellContent, type ColumnKind } from '../../../../src/sheets/definition';

const gmtMinus3 = { ours: -180, sheets: -180 };
const noonMs = Date.UTC(2026, 10, 20, 12);

describe('Whether a cell shows what it should', () => {
  interface Case {
    readonly kind: ColumnKind;
    readonly content: CellContent;
    readonly cell: CellValue;
    readonly isRight: boolean;
  }
  const right = (kind: ColumnKind, content: CellContent, cell: CellValue): Case => ({
    kind,
    content,
    cell,
    isRight: true,
  });
  const wrong = (kind: ColumnKind, content: CellContent, cell: CellValue): Case => ({
    ...right(kind, content, cell),
    isRight: false,
  });

  it.each([
    ['the text itself', right('text', 'Ana', 'Ana')],
    ['a text that Sheets would take for a formula', right('text', '=1+1', '=1+1')],
    ['another text', wrong('text', 'Ana', 'Bia')],
    ['a blank for a text', wrong('text', 'Ana', '')],
    ['a text for a blank', wrong('text', null, 'Ana')],
    ['spaces that Sheets trims', right('text', 'Ana  Lima ', 'Ana Lima')],
    ['a moment as Google gives it', right('time', noonMs, noonMs)],
    ['an hour of summer time', right('time', noonMs, noonMs + 3_600_000)],
    ['another moment', wrong('time', noonMs, noonMs + 7_200_000)],
    ['no moment', wrong('time', noonMs, '')],
    ['a check box', right('flag', true, true)],
    ['a check box that was changed', wrong('flag', true, false)],
    ['an empty check box', right('flag', null, false)],
    ['a number', right('number', 3, 3)],
    ['another number', wrong('number', 3, 4)],
  ])('%s', (_what, { kind, content, cell, isRight }) => {
    expect(isShown(cell, { kind, content }, gmtMinus3)).toBe(isRight);
  });

  it('a formula, a duration and a text that only stands in its cell are not asked', () => {
    expect(isShown('x', { kind: 'formula', content: null }, gmtMinus3)).toBe(true);
    expect(isShown('x', { kind: 'duration', content: 5 }, gmtMinus3)).toBe(true);
    expect(isShown('x', { kind: 'text', content: keep }, gmtMinus3)).toBe(true);
  });

  it('a long text is known by how it begins', () => {
    expect(isTextKept('Era uma vez uma loja', ['Era uma vez'])).toBe(true);
    expect(isTextKept('Outra coisa', ['Era uma vez'])).toBe(false);
    expect(isTextKept('', ['Era uma vez'])).toBe(false);
    expect(isTextKept('', [])).toBe(true);
  });
});
