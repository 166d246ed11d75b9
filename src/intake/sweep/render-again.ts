import type { Services } from '../../platform/services';
import { registerEntities, registers } from '../../tabs/registers';
import { findSheet } from '../../sheets/find-sheet';
import { hiddenColumnsOf } from '../../sheets/hidden-columns';
import { toKeyRows, type KeyRow } from '../../sheets/key-window';
import { openTab } from '../../sheets/open-tab';
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

/** Rows that one run of the sweep renders at most. */
const rowsPerRun = 1000;

/** What every row is rendered with: the language, names and labels that the user may change, columns that were put back. */
function renderingOf({ settings, connections }: Config): string {
  const { language, statusNames, addedColumns } = settings;
  const accounts = connections.map(({ id, account }) => [id, account]);
  return JSON.stringify([renderRevision, language, statusNames, accounts, addedColumns]);
}

/** True while rows may stand in the tabs that were rendered with something else. */
export function isRenderingDue({ wanted, register }: Rendering, config: Config): boolean {
  return wanted !== renderingOf(config) || register < registerEntities.length;
}

/**
 * Renders the next rows anew from their `Estado`, newest first, and says how far it came. A row that is missed because the user
 * sorted meanwhile is rendered with its next event. Buffered; callers hold the lock and flush.
 */
export function renderAgain(services: Services, ledger: Ledger, known: Rendering): Rendering {
  const wanted = renderingOf(ledger.config);
  const at = known.wanted === wanted ? known : { ...unrendered, wanted };
  const entity = registerEntities[at.register];
  if (entity === undefined) return at;
  const block = readBlock(services, ledger, { tab: registers[entity].tab, lastRow: at.lastRow });
  const plans = block.rows.flatMap(({ key }) => planRow(entity, key, ledger.config) ?? []);
  // Rows that follow from others come with those.
  const merges = plans.filter((merge) => merge.entity === entity);
  writeChanges(
    merges.map((merge) => ({ requestId: merge.key, changes: [merge] })),
    { ...replayContext(services, ledger), hints: hintsOf(block.rows) },
  );
  return block.firstRow > 2
    ? { ...at, lastRow: block.firstRow - 1 }
    : { ...at, register: at.register + 1, lastRow: 0 };
}

interface Block {
  readonly firstRow: number;
  readonly rows: readonly KeyRow[];
}

/** The hidden cells of up to `rowsPerRun` rows, the last of them the one named. */
function readBlock(
  { workbook }: Services,
  { config }: Ledger,
  at: { readonly tab: TabId; readonly lastRow: number },
): Block {
  const nothing: Block = { firstRow: 2, rows: [] };
  const sheet = findSheet(workbook, tabs[at.tab], config.settings.sheetIds[at.tab]);
  if (sheet === null) return nothing;
  const { layout, nextRow, isWhole } = openTab(tabs[at.tab], sheet);
  // Of a tab that can be mended no row may be passed over; one that cannot waits for the user.
  if (!isWhole && !config.settings.unreadableTabs.includes(at.tab)) throw new MissingTab(at.tab);
  const lastRow = Math.min(nextRow - 1, at.lastRow === 0 ? Infinity : at.lastRow);
  if (layout.keyColumn === null || lastRow < 2) return nothing;
  const firstRow = Math.max(2, lastRow - rowsPerRun + 1);
  const columns = hiddenColumnsOf(tabs[at.tab]).length;
  const area = { row: firstRow, column: layout.keyColumn, rows: lastRow - firstRow + 1, columns };
  return { firstRow, rows: toKeyRows(sheet.read(area), firstRow) };
}
