const numberTitle = /^#(?: (\d+))?$/;

/** The title in a header cell of the journal, without the number that the first column's carries. */
export const titleOf = (cell: string): string =>
  numberTitle.test(cell.trim()) ? '#' : cell.trim();

/** The highest number given, as that header cell says; null when it says none. */
export function numberIn(cell: string): number | null {
  const digits = numberTitle.exec(cell.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
