import type { Storage } from '../../storage/storage';
import type { MetadataData, WorkbookView } from '../model';
import type { SheetState } from './sheet-state';
import { collectChanges } from './persist';
import type { NamedArea, WorkbookSettings } from './workbook-settings';

/** The committed workbook that all executions share. `commit` is the only way to change it. */
export class WorkbookState implements WorkbookView {
  sheets: SheetState[] = [];
  namedRanges = new Map<string, NamedArea>();
  metadata: readonly MetadataData[] = [];
  version = 0;
  private readonly listeners = new Set<(sheetIds: readonly number[]) => void>();

  constructor(
    private readonly storage: Storage,
    readonly settings: WorkbookSettings,
  ) {}

  get title(): string {
    return this.settings.title;
  }

  get timeZone(): string {
    return this.settings.timeZone;
  }

  get locale(): string {
    return this.settings.locale;
  }

  sheetById(id: number): SheetState | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  /** Keys of a collection as stored. */
  storedKeys(collection: string): Iterable<string> {
    return this.storage.read(collection).keys();
  }

  nextId(): number {
    return ++this.settings.lastId;
  }

  /**
   * Makes the changes as one step and stores them in one durable transaction before it returns.
   * When storing fails, the changes stay in memory and go to the disk with the next commit.
   */
  commit(change: () => void): void {
    change();
    const { documents, sheetIds, settle } = collectChanges(this);
    this.storage.commit(documents);
    settle();
    this.version++;
    for (const listener of this.listeners) listener(sheetIds);
  }

  onCommit(listener: (sheetIds: readonly number[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
