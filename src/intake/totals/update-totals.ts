import { countedEntities, countingRevision } from '../../measures/counted';
import type { Services, Sheet } from '../../platform/services';
import { dayOf } from '../../projections/agent-days';
import { findSheet } from '../../sheets/find-sheet';
import type { Config } from '../../settings/config';
import { defaultPrivacy } from '../../settings/privacy';
import type { TotalsState } from '../../settings/sweep-state';
import { MissingTab } from '../../tabs/missing-tab';
import { registers } from '../../tabs/registers';
import { tabs } from '../../tabs/tabs';
import { readRing, ringSize, type MoveRecord, type Ring } from '../write/move-records';
import {
  draftKey,
  dropDrafts,
  finishRecount,
  isScanned,
  isScanOver,
  scanOn,
  scanStart,
} from './recount';
import {
  addTo,
  dropEmpty,
  openTotals,
  saveTotals,
  type TotalRow,
  type Totals,
} from './totals-sheet';

/** At night, when few events come, the days that are not sealed are counted anew. */
const recountFromHour = 3;

/** With what the numbers are counted: another one asks for a recount. */
const countedWith = ({ settings }: Config): string =>
  JSON.stringify([countingRevision, settings.offsetMinutes, settings.hours]);

/** True while a recount is under way or asked for. */
export function isRecountDue(state: TotalsState, config: Config, nowMs: number): boolean {
  const { offsetMinutes } = config.settings;
  const hour = Math.floor((nowMs / 3_600_000 + offsetMinutes / 60) % 24);
  const isNight = hour >= recountFromHour && state.day < dayOf(nowMs, offsetMinutes);
  return state.at !== null || state.isAsked || isNight || state.wanted !== countedWith(config);
}

/** How far Totais has counted, and its rows that are not sealed; null where they were not looked at. */
export interface Counted {
  readonly state: TotalsState;
  readonly rows: readonly TotalRow[] | null;
}

/** The rows of Totais as they stand: those that are not sealed, or all. */
export function readTotals(
  services: Services,
  config: Config,
  sealedRows: number,
): readonly TotalRow[] {
  const sheet = findSheet(services.workbook, tabs.totals, config.settings.sheetIds['totals']);
  return sheet === null ? [] : openTotals(sheet, sealedRows).rows;
}

/**
 * Adds to Totais what rows have told since, and goes on with a recount where one is due. Each row says itself which records it has
 * counted, so that a run that is cut short adds nothing twice. Buffered; callers hold the lock, flush, and store what is given.
 * @throws {MissingTab} when one of the books is gone
 */
export function updateTotals(services: Services, config: Config, before: TotalsState): Counted {
  const nowMs = services.clock.now();
  const ring = readRing(sheetOf('moves', services, config), before.mark);
  const state = { ...before, isAsked: before.isAsked || isInDoubt(ring, before.mark) };
  const isDue = isRecountDue(state, config, nowMs);
  if (ring.last === state.mark && !isDue) return { state, rows: null };
  const totals = openTotals(sheetOf('totals', services, config), state.sealedRows);
  const isLost = totals.rows.length === 0 && state.mark > 0;
  addRecords(totals, ring, state);
  const known = { ...state, mark: ring.last, isAsked: state.isAsked || isLost };
  const next = isDue || isLost ? recountOn(services, config, { totals, state: known }) : known;
  dropEmpty(totals);
  saveTotals(totals);
  return { state: next, rows: totals.rows };
}

function sheetOf(tab: 'moves' | 'totals', { workbook }: Services, { settings }: Config): Sheet {
  const sheet = findSheet(workbook, tabs[tab], settings.sheetIds[tab]);
  if (sheet === null) throw new MissingTab(tab);
  return sheet;
}

/** Records were lost (the ring came round, or was made anew), or may tell what others have told. */
function isInDoubt({ last, records }: Ring, mark: number): boolean {
  const isGone = last < mark || last - mark > ringSize || records.size < last - mark;
  return isGone || [...records.values()].some(({ isDoubtful }) => isDoubtful);
}

function addRecords(totals: Totals, { records }: Ring, { at }: TotalsState): void {
  for (const record of [...records.values()].sort((a, b) => a.number - b.number))
    for (const [key, more] of sumsOf(record, at))
      addTo(totals, key, { more, number: record.number });
}

/** What a record adds by key: to the numbers that are shown, and to a recount that has passed its rows already. */
function sumsOf(
  { moves }: MoveRecord,
  at: TotalsState['at'],
): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const sums = new Map<string, Record<string, number>>();
  const add = (key: string, more: Readonly<Record<string, number>>): void => {
    const known = sums.get(key) ?? {};
    for (const [name, value] of Object.entries(more)) known[name] = (known[name] ?? 0) + value;
    sums.set(key, known);
  };
  for (const [block, ofBlock] of moves)
    for (const [key, more] of ofBlock) {
      add(key, more);
      if (at !== null && isScanned(block, at)) add(draftKey(key), more);
    }
  return sums;
}

interface Recounting {
  readonly totals: Totals;
  readonly state: TotalsState;
}

/** The first local day of which no row has gone to the archive. */
function wholeFrom({ settings, privacy = defaultPrivacy }: Config): number {
  const movedMs = countedEntities.map(
    (entity) => privacy.retention.archivedMs[registers[entity].tab] ?? 0,
  );
  const lastMs = Math.max(...movedMs);
  return lastMs === 0 ? 0 : dayOf(lastMs, settings.offsetMinutes) + 1;
}

function recountOn(services: Services, config: Config, { totals, state }: Recounting): TotalsState {
  const nowMs = services.clock.now();
  const wanted = countedWith(config);
  const isBegun = state.at !== null && state.wanted === wanted;
  if (!isBegun) dropDrafts(totals);
  const begun = isBegun ? state : { ...state, wanted, isAsked: false };
  const scan = { services, config, totals, number: state.mark };
  const at = scanOn(scan, (isBegun ? state.at : null) ?? scanStart);
  if (!isScanOver(at)) return { ...begun, at };
  const today = dayOf(nowMs, config.settings.offsetMinutes);
  dropEmpty(totals);
  const sealed = finishRecount(totals, {
    today,
    nowMs,
    number: state.mark,
    wholeFrom: wholeFrom(config),
  });
  return { ...begun, at: null, day: today, sealedRows: state.sealedRows + sealed };
}
