import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { connectWorkbook } from '../../../src/platform/google-workbook';
import type { CellValue } from '../../../src/platform/services';
import {
  cutText,
  guardText,
  maxCellLength,
  toCell,
  wholeCharacterEnd,
} from '../../../src/sheets/cells';
import { keep } from '../../../src/sheets/definition';
import { openInProcess, type InProcess } from '../../support/in-process';

describe('what stands in a cell is what was sent', () => {
  let desk: InProcess;
  beforeAll(() => {
    desk = openInProcess();
  });

  /** Writes texts as the app does, one a row of a new sheet; gives what the cells read back as. No cell may be a formula. */
  let sheets = 0;
  const throughCells = (texts: readonly string[]): readonly CellValue[] => {
    sheets += 1;
    const title = `Folha ${sheets}`;
    const values = desk.execute(() => {
      const port = connectWorkbook().addSheet(title, texts.length, 1);
      const area = { row: 1, column: 1, rows: texts.length, columns: 1 };
      port.write(
        area,
        texts.map((text) => [toCell('text', text, -180)]),
      );
      return port.read(area).flat();
    });
    expect(desk.formulas(title)).toEqual([]);
    return values;
  };

  it.each([
    '=1+1',
    '+5511999990000',
    '-5 a',
    '@nome',
    '\t=A1',
    '\r\n=A1',
    '＝1+1',
    "'já com apóstrofo",
    "''",
    '01234',
    '12E3',
    '1e5',
    '12345678901234567890',
    '10%',
    '1/2',
    '2024-05-01',
    '14:30',
    'R$ 1,50',
    'TRUE',
    'Verdadeiro',
    'falso',
    'João Alves',
    'João',
    ' espaço ',
    'a.b c',
    '😀',
    '#REF!',
    'NaN',
  ])('%j', (text) => {
    expect(throughCells([text])).toEqual([text]);
  });

  it('any text, never a formula', () => {
    const signs = '=+-@\'"01 9./%:eE,$(A\t\n'.split('');
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
        expect(throughCells(texts)).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it('a text beyond the limit of a cell says how much is missing', () => {
    const [value] = throughCells(['é'.repeat(60_000)]);
    expect(String(value).length).toBeLessThanOrEqual(maxCellLength);
    const missing = Number(/…\[\+(\d+)\]$/.exec(String(value))?.[1]);
    expect(String(value).indexOf('…') + missing).toBe(60_000);
  });
});

describe('cutting', () => {
  it('leaves what fits with the guard in front of it', () => {
    const fits = 'a'.repeat(49_999);
    expect(cutText(fits)).toBe(fits);
    expect(guardText(`=${fits}`.slice(0, 49_999))).toHaveLength(50_000);
  });

  it('never cuts a character of two halves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(40), (text, end) => {
        const cut = text.slice(0, wholeCharacterEnd(text, end));
        expect(cut).not.toMatch(/[\uD800-\uDBFF]$/);
        expect(end - cut.length).toBeLessThan(Math.max(2, end - text.length + 1));
      }),
    );
  });
});

describe('other kinds of cells', () => {
  it.each([
    ['text', null, ''],
    ['text', undefined, ''],
    ['text', keep, ''],
    ['text', 7, "'7"],
    ['flag', true, true],
    ['flag', false, false],
    ['flag', 'sim', 'sim'],
    ['number', 3.5, 3.5],
    ['number', '12E3', "'12E3"],
    ['number', Number.NaN, 'NaN'],
    ['time', Date.UTC(1970, 0, 1, 3), 25_569],
    ['time', '=HOJE()', "'=HOJE()"],
    ['day', Date.UTC(1970, 0, 2, 2, 59), 25_569],
    ['duration', 43_200_000, 0.5],
    ['duration', '=1', "'=1"],
    ['formula', '=A1', '=A1'],
  ] as const)('%s of %p', (kind, content, cell) => {
    expect(toCell(kind, content, -180)).toBe(cell);
  });
});
