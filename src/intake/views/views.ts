import type { Services } from '../../platform/services';
import { dayOf } from '../../projections/agent-days';
import type { Config } from '../../settings/config';
import type { ViewState } from '../../settings/sweep-state';
import { unsealedDays } from '../totals/recount';
import { readTotals, type Counted } from '../totals/update-totals';
import type { TotalRow } from '../totals/totals-sheet';
import { markOfDays, stintsOfAll, writeAgentDays, type AgentStints } from './agent-days';
import {
  openDashboard,
  rereadChoice,
  writeDashboard,
  type BoardSources,
  type OpenDashboard,
} from './dashboard/write-dashboard';
import { writeServing } from './serving';
import { readAgents } from './read-agents';
import { showOnScreens } from './screen/show';
import { writeTimeline } from './timeline';

/** What the boards are made from: numbers that were counted and agents that were read under the lock. */
export interface Boards {
  readonly config: Config;
  readonly counted: Counted;
  readonly agents: readonly AgentStints[];
  readonly mark: string;
}

/**
 * Brings what stands in rows up to what the tabs know: Jornada, and how many each agent of Agora serves. Gives what the boards are
 * made from. Buffered; callers hold the lock and flush.
 * @throws {MissingTab} when a tab is gone: it is made again, and the sweep begins anew
 */
export function updateRows(
  services: Services,
  config: Config,
  { shown, counted }: { readonly shown: ViewState; readonly counted: Counted },
): Boards {
  const known = readAgents(services, config);
  const nowMs = services.clock.now();
  const agents = stintsOfAll(known.known, nowMs);
  const mark = markOfDays(agents, config, nowMs);
  if (mark !== shown.days) writeAgentDays(services, config, agents);
  if (counted.rows !== null) writeServing(known, counted.rows, config);
  return { config, counted, agents, mark };
}

/**
 * Shows the boards. Without the lock: they have no rows that others write, and whoever waits for the lock does not wait for them. A
 * run that is overtaken shows for a minute what was.
 */
export function showBoards(
  services: Services,
  { config, counted, agents, mark }: Boards,
  hasScreens: boolean,
): void {
  const { workbook } = services;
  const from: BoardSources = { agents, readTotals: totalsReader(services, config, counted) };
  if (hasScreens) showOnScreens(services, config, from);
  writeTimeline(services, config, { agents, mark });
  const open = openDashboard(services, config.settings);
  if (open !== null) writeDashboard(services, config, { open, from });
  lookAgain(services, config, { known: open, from });
  workbook.flush();
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

/** Reads Totais at most once, and sealed days besides where somebody asks for them. */
function totalsReader(
  services: Services,
  config: Config,
  counted: Counted,
): BoardSources['readTotals'] {
  const known = new Map<boolean, readonly TotalRow[]>();
  return (day) => {
    const isOld = isSealed(services, config, day);
    const rows = known.get(isOld) ?? rowsFrom(services, config, { counted, day });
    known.set(isOld, rows);
    return rows;
  };
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

/** Draws the timeline's chosen day. Without the lock, buffered. */
export function redrawTimeline(services: Services, config: Config): void {
  const agents = stintsOfAll(readAgents(services, config).known, services.clock.now());
  writeTimeline(services, config, { agents, mark: null });
}
