import type { Services } from '../../platform/services';
import { dayOf } from '../../projections/agent-days';
import type { Config } from '../../settings/config';
import type { ViewState } from '../../settings/sweep-state';
import { unsealedDays } from '../totals/recount';
import { readTotals, type Counted } from '../totals/update-totals';
import type { TotalRow } from '../totals/totals-sheet';
import { markOfDays, stintsOfAll, writeAgentDays } from './agent-days';
import {
  openDashboard,
  rereadChoice,
  writeDashboard,
  type BoardSources,
  type OpenDashboard,
} from './dashboard/write-dashboard';
import { writeServing } from './serving';
import { readAgents } from './read-agents';
import { markOfTimeline, writeTimeline } from './timeline';

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
  const known = readAgents(services, config);
  const agents = stintsOfAll(known.known, nowMs);
  const days = markOfDays(agents, config, nowMs);
  if (days !== shown.days) writeAgentDays(services, config, agents);
  const timeline = markOfTimeline(days, nowMs);
  if (timeline !== shown.timeline) writeTimeline(services, config, agents);
  if (counted.rows !== null) writeServing(known, counted.rows, config);
  const open = openDashboard(services, config.settings);
  const from: BoardSources = {
    agents,
    readTotals: (day) => rowsFrom(services, config, { counted, day }),
  };
  if (open !== null) writeDashboard(services, config, { open, from });
  lookAgain(services, config, { known: open, from });
  return { days, timeline };
}

/** Somebody may have chosen something else since the choice was read: the edit's own run may have written before this one. */
function lookAgain(
  services: Services,
  config: Config,
  { known, from }: { readonly known: OpenDashboard | null; readonly from: BoardSources },
): void {
  if (known === null) return;
  services.workbook.flush();
  const choice = rereadChoice(known);
  if (JSON.stringify(choice) === JSON.stringify(known.choice)) return;
  const open = openDashboard(services, config.settings);
  if (open !== null) writeDashboard(services, config, { open, from });
}

/**
 * Writes the dashboard for what is chosen now, unless that is what it shows; gives what it shows then. Without the lock: whatever the
 * sweep writes meanwhile, it looks at the choice once more. Buffered.
 */
export function redrawDashboard(
  services: Services,
  config: Config,
  { sealedRows, shown }: { readonly sealedRows: number; readonly shown: string },
): string {
  const open = openDashboard(services, config.settings);
  const choice = JSON.stringify(open?.choice ?? null);
  if (open === null || choice === shown) return choice;
  const agents = stintsOfAll(readAgents(services, config).known, services.clock.now());
  const readFrom = (day: number): readonly TotalRow[] =>
    readTotals(services, config, isSealed(services, config, day) ? 0 : sealedRows);
  writeDashboard(services, config, { open, from: { agents, readTotals: readFrom } });
  return choice;
}

function isSealed({ clock }: Services, { settings }: Config, day: number): boolean {
  return day < dayOf(clock.now(), settings.offsetMinutes) - unsealedDays;
}

/** Sealed days are read only where somebody asks for them. */
function rowsFrom(
  services: Services,
  config: Config,
  { counted, day }: { readonly counted: Counted; readonly day: number },
): readonly TotalRow[] {
  const isOld = isSealed(services, config, day);
  if (!isOld && counted.rows !== null) return counted.rows;
  return readTotals(services, config, isOld ? 0 : counted.state.sealedRows);
}

/** Draws the timeline's chosen day; gives what was chosen. Without the lock, buffered. */
export const redrawTimeline = (services: Services, config: Config): string =>
  writeTimeline(
    services,
    config,
    stintsOfAll(readAgents(services, config).known, services.clock.now()),
  );
