import type { Config } from '../../../settings/config';
import { dayOf } from '../../../projections/agent-days';
import { findPersons } from '../../../projections/people';
import type { TotalRow } from '../../totals/totals-sheet';
import type { AgentStints } from '../agent-days';
import type { Days } from './choice';
import { nameByPerson, readEntries, type Source } from './entries';
import type { BoardInput } from './numbers';

/** What was counted and observed, of everybody. */
export interface Gathered {
  readonly agents: readonly AgentStints[];
  readonly rows: readonly TotalRow[];
  readonly days: Days;
  /** Whose numbers are meant. */
  readonly sources: readonly Source[];
  readonly nowMs: number;
}

/** What the numbers of these days and connections are made from. */
export function gather(
  { settings }: Config,
  { agents, rows, days, sources, nowMs }: Gathered,
): BoardInput {
  const { offsetMinutes, limits } = settings;
  const today = dayOf(nowMs, offsetMinutes);
  const ids = new Set(sources.map(({ id }) => id));
  const own = agents.flatMap(({ agent, stints }) =>
    ids.has(agent.connectionId) ? [{ ...agent, stints }] : [],
  );
  const people = findPersons(own, settings.people);
  const { entries, open } = readEntries(rows, sources);
  return {
    entries: nameByPerson(entries, people),
    open,
    people,
    days,
    isToday: days.from === today && days.until === today,
    nowMs,
    offsetMinutes,
    limits,
  };
}
