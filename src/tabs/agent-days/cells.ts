import type { Language } from '../../events/localized';
import type { AgentDay } from '../../projections/agent-days';
import type { CellContent, RowContent } from '../../sheets/definition';
import { label } from '../shared/label';
import { statusName } from '../shared/status-name';
import { leavingLabels } from './labels';

/** Whose day it is, and how it is told. */
export interface AgentDayContext {
  readonly agent: string;
  readonly vendorName: string;
  readonly account: string;
  readonly language: Language;
  /** The user's names for the platform's status codes, by code. */
  readonly statusNames: Readonly<Record<string, string>>;
  /** Where the day begins and ends, epoch ms. */
  readonly startMs: number;
  readonly endMs: number;
}

/** A row of Jornada: what goes on ticks by itself. */
export function renderAgentDay(day: AgentDay, context: AgentDayContext): RowContent {
  const { open, pausedSinceMs } = day;
  const ticks = (sumMs: number, isGoingOn: boolean): CellContent =>
    open !== null && isGoingOn
      ? {
          baseMs: sumMs - (open.untilMs - open.fromMs),
          sinceMs: open.fromMs,
          untilMs: context.endMs,
        }
      : sumMs;
  return {
    day: context.startMs,
    agent: context.agent,
    firstIn: day.firstInMs,
    lastOut: lastOutOf(day, context),
    online: ticks(day.onlineMs, true),
    available: ticks(day.availableMs, open?.doing === 'available'),
    paused: ticks(day.pausedMs, open?.doing === 'paused'),
    reasons: reasonsOf(day, context),
    pauses: day.pauses,
    longestPause:
      pausedSinceMs === null
        ? day.longestPauseMs
        : {
            baseMs: 0,
            sinceMs: pausedSinceMs,
            untilMs: context.endMs,
            leastMs: longestBefore(day, pausedSinceMs),
          },
    vendor: context.vendorName,
    account: context.account,
  };
}

/** The longest of the pauses that are over; the one that goes on may be the longest by now. */
function longestBefore({ longestPauseMs, open }: AgentDay, sinceMs: number): number {
  const goingOnMs = (open?.untilMs ?? sinceMs) - sinceMs;
  return goingOnMs < longestPauseMs ? longestPauseMs : 0;
}

function lastOutOf(
  { open, isCut, lastOutMs }: AgentDay,
  { language }: AgentDayContext,
): CellContent {
  if (open !== null) return label(leavingLabels, 'online', language);
  return isCut ? label(leavingLabels, 'cut', language) : lastOutMs;
}

/** `Almoço 1:00 · Banheiro 0:12`, the longest first; of the pauses that are over. */
function reasonsOf(
  { pausedByCode, open }: AgentDay,
  { statusNames }: AgentDayContext,
): CellContent {
  const goesOn = open?.doing === 'paused' ? open.code : null;
  const told = [...pausedByCode].flatMap(([code, ms]) => {
    const overMs = code === goesOn && open !== null ? ms - (open.untilMs - open.fromMs) : ms;
    const name = statusName(code, statusNames);
    return name === undefined || overMs <= 0 ? [] : [{ name, ms: overMs }];
  });
  if (told.length === 0) return null;
  return told
    .sort((a, b) => b.ms - a.ms || (a.name < b.name ? -1 : 1))
    .map(({ name, ms }) => `${name} ${hours(ms)}`)
    .join(' · ');
}

function hours(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
