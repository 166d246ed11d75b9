import { quantile } from '../../../measures/histogram';
import type { CellValue } from '../../../platform/services';
import { formula } from '../../../sheets/formula';
import { before } from './choice';
import type { BoardText } from '../../../tabs/dashboard/labels';
import {
  decimal,
  minutesSince,
  percent,
  phrase,
  small,
  smallIf,
  tickingLine,
  type Pen,
} from './cells';
import {
  compare,
  countDoing,
  hourNow,
  isLate,
  listAgents,
  num,
  totalOf,
  type BoardInput,
  type ListedAgent,
} from './numbers';

/** One card: its number, and two lines of small print. */
interface Card {
  readonly value: CellValue;
  readonly format: string;
  readonly lines: readonly [CellValue, CellValue];
}

/** What the conditional formats of the cards lean on. */
export interface Cards {
  readonly cards: readonly Card[];
  readonly flags: readonly CellValue[];
}

const count = '" "0';
const minuteMs = 60_000;

/** The six cards. What is now is of now, whatever the period. */
export function makeCards(input: BoardInput, pen: Pen): Cards {
  const agents = listAgents(input);
  const paused = agents.filter(({ doing }) => doing === 'paused');
  const waiting = input.open.filter(({ situation }) => situation === 'waiting');
  const longest = oldestOf(paused);
  const oldest = oldestOf(waiting);
  const median = quantile(totalOf(input, input.days), 'reply', 0.5);
  const minutesOf = (sinceMs: number | null): CellValue =>
    sinceMs === null ? 0 : formula(minutesSince(pen, sinceMs));
  return {
    cards: [
      availableCard(input, pen, agents),
      pausedCard(input, pen, paused),
      waitingCard(input, pen, { waiting: waiting.length, oldestMs: oldest }),
      servingCard(input, pen, agents),
      replyCard(input, pen),
      resolvedCard(input, pen),
    ],
    flags: [minutesOf(oldest), minutesOf(longest), isLate(median, input) ? 1 : 0, weekdayOf(input)],
  };
}

const oldestOf = (all: readonly { readonly sinceMs: number }[]): number | null =>
  all.length === 0 ? null : Math.min(...all.map(({ sinceMs }) => sinceMs));

/** Monday is 1. */
const weekdayOf = ({ nowMs, offsetMinutes }: BoardInput): number =>
  ((new Date(nowMs + offsetMinutes * minuteMs).getUTCDay() + 6) % 7) + 1;

function availableCard(input: BoardInput, pen: Pen, agents: readonly ListedAgent[]): Card {
  const available = agents.filter(({ doing }) => doing === 'available').length;
  const online = agents.filter(({ doing }) => doing !== 'offline').length;
  const hourMs = 60 * minuteMs;
  const yesterdayMs = Math.floor(input.nowMs / hourMs) * hourMs - 24 * hourMs;
  const then = countDoing(input.people, 'available', yesterdayMs);
  return {
    value: available,
    format: `" "0"/${agents.length}"`,
    lines: [
      small(phrase(pen, 'onlineNow', { count: online })),
      small(changeLine(available, then, (id) => phrase(pen, id, { hour: hourNow(input) }))),
    ],
  };
}

/** `▲ 1 que ontem às 11h`. */
function changeLine(now: number, then: number, say: (id: BoardText) => string): string {
  if (now === then) return say('asYesterdayAt');
  return `${now > then ? '▲' : '▼'} ${Math.abs(now - then)} ${say('thanYesterdayAt')}`;
}

function pausedCard({ limits }: BoardInput, pen: Pen, paused: readonly ListedAgent[]): Card {
  const [longest] = [...paused].sort((a, b) => a.sinceMs - b.sinceMs);
  return {
    value: paused.length,
    format: count,
    lines: [
      longest === undefined
        ? small(phrase(pen, 'nobody'))
        : tickingLine(pen, phrase(pen, 'since', { name: longest.name }), longest.sinceMs),
      limitLine(pen, longest?.sinceMs ?? null, limits.pauseMinutes),
    ],
  };
}

function waitingCard(
  { limits }: BoardInput,
  pen: Pen,
  { waiting, oldestMs }: { readonly waiting: number; readonly oldestMs: number | null },
): Card {
  return {
    value: waiting,
    format: count,
    lines: [
      oldestMs === null
        ? small(phrase(pen, 'nobody'))
        : tickingLine(pen, phrase(pen, 'oldest'), oldestMs),
      limitLine(pen, oldestMs, limits.waitMinutes),
    ],
  };
}

/** The limit, in words that say when it is passed: a colour alone says it to few. */
function limitLine(pen: Pen, sinceMs: number | null, limitMinutes: number): CellValue {
  const limit = { count: limitMinutes };
  const within = phrase(pen, 'limit', limit);
  if (sinceMs === null) return small(within);
  const isOver = `${minutesSince(pen, sinceMs)}>${limitMinutes}`;
  return smallIf(isOver, phrase(pen, 'overLimit', limit), within);
}

function servingCard(input: BoardInput, pen: Pen, agents: readonly ListedAgent[]): Card {
  const served = input.open.filter(({ situation }) => situation === 'active');
  const online = agents.filter(({ doing }) => doing !== 'offline').length;
  const most = Math.max(0, ...agents.map(({ conversations }) => conversations));
  const mean = online === 0 ? '–' : decimal(pen, served.length / online);
  const oldestMs = oldestOf(served);
  return {
    value: served.length,
    format: count,
    lines: [
      small(phrase(pen, 'perAgent', { mean, most })),
      oldestMs === null
        ? small(phrase(pen, 'nobody'))
        : tickingLine(pen, phrase(pen, 'oldest'), oldestMs),
    ],
  };
}

function replyCard(input: BoardInput, pen: Pen): Card {
  const median = quantile(totalOf(input, input.days), 'reply', 0.5);
  const earlier = quantile(totalOf(input, before(input.days)), 'reply', 0.5);
  const goal = { count: input.limits.firstReplyMinutes };
  const line =
    median === null
      ? 'target'
      : isLate(median, input)
        ? ('targetMissed' as const)
        : ('targetMet' as const);
  const isLong = (median ?? 0) >= 60 * minuteMs;
  return {
    value: median === null ? "' –" : median / 86_400_000,
    format: isLong ? '" "[h]"h "mm"m"' : '" "[m]"m "ss"s"',
    lines: [
      small(phrase(pen, line, goal)),
      small(replyChange([median, earlier], input.isToday, pen)),
    ],
  };
}

function replyChange(
  [median, earlier]: readonly [number | null, number | null],
  isToday: boolean,
  pen: Pen,
): string {
  if (median === null || earlier === null) return '–';
  const seconds = Math.round((median - earlier) / 1000);
  if (seconds === 0) return phrase(pen, 'same');
  const [sign, word] = seconds < 0 ? (['▼', 'better'] as const) : (['▲', 'worse'] as const);
  const size = Math.abs(seconds);
  const shown = size < 120 ? `${size} s` : `${Math.round(size / 60)} min`;
  return `${sign} ${shown} · ${phrase(pen, word)} ${phrase(pen, isToday ? 'thanThen' : 'thanBefore')}`;
}

function resolvedCard(input: BoardInput, pen: Pen): Card {
  const total = totalOf(input, input.days);
  const [received, resolved] = [num(total, 'in'), num(total, 'out')];
  const { now, earlier } = compare(input, 'out');
  const than = input.isToday
    ? phrase(pen, 'thanYesterday', { hour: hourNow(input) })
    : phrase(pen, 'thanBefore');
  const change = earlier === 0 ? `${now} · – ${than}` : percentChange(now, earlier, than);
  return {
    value: resolved,
    format: count,
    lines: [
      small(phrase(pen, 'share', { share: percent(resolved, received), count: received })),
      small(change),
    ],
  };
}

function percentChange(now: number, then: number, than: string): string {
  const change = Math.round(((now - then) / then) * 100);
  if (change === 0) return `= 0% ${than}`;
  return `${change > 0 ? '▲' : '▼'} ${Math.abs(change)}% ${than}`;
}
