import { alarmSettingsFrom } from '../../alarms/alarm-settings';
import type { AlarmState, Down } from '../../alarms/alarm';
import { quotas } from '../../budget/quotas';
import { usedOf } from '../../budget/usage';
import type { Services, Workbook } from '../../platform/services';
import { dayOf } from '../../projections/agent-days';
import type { Settings } from '../../settings/config';
import type { SweepState } from '../../settings/sweep-state';
import { findSheet } from '../../sheets/find-sheet';
import { readRows } from '../../sheets/read-rows';
import { situationLabels } from '../../tabs/outages/labels';
import { tabs } from '../../tabs/tabs';
import type { Watch } from '../books/alarm-row';
import type { TotalRow } from '../totals/totals-sheet';
import type { Ledger } from '../repair/ledger';
import { readEntries, sourcesOf } from '../views/dashboard/entries';
import { oldestMs, sizeOf, spaceBytes } from '../waiting/space';

type All = Readonly<Record<string, string>>;

/** Cells that Google allows in a spreadsheet (https://support.google.com/drive/answer/37603). */
export const mostCells = 10_000_000;

/** What a sweep found in the properties, and which requests in the waiting room are done. */
interface Found {
  readonly all: All;
  readonly done: ReadonlySet<string>;
  readonly state: SweepState;
}

/**
 * What the rules of alarms look at, out of what the sweep has at hand. Beyond that cells are counted once a day, and Quedas is read
 * when it has grown. To be done before anything is written.
 */
export function openWatch(services: Services, ledger: Ledger, { all, done, state }: Found): Watch {
  const nowMs = services.clock.now();
  const { settings } = ledger.config;
  const { offsetMinutes, hours, isPaused } = settings;
  const alarms = lookAtTabs(services, ledger, state.alarms);
  const [used, quota] = [usedOf(state.budget.usage), quotas[state.budget.kind]];
  const size = sizeOf(all);
  const facts = {
    nowMs,
    offsetMinutes,
    hours,
    isPaused,
    down: alarms.down,
    lateSinceMs: oldestMs(all, done),
    roomShare: size.room / spaceBytes,
    propertyShare: size.all / spaceBytes,
    cellShare: alarms.cells / mostCells,
    triggerShare: used.triggerMs / quota.triggerMs,
    operationShare: used.operations / quota.operations,
    waitingMs: alarms.waitingMs,
    waitMinutes: alarmSettingsFrom(all).waitMinutes,
  };
  return { facts, state: alarms };
}

function lookAtTabs(services: Services, { config, view }: Ledger, known: AlarmState): AlarmState {
  const { workbook, clock } = services;
  const { settings } = config;
  const row = view.tops.get('outages')?.lastNumberRow ?? known.outageRow;
  const down = row === known.outageRow ? known.down : readDown(services, settings, known.down);
  const day = dayOf(clock.now(), settings.offsetMinutes);
  const cells = day === known.cellsDay ? known.cells : countCells(workbook);
  return { ...known, outageRow: row, down, cells, cellsDay: day };
}

/** Cells of all tabs, the user's too. */
export const countCells = (workbook: Workbook): number =>
  workbook.sheets().reduce((sum, sheet) => sum + sheet.maxRows() * sheet.maxColumns(), 0);

/** Channels of which Quedas told last that they are disconnected. */
function readDown(
  { workbook, clock }: Services,
  { sheetIds, offsetMinutes }: Settings,
  known: readonly Down[],
): readonly Down[] {
  const sheet = findSheet(workbook, tabs.outages, sheetIds['outages']);
  if (sheet === null) return known;
  // Cells of time hold the team's wall clock, and are read on the spreadsheet's.
  const ownMinutes = clock.offsetMinutes(workbook.timeZone(), clock.now());
  const toMoment = (cellMs: number): number => cellMs + (ownMinutes - offsetMinutes) * 60_000;
  const last = new Map<string, { readonly isDown: boolean; readonly down: Down }>();
  const words = new Set(Object.values(situationLabels.disconnected));
  for (const { cells } of readRows(tabs.outages, sheet)) {
    const [vendor, account, instance] = ['vendor', 'account', 'instance'].map((id) =>
      String(cells[id] ?? ''),
    );
    const sinceMs = toMoment(Number(cells['at']));
    const down = {
      vendor: vendor ?? '',
      account: account ?? '',
      instance: instance ?? '',
      sinceMs,
    };
    const key = JSON.stringify([vendor, account, instance]);
    const isNewer = sinceMs >= (last.get(key)?.down.sinceMs ?? 0);
    if (isNewer) last.set(key, { isDown: words.has(String(cells['situation'])), down });
  }
  return [...last.values()]
    .filter(({ isDown }) => isDown)
    .map(({ down }) => down)
    .slice(-mostDown);
}

/** More channels would not fit into what the sweep remembers. */
const mostDown = 10;
const mostWaiting = 30;

/** Since when customers wait, as Totais knows them. */
export function waitingIn(
  rows: readonly TotalRow[],
  connections: Parameters<typeof sourcesOf>[0],
): readonly number[] {
  return readEntries(rows, sourcesOf(connections))
    .open.filter(({ situation }) => situation === 'waiting')
    .map(({ sinceMs }) => sinceMs)
    .sort((a, b) => b - a)
    .slice(0, mostWaiting)
    .reverse();
}
