import { isCounting, youngestMs } from '../archive/let-leave';
import { shortHash } from '../events/short-hash';
import { countCells, mostCells } from '../intake/sweep/watch';
import type { Services } from '../platform/services';
import { configFrom, isHalted } from '../settings/config';
import { reloadConfig } from '../settings/config-cache';
import { sweepStateFrom } from '../settings/sweep-state';
import { backOffMs } from '../sync/jobs/back-off';
import type { Job, Turn } from '../sync/jobs/job';
import type { Trouble } from './answers';
import { openBigQuery } from './bigquery';
import { eraseOn, isErasureDue } from './erase-on';
import { movePart } from './move-part';
import {
  atRest,
  saveWarehouseState,
  warehouseFrom,
  warehouseStateFrom,
  type WarehouseState,
} from './settings';
import { markOfMaking, setUpWarehouse } from './set-up';

/** From this share of Google's cells on, younger rows leave too. */
const fullShare = 0.8;
const fewestDays = 7;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** After the night's counting and checking. */
const fromHour = 4;
/** What one part takes: its reading, its jobs at BigQuery, its leaving. */
const part = { ms: 20_000, calls: 12 } as const;

type All = Readonly<Record<string, string>>;

const isFull = (all: All): boolean => sweepStateFrom(all).alarms.cells / mostCells >= fullShare;

/**
 * Moves old rows to BigQuery: every night, and at any hour while the spreadsheet is too full. Takes people who were erased out of it; by
 * the same job, so that no row is on its way meanwhile.
 */
export const warehouseJob: Job = {
  id: 'warehouse',
  isDue: (all, { nowMs, isThrifty }) => {
    if (isErasureDue(all, nowMs)) return true;
    const [settings, state] = [warehouseFrom(all), warehouseStateFrom(all)];
    const config = configFrom(all);
    const isStopped = !settings.isOn || state.problem !== '' || state.notBeforeMs > nowMs;
    if (isStopped || isHalted(config.settings) || isCounting(all)) return false;
    if (state.beforeMs > 0) return !isThrifty || isFull(all);
    const localMs = nowMs + config.settings.offsetMinutes * 60_000;
    const isNight = localMs % dayMs >= fromHour * hourMs;
    return Math.floor(localMs / dayMs) > state.day && (isNight || isFull(all));
  },
  run: (services, turn) => {
    // Who was erased goes first: moving may wait.
    const isErasing = isErasureDue(services.properties.getAll(), services.clock.now());
    const goOn = isErasing ? eraseOn : moveOn;
    while (turn.allows(part) && goOn(services, turn));
  },
};

/** One part; false when there is nothing more to do now. */
function moveOn(services: Services, turn: Turn): boolean {
  const { properties, clock } = services;
  const all = properties.getAll();
  const settings = warehouseFrom(all);
  const state = beginPass(warehouseStateFrom(all), services, settings.days);
  if (!settings.isOn || state.problem !== '' || isCounting(all)) return false;
  const bigQuery = openBigQuery({ settings, clock, turn });
  const made = markOfMaking(settings, configFrom(all));
  if (state.made !== made) {
    const { offsetMinutes } = reloadConfig(services).settings;
    const attempt = shortHash(services.codec.uuid());
    const answer = setUpWarehouse(bigQuery, { settings, offsetMinutes, attempt });
    return answer.ok
      ? keep(services, turn, { ...state, made, faults: 0 })
      : give(services, turn, { state, ...answer });
  }
  const moved = movePart({ services, bigQuery, settings, state });
  if (!moved.ok) return give(services, turn, { state, ...moved });
  const { removed, next, isBusy } = moved.value;
  if (isBusy) return false;
  const done = { ...state, moved: state.moved + removed, faults: 0, attempt: 0 };
  if (next !== null) return keep(services, turn, { ...done, ...next });
  keep(services, turn, endPass(services, done));
  return false;
}

function beginPass(state: WarehouseState, { clock }: Services, days: number): WarehouseState {
  if (state.beforeMs > 0) return state;
  const nowMs = clock.now();
  const beforeMs = Math.min(nowMs - days * dayMs, youngestMs(nowMs));
  return { ...state, register: 0, row: 0, beforeMs, days, moved: 0 };
}

/** Where the spreadsheet is still too full another pass goes by half as many days. */
function endPass(services: Services, state: WarehouseState): WarehouseState {
  const nowMs = services.clock.now();
  const days = Math.max(fewestDays, Math.floor(state.days / 2));
  const isTooFull = countCells(services.workbook) / mostCells >= fullShare;
  if (isTooFull && days < state.days)
    return { ...state, register: 0, row: 0, days, beforeMs: nowMs - days * dayMs };
  const { settings } = configFrom(services.properties.getAll());
  const day = Math.floor((nowMs + settings.offsetMinutes * 60_000) / dayMs);
  return { ...atRest, day, made: state.made, moved: state.moved };
}

/** Stores how far it is, unless another run has the turn. */
function keep(services: Services, turn: Turn, state: WarehouseState): boolean {
  if (!turn.note(6)) return false;
  saveWarehouseState(services.properties, state);
  return true;
}

interface Given {
  readonly state: WarehouseState;
  readonly trouble: Trouble;
}

/** What passes is tried again later; what does not waits for the user. Always false: nothing more now. */
function give(services: Services, turn: Turn, { state, trouble }: Given): boolean {
  const faults = state.faults + 1;
  const isOver = trouble.kind === 'stop' || (trouble.kind === 'anew' && faults > 9);
  const isRunning = trouble.text === 'running';
  keep(services, turn, {
    ...state,
    faults: isRunning ? state.faults : faults,
    attempt: state.attempt + (trouble.kind === 'anew' ? 1 : 0),
    notBeforeMs: isRunning ? 0 : services.clock.now() + backOffMs(faults),
    problem: isOver ? trouble.text || 'BigQuery' : '',
  });
  return false;
}
