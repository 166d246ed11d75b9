import type { Services } from '../../platform/services';
import type { Config } from '../../settings/config';
import type { ViewState } from '../../settings/sweep-state';
import { markOfDays, stintsOfAll, writeAgentDays } from './agent-days';
import { readAgents } from './read-agents';

/**
 * Brings the views up to what the tabs know, and says what they show then. Buffered; callers hold the lock and flush.
 * @throws {MissingTab} when a tab is gone: it is made again, and the sweep begins anew
 */
export function updateViews(services: Services, config: Config, shown: ViewState): ViewState {
  const nowMs = services.clock.now();
  const agents = stintsOfAll(readAgents(services, config).known, nowMs);
  const days = markOfDays(agents, config, nowMs);
  if (days !== shown.days) writeAgentDays(services, config, agents);
  return { ...shown, days };
}
