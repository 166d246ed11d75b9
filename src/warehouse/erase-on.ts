import { eraseStateFrom } from '../privacy/erase-state';
import type { Services } from '../platform/services';
import { backOffMs } from '../sync/jobs/back-off';
import type { Turn } from '../sync/jobs/job';
import type { Trouble } from './answers';
import { openBigQuery } from './bigquery';
import { eraseNextRows } from './erase-people';
import { erasureFrom, erasuresLeft, saveErasure, type ErasureState } from './erasure-state';
import { warehouseFrom, warehouseStateFrom } from './settings';

/** After a refusal that does not pass by itself. */
const refusedMs = 3_600_000;

type All = Readonly<Record<string, string>>;

/** Somebody was erased in the spreadsheet, and the warehouse may still know them. Where nothing was ever sent nobody is. */
export const isErasureDue = (all: All, nowMs: number): boolean =>
  warehouseStateFrom(all).made !== '' &&
  eraseStateFrom(all) === null &&
  erasuresLeft(all).length > 0 &&
  erasureFrom(all).notBeforeMs <= nowMs;

/** Takes people out of the next rows; false when there is nothing more to do now. */
export function eraseOn(services: Services, turn: Turn): boolean {
  const { properties, clock } = services;
  const all = properties.getAll();
  const settings = warehouseFrom(all);
  const before = erasureFrom(all);
  const bigQuery = openBigQuery({ settings, clock, turn });
  const answer = eraseNextRows({ services, bigQuery, settings }, before);
  const after = answer.ok ? answer.value : postpone(before, answer.trouble, clock.now());
  if (!turn.note(6)) return false;
  saveErasure(properties, after);
  return answer.ok && after !== before && after.ids.length > 0;
}

function postpone(state: ErasureState, { kind, text }: Trouble, nowMs: number): ErasureState {
  if (text === 'running') return state;
  const faults = state.faults + 1;
  const isRefused = kind === 'stop';
  return {
    ...state,
    faults,
    notBeforeMs: nowMs + (isRefused ? refusedMs : backOffMs(faults)),
    problem: isRefused ? text || 'BigQuery' : '',
  };
}
