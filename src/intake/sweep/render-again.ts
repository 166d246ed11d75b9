import type { Services } from '../../platform/services';
import { registerEntities, registers } from '../../tabs/registers';
import { findSheet } from '../../sheets/find-sheet';
import { hiddenColumnsOf, isAppendNumber } from '../../sheets/hidden-columns';
import { toKeyRows, type KeyRow } from '../../sheets/key-window';
import { openTab, type OpenTab } from '../../sheets/open-tab';
import { toStretches } from '../../sheets/stretches';
import { tabs, type TabId } from '../../tabs/tabs';
import type { Ledger } from '../repair/ledger';
import type { Config } from '../../settings/config';
import { MissingTab } from '../../tabs/missing-tab';
import { unrendered, type Rendering } from '../../settings/sweep-state';
import { replayContext } from '../replay/replay';
import { hintsOf, planRow } from '../write/plan-row';
import { writeChanges } from '../write/write-changes';

/** Raised when rows look different than before although they know the same: after an upgrade all are rendered once more. */
const renderRevision = 1;

/** Rows that one run of the sweep renders, those that share the last one's number besides. */
const rowsPerRun = 1000;

/** What every row is rendered with: language, zone, names and labels that the user may change, columns that were put back. */
function renderingOf({ settings, connections }: Config): string {
  const { language, offsetMinutes, statusNames, addedColumns } = settings;
  const accounts = connections.map(({ id, account }) => [id, account]);
  const words = [language, offsetMinutes, statusNames, accounts, addedColumns];
  return JSON.stringify([renderRevision, ...words]);
}

/** True while rows may stand in the tabs that were rendered with something else. */
export function isRenderingDue({ wanted, register }: Rendering, config: Config): boolean {
  return wanted !== renderingOf(config) || register < registerEntities.length;
}

/**
 * Renders the next rows anew from their `Estado`, newest first, and says how far it came. It counts by the rows' append numbers, which a
 * sort between two runs does not change. Buffered; callers hold the lock and flush.
 */
export function renderAgain(services: Services, ledger: Ledger, known: Rendering): Rendering {
  const wanted = renderingOf(ledger.config);
  // What is stored may be of a version that counted otherwise and knew no `below`: it begins anew.
  const at = known.wanted === wanted && known.below >= 0 ? known : { ...unrendered, wanted };
  const entity = registerEntities[at.register];
  if (entity === undefined) return at;
  const next = readNext(services, ledger, { tab: registers[entity].tab, below: at.below });
  const plans = next.rows.flatMap(({ key }) => planRow(entity, key, ledger.config) ?? []);
  // Rows that follow from others come with those.
  const merges = plans.filter((merge) => merge.entity === entity);
  writeChanges(
    merges.map((merge) => ({ requestId: merge.key, changes: [merge] })),
    { ...replayContext(services, ledger), hints: hintsOf(next.rows) },
  );
  return next.below > 0
    ? { ...at, below: next.below }
    : { ...at, register: at.register + 1, below: 0 };
}

interface NextRows {
  readonly rows: readonly KeyRow[];
  /** Rows with a number below this one are left; 0 when none is. */
  readonly below: number;
}

/** The hidden cells of some `rowsPerRun` rows: those with the highest numbers below the one named. Rows without a number come last. */
function readNext(
  { workbook }: Services,
  { config }: Ledger,
  at: { readonly tab: TabId; readonly below: number },
): NextRows {
  const nothing: NextRows = { rows: [], below: 0 };
  const sheet = findSheet(workbook, tabs[at.tab], config.settings.sheetIds[at.tab]);
  if (sheet === null) return nothing;
  const open = openTab(tabs[at.tab], sheet);
  // Of a tab that can be mended no row may be passed over; one that cannot waits for the user.
  if (!open.isWhole && !config.settings.unreadableTabs.includes(at.tab))
    throw new MissingTab(at.tab);
  const numbered = readNumbers(open, at.below === 0 ? Infinity : at.below);
  const least = numbered[rowsPerRun - 1]?.number ?? 0;
  const taken = numbered.filter(({ number }) => number >= least);
  return { rows: readRows(open, new Set(taken.map(({ row }) => row))), below: least };
}

interface Numbered {
  readonly row: number;
  readonly number: number;
}

/** Rows with a number below that one, highest first; of one that was cleared or written aside it is 0. */
function readNumbers({ sheet, layout, firstRow, nextRow }: OpenTab, below: number): Numbered[] {
  const rows = nextRow - firstRow;
  if (layout.keyColumn === null || rows < 1) return [];
  const area = { row: firstRow, column: layout.keyColumn + 1, rows, columns: 1 };
  return sheet
    .read(area)
    .map(([cell], index) => ({ row: firstRow + index, number: isAppendNumber(cell) ? cell : 0 }))
    .filter(({ number }) => number < below)
    .sort((a, b) => b.number - a.number);
}

/** Reading so many rows more costs less than another read. */
const rowsBetween = 500;

function readRows({ tab, sheet, layout }: OpenTab, wanted: ReadonlySet<number>): KeyRow[] {
  const columns = hiddenColumnsOf(tab).length;
  const column = layout.keyColumn ?? 1;
  return toStretches([...wanted], rowsBetween).flatMap(({ first, last }) => {
    const cells = sheet.read({ row: first, column, rows: last - first + 1, columns });
    return toKeyRows(cells, first).filter(({ row }) => wanted.has(row));
  });
}
