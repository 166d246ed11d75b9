import { shortHash } from '../../events/short-hash';
import type { Services } from '../../platform/services';
import {
  dayOf,
  startOf,
  stintsOfAgent,
  stintsWithin,
  sumDay,
  type Stint,
} from '../../projections/agent-days';
import { findSheet } from '../../sheets/find-sheet';
import { openTab, type OpenTab } from '../../sheets/open-tab';
import { makeRoom, writeRows, type RowWrite } from '../../sheets/write-rows';
import type { Config } from '../../settings/config';
import { findNowCell } from '../../settings/now-cell';
import { renderAgentDay } from '../../tabs/agent-days/cells';
import { MissingTab } from '../../tabs/missing-tab';
import { tabs } from '../../tabs/tabs';
import type { KnownAgent } from './read-agents';

/** Days that the sweep keeps right; what is older stays as it was written. */
const recentDays = 40;
/** A row of Agora keeps so many observations: of one that is full the first day may have lost some. */
const fullRow = 1000;

/** An agent and their stints up to now. */
export interface AgentStints {
  readonly agent: KnownAgent;
  readonly stints: readonly Stint[];
}

/** What every agent did, from all that was observed. */
export const stintsOfAll = (agents: readonly KnownAgent[], nowMs: number): readonly AgentStints[] =>
  agents.map((agent) => ({
    agent,
    stints: stintsOfAgent(agent.fields, nowMs),
  }));

/** Tells whether Jornada can look different: it changes with what is observed, with the day and with the names. */
export function markOfDays(all: readonly AgentStints[], config: Config, nowMs: number): string {
  const { language, offsetMinutes, statusNames } = config.settings;
  const told = all.map(({ agent, stints }) => [
    agent.key,
    agent.name,
    agent.account,
    stints.map(({ fromMs, doing, end, code }) => [fromMs, doing, end, code]),
  ]);
  return shortHash(
    JSON.stringify([dayOf(nowMs, offsetMinutes), offsetMinutes, language, statusNames, told]),
  );
}

/**
 * Brings Jornada up to what was observed: one row per day and agent, found by its key, written when it shows something else.
 * Buffered; callers hold the lock and flush.
 * @throws {MissingTab} when the tab is gone or taken apart
 */
export function writeAgentDays(
  services: Services,
  { settings }: Config,
  all: readonly AgentStints[],
): void {
  const sheet = findSheet(services.workbook, tabs.agentDays, settings.sheetIds['agentDays']);
  if (sheet === null) throw new MissingTab('agentDays');
  const open = openTab(tabs.agentDays, sheet);
  if (!open.isWhole) throw new MissingTab('agentDays');
  const nowMs = services.clock.now();
  const { offsetMinutes } = settings;
  const today = dayOf(nowMs, offsetMinutes);
  const writes = all.flatMap((one) =>
    daysOf(one, today, offsetMinutes).flatMap((day) =>
      writeOf(one, { day, today, open, settings }),
    ),
  );
  if (writes.length === 0) return;
  makeRoom(open, writes);
  const nowCell = findNowCell(services.workbook, settings) ?? '';
  writeRows(open, writes, { nowMs, offsetMinutes, nowCell: () => nowCell });
}

function daysOf({ agent, stints }: AgentStints, today: number, offsetMinutes: number): number[] {
  const [first] = stints;
  if (first === undefined) return [];
  const isFull = (agent.fields.situations ?? []).length >= fullRow;
  const firstDay = dayOf(first.fromMs, offsetMinutes) + (isFull ? 1 : 0);
  const from = Math.max(firstDay, today - recentDays);
  return Array.from({ length: Math.max(0, today - from + 1) }, (_unused, index) => from + index);
}

interface Target {
  readonly day: number;
  readonly today: number;
  readonly open: OpenTab;
  readonly settings: Config['settings'];
}

/** Nothing for a day that shows what it shows already, on which nobody came, or that is too far up to be looked for. */
function writeOf(
  { agent, stints }: AgentStints,
  { day, today, open, settings }: Target,
): readonly RowWrite[] {
  const { offsetMinutes, language } = settings;
  const key = `${agent.key}|${day}`;
  const existing = open.byKey.get(key) ?? null;
  const sum = sumDay(stintsWithin(stints, day, offsetMinutes));
  const isKnownPlace = existing !== null || open.isComplete || day >= today - 1;
  if (!isKnownPlace || (existing === null && sum.firstInMs === null)) return [];
  const { vendorName, account, statusNames, name } = agent;
  const [startMs, endMs] = [startOf(day, offsetMinutes), startOf(day + 1, offsetMinutes)];
  const content = renderAgentDay(sum, {
    agent: name,
    vendorName,
    account,
    statusNames,
    language,
    startMs,
    endMs,
  });
  const state = JSON.stringify({ shows: shortHash(JSON.stringify(content)) });
  return existing?.state === state ? [] : [{ key, existing, content, state }];
}
