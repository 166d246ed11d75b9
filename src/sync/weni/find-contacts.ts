import { rejudge } from '../../intake/commit/work-off';
import type { StoredRequest } from '../../intake/journal/journal';
import { findLedger, type Ledger } from '../../intake/repair/ledger';
import { linesAbove, readRequests } from '../../intake/journal/journal-lines';
import { rowHints } from '../../intake/write/row-hints';
import { findSheet } from '../../sheets/find-sheet';
import { hiddenColumnsOf } from '../../sheets/hidden-columns';
import { locateAll } from '../../sheets/locate';
import { toKeyRows, type KeyRow } from '../../sheets/key-window';
import { openTab, type OpenTab } from '../../sheets/open-tab';
import { tabs } from '../../tabs/tabs';
import { configFrom, type Config } from '../../settings/config';
import type { Services } from '../../platform/services';

/** Journal lines, and rows of Contatos, that are looked at at once. */
const linesAtOnce = 100;
const rowsAtOnce = 500;
const lookupMs = 5000;

/** Contatos as it stands now, looked at without the lock; null when it is gone or cannot be read. */
export function openContacts({ workbook }: Services, { settings }: Config): OpenTab | null {
  workbook.flush();
  if (settings.unreadableTabs.includes('contacts')) return null;
  const sheet = findSheet(workbook, tabs.contacts, settings.sheetIds['contacts']);
  const open = sheet === null ? null : openTab(tabs.contacts, sheet);
  return open?.isWhole === true ? open : null;
}

/** Some rows, and up to where they are all: a journal's number, or the next row. */
export interface FoundRows {
  readonly rows: readonly KeyRow[];
  readonly next: number;
}

/**
 * The contacts that events have changed since a journal line: each line is judged once more, which tells whom it names. Only lines that
 * the sweep has done with are looked at (up to `doneNumber`), so their rows are there.
 */
export function rowsSince(
  services: Services,
  open: OpenTab,
  { number, doneNumber }: { readonly number: number; readonly doneNumber: number },
): FoundRows {
  const ledger = findLedger(services, services.properties.getAll());
  const last = Math.min(doneNumber, number + linesAtOnce);
  if (ledger === null) return { rows: [], next: number };
  const lines = linesAbove(ledger.journal, { after: number, last }).lines.filter(
    (line) => line.number <= last && line.rows > 0,
  );
  const keys = new Set(
    readRequests(ledger.journal, lines).flatMap((stored) => contactsOf(services, stored, ledger)),
  );
  const means = { budget: { leftMs: lookupMs }, hints: rowHints(services.cache) };
  const places = locateAll(
    open,
    [...keys].map((key) => ({ key, createdAtMs: null })),
    means,
  );
  const rows = [...places.values()].flatMap((place) => (place.kind === 'row' ? [place.row] : []));
  return { rows: rows.sort((a, b) => a.row - b.row), next: last };
}

const contactsOf = (services: Services, stored: StoredRequest, ledger: Ledger): readonly string[] =>
  rejudge(services, stored, ledger).changes.flatMap((change) =>
    change.tab === 'contacts' ? [change.key] : [],
  );

/** The next rows of a pass over all of Contatos, from the oldest on. `next`: 0 when these are the last. */
export function rowsFrom(open: OpenTab, row: number): FoundRows {
  const { sheet, layout, nextRow, firstRow, tab } = open;
  const first = Math.max(row, firstRow);
  const count = Math.min(rowsAtOnce, nextRow - first);
  if (layout.keyColumn === null || count < 1) return { rows: [], next: 0 };
  const columns = hiddenColumnsOf(tab).length;
  const cells = sheet.read({ row: first, column: layout.keyColumn, rows: count, columns });
  const next = first + count;
  return { rows: toKeyRows(cells, first), next: next < nextRow ? next : 0 };
}

/** The rows whose state tells that id of Weni's. */
export function rowsOfUuid(services: Services, uuid: string): readonly KeyRow[] {
  const open = openContacts(services, configFrom(services.properties.getAll()));
  if (open === null || open.layout.keyColumn === null) return [];
  const { sheet, layout, firstRow, nextRow, tab } = open;
  if (nextRow <= firstRow) return [];
  const names = hiddenColumnsOf(tab);
  const keyColumn = layout.keyColumn ?? 1;
  const column = keyColumn + names.indexOf('state');
  const area = { row: firstRow, column, rows: nextRow - firstRow, columns: 1 };
  return sheet.findAll(area, uuid).flatMap((row) => {
    const cells = sheet.read({ row, column: keyColumn, rows: 1, columns: names.length });
    return toKeyRows(cells, row);
  });
}
