import { bottom, right } from '../spreadsheet/cells/areas';
import type { BorderData, SheetView } from '../spreadsheet/model';
import type { ViewerBorder, ViewerBorderSides, ViewerLine } from './viewer-data';

/** Apps Script's border styles in the words of the viewer's library. */
const styles: Readonly<Record<string, string>> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DASHED: 'dashed',
  DOTTED: 'dotted',
  DOUBLE: 'medium',
};

type Side = keyof ViewerBorderSides;
type Lines = Map<Side, ViewerLine | null>;

/** Order of `BorderData.sides`: top, left, bottom, right, inner vertical, inner horizontal. */
function listSides({ area, sides }: BorderData, row: number, column: number) {
  const [top, left, under, beside, vertical, horizontal] = sides;
  const choose = (isEdge: boolean, edge?: boolean | null, inner?: boolean | null) =>
    (isEdge ? edge : inner) ?? null;
  return [
    ['top', choose(row === area.row, top, horizontal)],
    ['left', choose(column === area.column, left, vertical)],
    ['bottom', choose(row === bottom(area), under, horizontal)],
    ['right', choose(column === right(area), beside, vertical)],
  ] as const;
}

/** No more rows than are drawn: whole columns may carry a border. */
const mostRows = 2_000;

interface LinedCell {
  readonly row: number;
  readonly column: number;
  readonly lines: Lines;
}

/** Every cell of a border's area. */
function* listCells({ area }: BorderData, maxRows: number): Generator<readonly [number, number]> {
  const last = Math.min(bottom(area), maxRows, area.row + mostRows);
  for (let row = area.row; row <= last; row += 1)
    for (let column = area.column; column <= right(area); column += 1) yield [row, column];
}

function addLines(cells: Map<string, LinedCell>, border: BorderData, maxRows: number): void {
  const line = { style: styles[border.style] ?? 'thin', color: border.color ?? '#000000' };
  for (const [row, column] of listCells(border, maxRows)) {
    const key = `${row},${column}`;
    const cell = cells.get(key) ?? { row, column, lines: new Map() };
    const told = listSides(border, row, column).filter(([, isDrawn]) => isDrawn !== null);
    for (const [side, isDrawn] of told) cell.lines.set(side, isDrawn === true ? line : null);
    cells.set(key, cell);
  }
}

/** The lines around each cell that has any; later borders lie over earlier ones. */
export function listBorders({ borders = [], maxRows }: SheetView): ViewerBorder[] {
  const cells = new Map<string, LinedCell>();
  for (const border of borders) addLines(cells, border, maxRows);
  return [...cells.values()].flatMap(({ row, column, lines }): ViewerBorder[] => {
    const drawn = [...lines].filter(([, line]) => line !== null);
    return drawn.length === 0 ? [] : [[row, column, Object.fromEntries(drawn)]];
  });
}
