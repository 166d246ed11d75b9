import type { Cell, SheetView } from '../spreadsheet/model';
import { toContent } from './cell-content';
import type { EngineCell } from './o-spreadsheet';

/** More columns than a Sheets grid may have (18,278), so that row and column make one number. */
const COLUMN_SPAN = 20_000;

/** What the engine was last given of one sheet. */
export type FedCells = Map<number, Cell>;

/** All cells of a sheet that the engine needs. */
export function readCells(sheet: SheetView): FedCells {
  const cells: FedCells = new Map();
  sheet.eachCell((cell, row, column) => {
    if (cell.formula !== undefined || (cell.value !== null && cell.value !== '')) {
      cells.set(row * COLUMN_SPAN + column, cell);
    }
  });
  return cells;
}

function toEngineCell(sheetId: number, key: number, content: string): EngineCell {
  return { sheetId, row: Math.floor(key / COLUMN_SPAN), column: key % COLUMN_SPAN, content };
}

function holdsSame(one: Cell, other: Cell | undefined): boolean {
  if (one === other) return true;
  if (other === undefined || one.formula !== other.formula) return false;
  if (one.isBroken !== other.isBroken) return false;
  return one.formula !== undefined || one.value === other.value;
}

/** What changed between two readings of a sheet. */
export function compareCells(sheetId: number, before: FedCells, after: FedCells): EngineCell[] {
  const changes: EngineCell[] = [];
  for (const [key, cell] of after) {
    if (!holdsSame(cell, before.get(key)))
      changes.push(toEngineCell(sheetId, key, toContent(cell)));
  }
  for (const key of before.keys()) {
    if (!after.has(key)) changes.push(toEngineCell(sheetId, key, ''));
  }
  return changes;
}

/** The formula cells among the fed ones; `content` is the formula as written. */
export function listFormulas(sheetId: number, cells: FedCells): EngineCell[] {
  const formulas: EngineCell[] = [];
  for (const [key, { formula }] of cells) {
    if (formula !== undefined) formulas.push(toEngineCell(sheetId, key, formula));
  }
  return formulas;
}
