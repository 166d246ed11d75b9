import type { ExecutionContext, Outcome } from '../runtime/host-object';
import type { CellPlace, UserInterfaceSession } from '../runtime/ui-session';
import type { Area } from './model';
import type { SheetState } from './cells/sheet-state';
import type { WorkbookState } from './cells/workbook-state';
import { bottom, right } from './cells/areas';
import { ReadCache } from './read-cache';
import type { SpreadsheetOptions } from './options';
import { localeRules } from './values/locales';
import type { ContentWriting } from './cells/contents';

/** A write that waits for the flush. */
interface PendingWrite {
  readonly cells: number;
  readonly apply: () => void;
}

/** A sheet that was activated, and the range where one was. */
interface Activated {
  readonly sheetId: number;
  readonly area: Area | null;
}

/** What an execution keeps between it and the shared workbook: its pending writes and what it has read. */
export class Session {
  readonly cache: ReadCache;
  private activated: Activated | null = null;
  private pending: PendingWrite[] = [];

  constructor(
    readonly workbook: WorkbookState,
    readonly context: ExecutionContext,
    readonly options: SpreadsheetOptions,
  ) {
    this.cache = new ReadCache(workbook);
    context.onEnd((outcome) => this.end(outcome));
  }

  /** What the script activated, else the sheet in front of the person; null when there is neither. */
  get active(): Activated | null {
    if (this.activated) return this.activated;
    const sheetId = this.userInterface?.activeSheetId ?? null;
    return sheetId === null ? null : { sheetId, area: null };
  }

  /** Makes a sheet, or a range of it, the active one; the person sees it when the execution ends. */
  activate(sheetId: number, area: Area | null = null): void {
    this.activated = { sheetId, area };
  }

  private get chosenCell(): CellPlace | null {
    const area = this.activated?.area ?? null;
    return area === null ? null : { row: area.row, column: area.column };
  }

  private get userInterface(): UserInterfaceSession | null {
    return this.options.userInterface(this.context.id);
  }

  /** Cells in pending writes. */
  get pendingCells(): number {
    return this.pending.reduce((sum, { cells }) => sum + cells, 0);
  }

  get hasPending(): boolean {
    return this.pending.length > 0;
  }

  /** Adds a write that the next flush applies; nothing happens when another execution took the sheet out meanwhile. */
  write(sheetId: number, cells: number, apply: (sheet: SheetState) => void): void {
    this.pending.push({
      cells,
      apply: () => {
        const sheet = this.workbook.sheetById(sheetId);
        if (sheet) apply(sheet);
      },
    });
  }

  /** Adds a change of the workbook's metadata to the pending writes. */
  writeWorkbook(apply: () => void): void {
    this.pending.push({
      cells: 0,
      apply: () => {
        this.workbook.settings.touched = true;
        apply();
      },
    });
  }

  /** Applies and stores what is pending, and forgets what was read. */
  flush(): void {
    this.applyPending();
    this.cache.forget();
  }

  /** Takes the pending writes out; the function given applies them, to whatever the workbook is by then. */
  takePending(): () => void {
    const writes = this.pending;
    this.pending = [];
    return () => {
      if (writes.length > 0) this.workbook.commit(() => writes.forEach(({ apply }) => apply()));
    };
  }

  /** Every read calls this first: pending writes go out, so that the execution sees its own. */
  beforeRead(): void {
    if (this.pending.length === 0) return;
    this.applyPending((sheetId, rowIds) => this.cache.renewRows(sheetId, rowIds));
    if (!this.options.readsKeptOnForcedFlush) this.cache.forget();
  }

  /** Changes that take effect at once: sheets, rows and columns put in or taken out. */
  changeNow(change: () => void): void {
    this.flush();
    this.workbook.commit(change);
  }

  /** Changes to the workbook itself (named ranges, zone, locale), which take effect at once. */
  changeWorkbook(change: () => void): void {
    this.beforeRead();
    this.workbook.commit(() => {
      this.workbook.settings.touched = true;
      change();
    });
  }

  sheet(sheetId: number): SheetState {
    const sheet = this.workbook.sheetById(sheetId);
    if (!sheet) throw new Error(`Sheet ${sheetId} not found`);
    return sheet;
  }

  /** Areas that formulas of a sheet fill beyond their own cells; no formula is evaluated where none may. */
  listSpills(sheet: SheetState): readonly Area[] {
    const engine = sheet.maySpill ? this.options.engine?.() : null;
    return engine?.listSpills(sheet.id) ?? [];
  }

  /** Last row with content, what formulas fill included; where it was read before, as it was then. */
  lastRow(sheetId: number): number {
    const filled = this.listSpills(this.sheet(sheetId)).map(bottom);
    return Math.max(this.cache.lastRow(sheetId), ...filled);
  }

  /** Last column with content, as `lastRow`. */
  lastColumn(sheetId: number): number {
    const filled = this.listSpills(this.sheet(sheetId)).map(right);
    return Math.max(this.cache.lastColumn(sheetId), ...filled);
  }

  /** The rules a write made now follows. */
  writing(): ContentWriting {
    const { timeZone, locale } = this.workbook;
    const year = new Date(this.context.clock.now()).getUTCFullYear();
    const hasSheet = (title: string): boolean =>
      this.workbook.sheets.some((sheet) => sheet.title.toLowerCase() === title.toLowerCase());
    return { timeZone, rules: localeRules(locale), year, hasSheet, options: this.options };
  }

  private applyPending(renew?: (sheetId: number, rowIds: ReadonlySet<number>) => void): void {
    const writes = this.pending;
    this.pending = [];
    if (writes.length === 0) return;
    this.workbook.commit(() => {
      for (const { apply } of writes) apply();
      for (const { id, changes } of this.workbook.sheets) renew?.(id, changes.rowIds);
    });
  }

  private end(outcome: Outcome): void {
    const isKilled = outcome === 'killed' || outcome === 'timedOut';
    if (!isKilled || this.options.unflushedOutlivesKill) this.flush();
    if (!isKilled && this.activated)
      this.userInterface?.showSheet(this.activated.sheetId, this.chosenCell);
    this.pending = [];
    this.cache.forget();
  }
}
