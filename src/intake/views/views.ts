import type { Services } from '../../platform/services';
import { dayOf } from '../../projections/agent-days';
import type { Config } from '../../settings/config';
import type { ViewState } from '../../settings/sweep-state';
import { unsealedDays } from '../totals/recount';
import { readTotals, type Counted } from '../totals/update-totals';
import type { TotalRow } from '../totals/totals-sheet';
import { markOfDays, stintsOfAll, writeAgentDays } from './agent-days';
import { openDashboard, writeDashboard, type BoardSources } from './dashboard/write-dashboard';
import { readAgents } from './read-agents';

/**
 * Brings the views up to what the tabs know, and says what they show then. Buffered; callers hold the lock and flush.
 * @throws {MissingTab} when a tab is gone: it is made again, and the sweep begins anew
 */
export function updateViews(
  services: Services,
  config: Config,
  { shown, counted }: { readonly shown: ViewState; readonly counted: Counted },
): ViewState {
  const nowMs = services.clock.now();
  const agents = stintsOfAll(readAgents(services, config).known, nowMs);
  const days = markOfDays(agents, config, nowMs);
  if (days !== shown.days) writeAgentDays(services, config, agents);
  const open = openDashboard(services, config.settings);
  const from: BoardSources = {
    agents,
    readTotals: (day) => rowsFrom(services, config, { counted, day }),
  };
  if (open !== null) writeDashboard(services, config, { open, from });
  return { ...shown, days };
}

/** Sealed days are read only where somebody asks for them. */
function rowsFrom(
  services: Services,
  config: Config,
  { counted, day }: { readonly counted: Counted; readonly day: number },
): readonly TotalRow[] {
  const today = dayOf(services.clock.now(), config.settings.offsetMinutes);
  const isSealed = day < today - unsealedDays;
  if (!isSealed && counted.rows !== null) return counted.rows;
  return readTotals(services, config, isSealed ? 0 : counted.state.sealedRows);
}
