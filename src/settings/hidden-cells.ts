import type { Area, CellValue, Sheet, Workbook } from '../platform/services';
import { findSheet } from '../sheets/find-sheet';
import { tabs } from '../tabs/tabs';

/**
 * What the hidden tab Ajustes holds, by its row: a name in the first column, the value in the second. The rows stay where they are:
 * formulas of our tabs and earlier versions know them.
 */
const rows = {
  /** The present time in the zone of the settings, as a formula. */
  now: { row: 2, name: 'Agora' },
  /** What to add to `NOW()` for that, in days. */
  correction: { row: 3, name: 'Correção' },
  /** Journal number that the books have counted up to. */
  counted: { row: 4, name: 'Contado até o nº' },
  /** Copy of the configuration, see `reserve.ts`. */
  reserve: { row: 5, name: 'Reserva' },
  /** Highest journal number given, where `done` does not say it. */
  lastNumber: { row: 6, name: 'Último nº do Diário' },
  /** Journal numbers that were given and are nowhere. */
  missing: { row: 7, name: 'Faltam no Diário' },
  /** Highest journal number given, and requests in the journal that may stand in the waiting room all the same (`intake/waiting/done.ts`). */
  done: { row: 8, name: 'Prontos' },
  /** Operations on properties that holds have told, ever more (`src/budget`). */
  told: { row: 9, name: 'Operações contadas' },
} as const;

export type HiddenCell = keyof typeof rows;

/** The hidden tab Ajustes, by its remembered id where that is known; null when it is gone. */
export function findHiddenSheet(
  workbook: Workbook,
  { sheetIds }: { readonly sheetIds: Readonly<Record<string, number>> },
): Sheet | null {
  return findSheet(workbook, tabs.settings, sheetIds['settings']);
}

/** A1 reference of the value, as formulas have it. */
export const addressOf = (cell: HiddenCell): string => `$B$${rows[cell].row}`;

/** The place of the value; of several, from the first to the last one. */
export const areaOf = (first: HiddenCell, last: HiddenCell = first): Area => ({
  row: rows[first].row,
  column: 2,
  rows: rows[last].row - rows[first].row + 1,
  columns: 1,
});

/** Writes the value, and its name beside it. Buffered. */
export function writeHidden(sheet: Sheet, cell: HiddenCell, value: CellValue): void {
  sheet.write({ ...areaOf(cell), column: 1, columns: 2 }, [[rows[cell].name, value]]);
}

/** Writes two values that stand one below the other, in one call. Buffered. */
export function writeHiddenPair(
  sheet: Sheet,
  [first, value]: readonly [HiddenCell, CellValue],
  [second, below]: readonly [HiddenCell, CellValue],
): void {
  const values = [
    [rows[first].name, value],
    [rows[second].name, below],
  ];
  sheet.write({ ...areaOf(first, second), column: 1, columns: 2 }, values);
}

/** The value; blank when nothing was written yet. */
export function readHidden(sheet: Sheet, cell: HiddenCell): CellValue {
  const [[value = ''] = []] = sheet.read(areaOf(cell));
  return value;
}
