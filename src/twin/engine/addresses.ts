import type { Area } from '../spreadsheet/model';

/** Letters of a 1-based column: 1 is A, 27 is AA. */
export function toColumnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? toColumnLetters((column - 1 - rest) / 26) + letter : letter;
}

/** Address of an area: `B2`, `B2:D9`. */
export function toAddress({ row, column, rows, columns }: Area): string {
  const start = `${toColumnLetters(column)}${row}`;
  if (rows === 1 && columns === 1) return start;
  return `${start}:${toColumnLetters(column + columns - 1)}${row + rows - 1}`;
}

/** Address with its sheet, quoted: `'Status dos agentes'!A2:B9`. */
export function toSheetAddress(title: string, area: Area): string {
  return `'${title.replaceAll("'", "''")}'!${toAddress(area)}`;
}
