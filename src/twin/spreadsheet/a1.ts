import type { Area } from './model';

const cornerPattern = /^\$?([A-Za-z]*)\$?(\d*)$/;

/** Letters of a column: 1 → `A`, 27 → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? last : columnLetters(rest) + last;
}

/** Number of a column's letters: `A` → 1; 0 for none. */
function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
}

/** A1 notation of an area: `B2` for one cell, else `B2:C9`. */
export function areaToA1(area: Area): string {
  const first = `${columnLetters(area.column)}${area.row}`;
  const lastColumn = area.column + area.columns - 1;
  const last = `${columnLetters(lastColumn)}${area.row + area.rows - 1}`;
  return first === last ? first : `${first}:${last}`;
}

/** A1 notation with its sheet, quoted: `'Status dos agentes'!A2:B9`. */
export function areaToSheetA1(title: string, area: Area): string {
  return `'${title.replaceAll("'", "''")}'!${areaToA1(area)}`;
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function parseCorner(text: string): Corner | null {
  const match = cornerPattern.exec(text);
  if (!match || text === '') return null;
  return { column: columnNumber(match[1] ?? ''), row: Number(match[2] ?? '') };
}

/** Size of the grid that open ends (`C2:C`, `3:4`) reach to. */
export interface GridSize {
  readonly maxRows: number;
  readonly maxColumns: number;
}

/** Reads `B2`, `B2:C9`, `C:D`, `C2:C` or `3:4`; null when the text is no A1 notation. */
export function parseA1(text: string, grid: GridSize): Area | null {
  const [left = '', right] = text.split(':');
  const first = parseCorner(left);
  const last = right === undefined ? first : parseCorner(right);
  if (!first || !last || text.split(':').length > 2) return null;
  const single = right === undefined;
  if (single && (first.row === 0 || first.column === 0)) return null;
  return spanCorners(first, last, grid);
}

function spanCorners(first: Corner, last: Corner, grid: GridSize): Area {
  const [top, bottom] = order(first.row || 1, last.row || grid.maxRows);
  const [start, end] = order(first.column || 1, last.column || grid.maxColumns);
  return { row: top, column: start, rows: bottom - top + 1, columns: end - start + 1 };
}

function order(one: number, other: number): readonly [number, number] {
  return one <= other ? [one, other] : [other, one];
}

/** Splits `'My sheet'!A1` into title and rest; the title is null when there is none. */
export function splitSheetName(text: string): {
  readonly title: string | null;
  readonly rest: string;
} {
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { title: null, rest: text };
  const title = text.slice(0, mark);
  const quoted = title.length > 1 && title.startsWith("'") && title.endsWith("'");
  return {
    title: quoted ? title.slice(1, -1).replaceAll("''", "'") : title,
    rest: text.slice(mark + 1),
  };
}
