import type { Ledger } from './commit';
import type { SweepRest } from './sweep-state';
import type { WorkedOff } from './work-off';

/** What is left of requests that were worked off: those that await a search, and those to be tried again. */
export function restOf(worked: readonly WorkedOff[], { config }: Ledger): SweepRest {
  const rows = worked.flatMap(({ before, after }) =>
    after.status === 'waiting' ? before.row : [],
  );
  const tries = worked.flatMap(({ after }) => after.nextTryMs ?? []);
  return {
    openAbove: rows.length === 0 ? null : Math.min(...rows) - 2 + config.settings.journalOffset,
    nextTryMs: tries.length === 0 ? null : Math.min(...tries),
  };
}
