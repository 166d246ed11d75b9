import type { CellValue } from '../platform/services';

/** A rectangle of cells, 1-based. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly values: CellValue[][];
}

/** The cells of a row by column, in the order of the columns. */
export interface RowCells {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellValue>;
}

/** Cuts rows into rectangles: runs of adjacent columns, joined over adjacent rows that have the same runs. */
export function toBlocks(rows: readonly RowCells[]): readonly Block[] {
  const open = new Map<string, Block>();
  const blocks: Block[] = [];
  for (const { row, cells } of rows) {
    for (const run of toRuns(cells)) {
      const identity = `${run.column}+${run.values.length}`;
      const block = open.get(identity);
      if (block !== undefined && block.row + block.values.length === row) {
        block.values.push(run.values);
        continue;
      }
      const started = { row, column: run.column, width: run.values.length, values: [run.values] };
      open.set(identity, started);
      blocks.push(started);
    }
  }
  return blocks;
}

interface Run {
  readonly column: number;
  readonly values: CellValue[];
}

function toRuns(cells: ReadonlyMap<number, CellValue>): readonly Run[] {
  const runs: Run[] = [];
  for (const [column, value] of cells) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.values.length === column) last.values.push(value);
    else runs.push({ column, values: [value] });
  }
  return runs;
}
