/** Row ids of adjacent rows: `count` ids from `first` on. */
export type RowRun = readonly [first: number, count: number];

/**
 * Which row id stands at which row number. Stored rows are keyed by id, so that rows put in or taken out move
 * nothing on the disk. Runs keep this small: a sheet that only grew has one.
 */
export class RowRuns {
  private starts: number[] = [];

  constructor(
    private runs: RowRun[],
    private nextId: number,
  ) {
    this.index();
  }

  /** Stored form: the next id to give, then the runs. */
  toJson(): readonly [number, readonly RowRun[]] {
    return [this.nextId, this.runs];
  }

  /** The id of the row at this number; 0 when there is no such row. */
  idAt(row: number): number {
    const at = this.runIndex(row);
    const run = this.runs[at];
    const start = this.starts[at];
    if (!run || start === undefined || row >= start + run[1]) return 0;
    return run[0] + row - start;
  }

  /** Calls back for each run with the number of its first row. */
  each(visit: (run: RowRun, firstRow: number) => void): void {
    this.runs.forEach((run, index) => visit(run, this.starts[index] ?? 0));
  }

  insert(row: number, count: number): void {
    const [before, after] = this.split(row);
    this.runs = joinRuns([...before, [this.nextId, count], ...after]);
    this.nextId += count;
    this.index();
  }

  remove(row: number, count: number): void {
    const [before, rest] = this.split(row);
    this.runs = joinRuns([...before, ...splitRuns(rest, count)[1]]);
    this.index();
  }

  /** Moves `count` rows from `row` on to stand before row `to`, as counted before. */
  move(row: number, count: number, to: number): void {
    const [before, rest] = this.split(row);
    const [moved, after] = splitRuns(rest, count);
    const [head, tail] = splitRuns([...before, ...after], (to > row ? to - count : to) - 1);
    this.runs = joinRuns([...head, ...moved, ...tail]);
    this.index();
  }

  private split(row: number): readonly [RowRun[], RowRun[]] {
    return splitRuns(this.runs, row - 1);
  }

  private index(): void {
    let start = 1;
    this.starts = this.runs.map(([, count]) => (start += count) - count);
  }

  private runIndex(row: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? Infinity) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function splitRuns(runs: readonly RowRun[], count: number): readonly [RowRun[], RowRun[]] {
  const before: RowRun[] = [];
  const after: RowRun[] = [];
  let left = count;
  for (const [first, length] of runs) {
    const taken = Math.min(left, length);
    if (taken > 0) before.push([first, taken]);
    if (taken < length) after.push([first + taken, length - taken]);
    left -= taken;
  }
  return [before, after];
}

function joinRuns(runs: readonly RowRun[]): RowRun[] {
  const joined: RowRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last[0] + last[1] === run[0])
      joined[joined.length - 1] = [last[0], last[1] + run[1]];
    else joined.push(run);
  }
  return joined;
}
