import type { ViewerHead, ViewerWorkbook } from '../engine/viewer-data';
import type { Grid } from './grid';
import { fetchWorkbook } from './server';

/** Commits that come close together are fetched together. */
const GATHER_MS = 150;
/** `NOW` in formulas moves by the minute. */
const CLOCK_MS = 60_000;
/** Titles and colours of tabs that are not in front. */
const HEADS_MS = 2_000;
/** After a failed fetch. */
const RETRY_MS = 2_000;

/** Keeps the grid equal to the workbook: the sheet in front at once, the others when somebody turns to them. */
export class LiveWorkbook {
  readonly #grid: Grid;
  readonly #onShown: (workbook: ViewerWorkbook) => void;
  readonly #stale = new Set<number>();
  #heads = new Map<number, ViewerHead>();
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
    this.look();
  }

  /** Takes everything again. */
  reload(): void {
    this.#everything = true;
    this.look();
  }

  /** Looks whether what is in front is out of date; to be called when another sheet is. */
  look(): void {
    if (this.#isDue()) this.#schedule();
    else if (this.#stale.size > 0) this.#schedule(HEADS_MS);
  }

  /** A formula may show what stands in any sheet. */
  #tick(): void {
    for (const id of this.#grid.listFormulaSheets()) this.#stale.add(id);
    this.look();
  }

  /** The stale sheets that are to be fetched now: the one in front, and those whose tab changed or is new. */
  #listDue(): number[] {
    const front = this.#grid.readFront();
    const formulaSheets = this.#stale.size > 0 ? this.#grid.listFormulaSheets() : [];
    const stale = new Set([...this.#stale, ...formulaSheets]);
    return [...stale].filter((id) => id === front || !this.#grid.hasTab(this.#heads.get(id)));
  }

  #isDue(): boolean {
    return this.#everything || this.#listDue().length > 0;
  }

  #schedule(delayMs = GATHER_MS): void {
    if (this.#timer === null && !this.#busy) {
      this.#timer = setTimeout(() => void this.#run(), delayMs);
    }
  }

  async #run(): Promise<void> {
    this.#timer = null;
    this.#busy = true;
    const begunAtMs = performance.now();
    let delayMs = GATHER_MS;
    try {
      await this.#fetch();
      // While much comes in, the page takes as much time for itself as it leaves to others.
      delayMs = Math.max(GATHER_MS, performance.now() - begunAtMs);
    } catch (error) {
      console.error(error);
      this.#everything = true;
      delayMs = RETRY_MS;
    } finally {
      this.#busy = false;
    }
    if (this.#isDue()) this.#schedule(delayMs);
  }

  async #fetch(): Promise<void> {
    const ids = this.#listDue();
    const fetching = fetchWorkbook(this.#everything ? null : ids);
    if (this.#everything) this.#stale.clear();
    for (const id of ids) this.#stale.delete(id);
    this.#everything = false;
    const workbook = await fetching;
    this.#heads = new Map(workbook.heads.map((head) => [head.id, head]));
    await this.#grid.show(workbook);
    this.#onShown(workbook);
  }
}
