import type { Storage } from '../storage/storage';
import { loadWorkbook } from './cells/load';
import { SheetState } from './cells/sheet-state';
import { WorkbookState } from './cells/workbook-state';
import type { Session } from './session';

/** What a new spreadsheet starts with; a stored one keeps its own. */
export interface SharedWorkbookSettings {
  readonly storage: Storage;
  /** IANA name or fixed offset such as `GMT-3`. */
  readonly timeZone: string;
  /** Such as `pt_BR`. */
  readonly locale: string;
  readonly title: string;
}

/** The one workbook of a twin, with the sessions that are at work on it. */
export interface SharedWorkbook {
  /** The committed state, for the engine, the viewer and the HTTP surface. */
  readonly workbook: WorkbookState;
  readonly sessions: Map<string, Session>;
  /** Cells an execution has written and not flushed; what the next flush will cost. */
  pendingCells(executionId: string): number;
}

const firstSheetTitles: Readonly<Record<string, string>> = { pt: 'Página1', es: 'Hoja 1' };

/** Opens the workbook that the storage holds, or makes a new one with one sheet of 1,000 × 26 cells. */
export function createSharedWorkbook(settings: SharedWorkbookSettings): SharedWorkbook {
  const sessions = new Map<string, Session>();
  return {
    workbook: loadWorkbook(settings.storage) ?? makeWorkbook(settings),
    sessions,
    pendingCells: (executionId) => sessions.get(executionId)?.pendingCells ?? 0,
  };
}

function makeWorkbook({ storage, timeZone, locale, title }: SharedWorkbookSettings): WorkbookState {
  const workbook = new WorkbookState(storage, {
    id: 'twin-spreadsheet',
    title,
    timeZone,
    locale,
    recalculation: 'ON_CHANGE',
    lastId: 0,
    touched: true,
    goneSheetIds: new Set(),
  });
  workbook.commit(() => {
    const sheet = new SheetState(0);
    sheet.title = firstSheetTitles[locale.slice(0, 2)] ?? 'Sheet1';
    workbook.sheets = [sheet];
  });
  return workbook;
}
