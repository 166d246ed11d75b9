import type { CellValue, Sheet, Workbook } from '../platform/services';
import { findHeader } from '../sheets/layout';
import { titleOf } from '../sheets/number-title';
import { findSheet } from '../sheets/find-sheet';
import { readSeenTop, seenTopFormula, type SeenTop } from '../sheets/seen-top';
import { tabs, type TabId } from '../tabs/tabs';
import { areaOf, findHiddenSheet } from './hidden-cells';
import { memoryIn, type JournalMemory } from './journal-memory';
import type { Settings } from './config';

/** What is known of the first rows of tabs, without a look at the tabs themselves. */
export type SeenTops = ReadonlyMap<TabId, SeenTop>;

const nothingSeen: SeenTops = new Map();

/** Rows of the hidden tab Ajustes that show the first rows of the others. They stay where they are. */
const rows: readonly (readonly [TabId, number])[] = [
  ['journal', 20],
  ['agentsNow', 21],
  ['agentStatus', 22],
  ['conversations', 23],
  ['attendances', 24],
  ['messages', 25],
  ['contacts', 26],
  ['templates', 27],
  ['outages', 28],
  ['failures', 29],
  ['health', 30],
  ['moves', 31],
];
const lastRow = 31;
const name = 'Cabeçalho';

/** What the hidden tab shows at one look. */
export interface HiddenView {
  readonly tops: SeenTops;
  /** The cell `done`. */
  readonly done: string;
  /** The cell `told`; null when it says nothing. */
  readonly told: number | null;
  /** The cell `correction`. */
  readonly correction: CellValue;
  /** What is remembered of the journal; null where nothing is shown. */
  readonly memory: JournalMemory | null;
}

export const nothingShown: HiddenView = {
  tops: nothingSeen,
  done: '',
  told: null,
  correction: '',
  memory: null,
};

/** All of it in one read; a tab of which nothing can be told is missing. */
export function readHiddenView(workbook: Workbook, settings: Settings): HiddenView {
  const sheet = findHiddenSheet(workbook, settings);
  if (sheet === null) return nothingShown;
  const { row: start } = areaOf('correction');
  const cells = sheet.read({ row: start, column: 2, rows: lastRow - start + 1, columns: 1 });
  const cellAt = (row: number): CellValue => cells[row - start]?.[0] ?? '';
  const tops = rows.flatMap(([tab, row]) => {
    const top = readSeenTop(cellAt(row));
    return top === null ? [] : [[tab, top] as const];
  });
  const done = String(cellAt(areaOf('done').row));
  const told = cellAt(areaOf('told').row);
  return {
    tops: new Map(tops),
    done,
    told: typeof told === 'number' ? told : null,
    correction: cellAt(start),
    memory: memoryIn(cells.slice(areaOf('counted').row - start)),
  };
}

/** The first rows of all tabs, in one read. */
export const readSeenTops = (workbook: Workbook, settings: Settings): SeenTops =>
  readHiddenView(workbook, settings).tops;

/** Where the append numbers stand, or in the journal the lines' own; null while the header is not in the first row. */
function numberColumnOf(tab: TabId, sheet: Sheet): number | null {
  const [header = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: sheet.maxColumns() });
  const found = findHeader(tabs[tab], [header]);
  if (found !== null) return found.keyColumn + 1;
  const column = header.findIndex((title) => titleOf(String(title)) === '#') + 1;
  return tabs[tab].kind === 'ledger' && column > 0 ? column : null;
}

/** Writes the formulas that are not there or in error; each names its tab, which must be there. Buffered. */
export function writeSeenTops(workbook: Workbook, settings: Settings): void {
  const sheet = findHiddenSheet(workbook, settings);
  if (sheet === null) return;
  const seen = readSeenTops(workbook, settings);
  const unseen = rows.filter(([tab]) => !seen.has(tab));
  const formulas = unseen.flatMap(([tab, row]) => {
    const shown = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
    const column = shown === null ? null : numberColumnOf(tab, shown);
    return shown === null || column === null
      ? []
      : [[row, seenTopFormula(shown.title(), column)] as const];
  });
  for (const [row, written] of formulas)
    sheet.write({ row, column: 1, rows: 1, columns: 2 }, [[name, written]]);
}
