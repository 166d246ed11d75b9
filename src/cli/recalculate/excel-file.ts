import type * as Excel from 'exceljs';
import { loadExcel } from '../../twin/engine/xlsx';

/** A formula of an Excel file, where it stands, and what it came to. */
export interface Reckoned {
  /** `Painel!C4`. */
  readonly place: string;
  readonly formula: string;
  readonly result: Result;
}

export type Result = string | number | boolean;

/** What stands in the cells of an Excel file. */
export interface ExcelFile {
  readonly formulas: readonly Reckoned[];
  /** What stands at a place, a formula's result included; a blank text where nothing does. */
  resultAt(place: string): Result;
}

export async function openExcelFile(bytes: Uint8Array): Promise<ExcelFile> {
  const { Workbook } = loadExcel();
  const book = new Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const formulas: Reckoned[] = [];
  const results = new Map<string, Result>();
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const place = `${sheet.name}!${cell.address}`;
        const result = readResult(cell);
        results.set(place, result);
        if (cell.formula !== undefined) formulas.push({ place, formula: cell.formula, result });
      }),
    ),
  );
  return { formulas, resultAt: (place) => results.get(place) ?? '' };
}

const dayMs = 86_400_000;
/** Of 1 January 1970. */
const epochSerial = 25_569;

/** A moment as its serial number; signs that XML cannot have (`_x001f_`) as themselves. */
function readResult(cell: Excel.Cell): Result {
  const value: unknown = cell.formula === undefined ? cell.value : cell.result;
  if (value instanceof Date) return value.getTime() / dayMs + epochSerial;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return value ? JSON.stringify(value) : '';
  return value.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
