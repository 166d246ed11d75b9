import type { ViewerWorkbook } from '../engine/viewer-data';
import type { Grid } from './grid';
import { fetchWorkbook } from './server';

/** Commits that come close together are fetched together. */
const GATHER_MS = 150;
/** `NOW` in formulas moves by the minute. */
const CLOCK_MS = 60_000;
/** After a failed fetch. */
const RETRY_MS = 2_000;

/** Keeps the grid equal to the workbook. */
export class LiveWorkbook {
  readonly #grid: Grid;
  readonly #onShown: (workbook: ViewerWorkbook) => void;
  readonly #stale = new Set<number>();
  #everything = true;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #busy = false;

  constructor(grid: Grid, onShown: (workbook: ViewerWorkbook) => void) {
    this.#grid = grid;
    this.#onShown = onShown;
    setInterval(() => this.#tick(), CLOCK_MS);
  }

  /** A commit touched these sheets. */
  changed(sheetIds: readonly number[]): void {
    if (sheetIds.length === 0) this.#everything = true;
    for (const id of sheetIds) this.#stale.add(id);
    this.#schedule();
  }

  /** Takes everything again. */
  reload(): void {
    this.#everything = true;
    this.#schedule();
  }

  #tick(): void {
    for (const id of this.#grid.listFormulaSheets()) this.#stale.add(id);
    if (this.#stale.size > 0) this.#schedule();
  }

  #schedule(delayMs = GATHER_MS): void {
    if (this.#timer === null && !this.#busy) {
      this.#timer = setTimeout(() => void this.#run(), delayMs);
    }
  }

  async #run(): Promise<void> {
    this.#timer = null;
    this.#busy = true;
    let delayMs = GATHER_MS;
    try {
      await this.#fetch();
    } catch (error) {
      console.error(error);
      this.#everything = true;
      delayMs = RETRY_MS;
    } finally {
      this.#busy = false;
    }
    if (this.#everything || this.#stale.size > 0) this.#schedule(delayMs);
  }

  async #fetch(): Promise<void> {
    const ids = [...new Set([...this.#stale, ...this.#grid.listFormulaSheets()])];
    const fetching = fetchWorkbook(this.#everything ? null : ids);
    this.#everything = false;
    this.#stale.clear();
    const workbook = await fetching;
    await this.#grid.show(workbook);
    this.#onShown(workbook);
  }
}
