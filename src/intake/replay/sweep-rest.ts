import type { SweepRest } from '../../settings/sweep-state';
import type { WorkedOff } from '../commit/work-off';

/** What is left of requests that were worked off: those that await a search, and those to be tried again. */
export function restOf(worked: readonly WorkedOff[]): SweepRest {
  const open = worked.flatMap(({ before, after }) =>
    after.status === 'waiting' ? before.line.number : [],
  );
  const tries = worked.flatMap(({ after }) => after.nextTryMs ?? []);
  return {
    openAbove: open.length === 0 ? null : Math.min(...open) - 1,
    nextTryMs: tries.length === 0 ? null : Math.min(...tries),
  };
}
