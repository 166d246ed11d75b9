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

/** The lines around each cell that has any; later borders lie over earlier ones. */
export function listBorders({ borders = [], maxRows }: SheetView): ViewerBorder[] {
  const cells = new Map<string, { row: number; column: number; lines: Lines }>();
  for (const border of borders) {
    const line = { style: styles[border.style] ?? 'thin', color: border.color ?? '#000000' };
    const last = Math.min(bottom(border.area), maxRows, border.area.row + mostRows);
    for (let row = border.area.row; row <= last; row += 1) {
      for (let column = border.area.column; column <= right(border.area); column += 1) {
        const key = `${row},${column}`;
        const cell = cells.get(key) ?? { row, column, lines: new Map() };
        for (const [side, isDrawn] of listSides(border, row, column)) {
          if (isDrawn !== null) cell.lines.set(side, isDrawn ? line : null);
        }
        cells.set(key, cell);
      }
    }
  }
  return [...cells.values()].flatMap(({ row, column, lines }): ViewerBorder[] => {
    const drawn = [...lines].filter(([, line]) => line !== null);
    return drawn.length === 0 ? [] : [[row, column, Object.fromEntries(drawn)]];
  });
}
