import { beforeAll, describe, expect, it } from '@jest/globals';
import { compare, presentOf } from '../../../src/cli/recalculate/compare';
import { openExcelFile, type ExcelFile } from '../../../src/cli/recalculate/excel-file';
import { withoutResults } from '../../../src/cli/recalculate/without-results';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import { writeXlsx } from '../../../src/twin/engine/xlsx';
import { MemorySheet, MemoryWorkbook } from '../../support/memory-workbook';

const noon = Date.UTC(2026, 10, 24, 12);
/** On the clock of the spreadsheet, in GMT-3. */
const noonSerial = (noon - 3 * 3_600_000) / 86_400_000 + 25_569;

function makeBook(): MemoryWorkbook {
  const sheet = new MemorySheet({ id: 1, title: 'Ajustes' });
  sheet.put(2, 2, '=NOW()+$B$3');
  sheet.put(3, 2, { value: 0.125 });
  sheet.put(4, 2, '=MAX(0,$B$2-46000)');
  sheet.put(5, 2, '=ROWS(A1:A9)');
  return new MemoryWorkbook([sheet]);
}

describe('What formulas come to elsewhere', () => {
  let written: Uint8Array;
  let ours: ExcelFile;
  beforeAll(async () => {
    const book = makeBook();
    written = await writeXlsx(book, createFormulaEngine(book, { now: () => noon }));
    ours = await openExcelFile(written);
  });

  it('is asked by the present of the file, without what they came to here', async () => {
    expect(presentOf(ours)).toBeCloseTo(noonSerial, 9);
    const forgetful = await openExcelFile(withoutResults(written, presentOf(ours)));
    expect(forgetful.resultAt('Ajustes!B4')).toBe('');
    expect(forgetful.formulas.map(({ formula }) => formula)).toEqual([
      `${presentOf(ours)}+$B$3`,
      'MAX(0,$B$2-46000)',
      'ROWS(A1:A9)',
    ]);
  });

  it('is the same where it is the same, lengths of sheets left out', () => {
    expect(compare(ours, ours)).toEqual({ compared: 2, differences: [], skipped: 1 });
  });

  it('is told where it differs, and where nobody reckoned', async () => {
    const forgetful = await openExcelFile(withoutResults(written, presentOf(ours)));
    const { differences } = compare(ours, forgetful);
    expect(differences.map(({ place, theirs }) => [place, theirs])).toEqual([
      ['Ajustes!B2', ''],
      ['Ajustes!B4', ''],
    ]);
    const other: ExcelFile = { ...ours, resultAt: () => noonSerial + 1 };
    expect(compare(ours, other).differences).toHaveLength(2);
  });
});
