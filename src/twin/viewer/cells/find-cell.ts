import type { ViewerDropdown } from '../../engine/viewer-data';
import type { GridSheet } from '../grid-sheet';
import { toKey } from '../grid-sheet';

/** A cell in the grid library's words: the id is a text, row and column count from 0. */
export interface GridPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** Finds what the page knows of a cell beside what the grid library knows. */
export interface CellFinder {
  text(place: GridPlace): string | null;
  runs(
    place: GridPlace,
  ): GridSheet['runs'] extends ReadonlyMap<number, infer Runs> ? Runs | null : never;
  dropdown(place: GridPlace): ViewerDropdown | null;
}

function holds({ area }: ViewerDropdown, { row, col }: GridPlace): boolean {
  const [down, over] = [row + 1 - area.row, col + 1 - area.column];
  return down >= 0 && over >= 0 && down < area.rows && over < area.columns;
}

/** Looks into the sheets as they are now. */
export function createCellFinder(sheets: ReadonlyMap<number, GridSheet>): CellFinder {
  const sheetOf = ({ sheetId }: GridPlace) => sheets.get(Number(sheetId));
  const keyOf = ({ row, col }: GridPlace) => toKey(row + 1, col + 1);
  return {
    text: (place) => sheetOf(place)?.cells.get(keyOf(place))?.text ?? null,
    runs: (place) => sheetOf(place)?.runs.get(keyOf(place)) ?? null,
    dropdown: (place) =>
      sheetOf(place)?.source.dropdowns.findLast((one) => holds(one, place)) ?? null,
  };
}
