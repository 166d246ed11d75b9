import { contributionOf } from '../../measures/contributions';
import { countedEntities } from '../../measures/counted';
import { addSums, type GrowingSums } from '../../measures/sums';
import { dayOfKey, readOpenKey } from '../../measures/total-key';
import type { Services } from '../../platform/services';
import { parseState } from '../../projections/state-text';
import { findSheet } from '../../sheets/find-sheet';
import { hiddenColumnsOf } from '../../sheets/hidden-columns';
import { toKeyRows } from '../../sheets/key-window';
import { openTab } from '../../sheets/open-tab';
import type { Config } from '../../settings/config';
import type { TotalsState } from '../../settings/sweep-state';
import { MissingTab } from '../../tabs/missing-tab';
import { registers } from '../../tabs/registers';
import { tabs } from '../../tabs/tabs';
import { blockRows } from '../write/move-records';
import { countingOf } from '../write/note-moves';
import { addTo, type TotalRow, type Totals } from './totals-sheet';

/** Rows that one sweep scans at most. */
const rowsPerSweep = 2 * blockRows;
/** Days that a recount counts anew; older ones are sealed, and take only what is told late. */
export const unsealedDays = 62;
/** One that has been open for longer is no longer shown as open. */
const openForMs = 30 * 86_400_000;

/** Marks the rows of a recount that is under way. */
const draft = '+';

/** Where a scan of the tabs has come to. */
export type ScanPlace = NonNullable<TotalsState['at']>;

export const scanStart: ScanPlace = { register: 0, block: 0 };

/** True for a block of rows that the scan has passed: what is told of it now is told beyond what the scan has seen. */
export function isScanned(block: string, at: ScanPlace): boolean {
  const [register = 0, number = 0] = block.split('.').map(Number);
  return register < at.register || (register === at.register && number < at.block);
}

/** The key under which the recount keeps its own sum. */
export const draftKey = (key: string): string => draft + key;

/** Forgets what an earlier recount began. */
export function dropDrafts(totals: Totals): void {
  totals.rows = totals.rows.filter(({ key }) => !key.startsWith(draft));
  for (const key of totals.byKey.keys()) if (key.startsWith(draft)) totals.byKey.delete(key);
  totals.isRewritten = true;
}

interface Scan {
  readonly services: Services;
  readonly config: Config;
  readonly totals: Totals;
  /** Number of the last record that the rows hold. */
  readonly number: number;
}

/** Scans the next rows; gives where it has come to. Every row is looked at under the same lock as the records up to that number. */
export function scanOn(scan: Scan, from: ScanPlace): ScanPlace {
  let at = from;
  let left = rowsPerSweep;
  while (at.register < countedEntities.length && left > 0) {
    const { place, rows } = scanBlock(scan, at);
    at = place;
    left -= Math.max(rows, 1);
  }
  return at;
}

export const isScanOver = ({ register }: ScanPlace): boolean => register >= countedEntities.length;

function scanBlock(
  { services, config, totals, number }: Scan,
  at: ScanPlace,
): { readonly place: ScanPlace; readonly rows: number } {
  const next = { register: at.register + 1, block: 0 };
  const entity = countedEntities[at.register];
  if (entity === undefined) return { place: next, rows: 0 };
  const { tab } = registers[entity];
  const { sheetIds, unreadableTabs } = config.settings;
  if (unreadableTabs.includes(tab)) return { place: next, rows: 0 };
  const sheet = findSheet(services.workbook, tabs[tab], sheetIds[tab]);
  if (sheet === null) throw new MissingTab(tab);
  const { layout, nextRow, firstRow } = openTab(tabs[tab], sheet);
  const row = Math.max(firstRow, at.block * blockRows);
  const rows = Math.min(nextRow, (at.block + 1) * blockRows) - row;
  if (layout.keyColumn === null || rows < 1) return { place: next, rows: 0 };
  const columns = hiddenColumnsOf(tabs[tab]).length;
  const cells = sheet.read({ row, column: layout.keyColumn, rows, columns });
  const sums: GrowingSums = new Map();
  const counting = countingOf(config.settings);
  for (const { key, state } of toKeyRows(cells, row))
    addSums(sums, contributionOf(entity, { key, state: parseState(state) }, counting));
  addDrafts(totals, sums, number);
  const isMore = (at.block + 1) * blockRows < nextRow;
  return { place: isMore ? { ...at, block: at.block + 1 } : next, rows };
}

/** A draft counts every block, though all have one number: what it has counted is told by the scan's place alone. */
function addDrafts(totals: Totals, sums: GrowingSums, number: number): void {
  for (const [key, more] of sums) {
    const known = totals.byKey.get(draftKey(key));
    if (known !== undefined) known.through = number - 1;
    addTo(totals, draftKey(key), { more, number });
  }
}

interface Finish {
  readonly today: number;
  readonly nowMs: number;
  readonly number: number;
  /** Of days before this one rows may have gone to the archive: they stay as they were counted. */
  readonly wholeFrom: number;
}

/** Puts the recounted days in the place of what was counted before; gives how many further rows are sealed. */
export function finishRecount(totals: Totals, { today, nowMs, number, wholeFrom }: Finish): number {
  const sealBefore = today - unsealedDays;
  const isKept = (day: number): boolean => day >= sealBefore && day < wholeFrom;
  const sealed = totals.rows.flatMap((row): readonly TotalRow[] => {
    const day = dayOfKey(row.key);
    return day !== null && day < sealBefore ? [{ ...row, through: number }] : [];
  });
  const counted = totals.rows.flatMap(({ key, measures }): readonly TotalRow[] => {
    if (!key.startsWith(draft))
      return isKept(dayOfKey(key) ?? -1) ? [{ key, measures, through: number }] : [];
    const own = key.slice(draft.length);
    const day = dayOfKey(own);
    const isShown =
      day === null
        ? readOpenKey(own) !== null && nowMs - (measures['since'] ?? 0) < openForMs
        : day >= Math.max(sealBefore, wholeFrom);
    return isShown ? [{ key: own, measures, through: number }] : [];
  });
  const byDay = (a: TotalRow, b: TotalRow): number =>
    (dayOfKey(a.key) ?? 1e9) - (dayOfKey(b.key) ?? 1e9);
  totals.rows = [...sealed.sort(byDay), ...counted.sort(byDay)];
  totals.byKey.clear();
  for (const row of totals.rows) totals.byKey.set(row.key, row);
  totals.isRewritten = true;
  return sealed.length;
}
