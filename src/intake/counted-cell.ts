import type { Sheet } from '../platform/services';

const countedCell = { row: 4, column: 2, rows: 1, columns: 1 } as const;

/**
 * The hidden cell with the number of the last journal row that Falhas and Saúde have counted: it moves in the same flush as they
 * do. Null when it is blank (the tab is new).
 */
export function readCounted(settingsSheet: Sheet): number | null {
  const [[cell = ''] = []] = settingsSheet.read(countedCell);
  return typeof cell === 'number' ? cell : null;
}

export function writeCounted(settingsSheet: Sheet, number: number): void {
  settingsSheet.write(countedCell, [[number]]);
}
