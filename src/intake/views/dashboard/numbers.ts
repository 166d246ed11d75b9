import { quantile } from '../../../measures/histogram';
import type { Measures } from '../../../measures/sums';
import { dayOf, stintsWithin, sumDay, type Stint } from '../../../projections/agent-days';
import type { Limits } from '../../../tabs/shared/limits';
import type { Person } from '../../../projections/people';
import { before, dateOf, type Days } from './choice';
import { sumByValue, sumWhere, type Entry, type OpenOne } from './entries';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** What the numbers are made from: of the chosen connections only. */
export interface BoardInput {
  readonly people: readonly Person[];
  readonly entries: readonly Entry[];
  readonly open: readonly OpenOne[];
  readonly days: Days;
  readonly isToday: boolean;
  readonly nowMs: number;
  readonly offsetMinutes: number;
  readonly limits: Limits;
}

/** Somebody as the list shows them. */
export interface ListedAgent {
  readonly name: string;
  readonly doing: 'available' | 'paused' | 'offline';
  readonly sinceMs: number;
  readonly conversations: number;
}

const rank = { available: 0, paused: 1, offline: 2 } as const;
/** An agent of whom nothing was heard for so long is no longer of the team that is shown. */
const forgottenMs = 7 * 24 * hourMs;

/** Available first, then paused, then offline; the longest first. */
export function listAgents({ people, open, nowMs }: BoardInput): readonly ListedAgent[] {
  const listed = people.flatMap(({ name, members, stints }): readonly ListedAgent[] => {
    const last = stints[stints.length - 1];
    if (last === undefined) return [];
    const isOver = last.end === 'cut';
    const doing = isOver ? 'offline' : last.doing;
    const sinceMs = isOver ? last.untilMs : sinceOf(stints);
    if (doing === 'offline' && nowMs - sinceMs > forgottenMs) return [];
    const conversations = open.filter(
      ({ situation, agent, connectionId }) =>
        situation === 'active' &&
        members.some((one) => one.name === agent && one.connectionId === connectionId),
    ).length;
    return [{ name, doing, sinceMs, conversations }];
  });
  return listed.sort(
    (a, b) => rank[a.doing] - rank[b.doing] || a.sinceMs - b.sinceMs || (a.name < b.name ? -1 : 1),
  );
}

/** When the present doing began: stints of one doing that follow each other are one. */
function sinceOf(stints: readonly Stint[]): number {
  let index = stints.length - 1;
  while (
    index > 0 &&
    stints[index - 1]?.doing === stints[index]?.doing &&
    stints[index - 1]?.end === 'over'
  )
    index -= 1;
  return stints[index]?.fromMs ?? 0;
}

/** How many did that at a moment. */
export const countDoing = (
  people: readonly Person[],
  doing: Stint['doing'],
  atMs: number,
): number =>
  people.filter(({ stints }) =>
    stints.some((stint) => stint.doing === doing && stint.fromMs <= atMs && atMs < stint.untilMs),
  ).length;

export const num = (measures: Measures, name: string): number => measures[name] ?? 0;

const isIn = ({ from, until }: Days, { day }: Entry): boolean => from <= day && day <= until;

/** Everything of a period, over all connections. */
export const totalOf = ({ entries }: BoardInput, days: Days): Measures =>
  sumWhere(entries, (entry) => entry.dimension === 'all' && isIn(days, entry));

export const byValue = (
  { entries }: BoardInput,
  dimension: Entry['dimension'],
  days: Days,
): ReadonlyMap<string, Measures> => sumByValue(entries, dimension, (entry) => isIn(days, entry));

/** A count of today up to the last full hour, and of the day before up to the same one; else of the whole periods. */
export function compare(
  input: BoardInput,
  name: 'in' | 'out',
): { readonly now: number; readonly earlier: number } {
  const [now, earlier] = [totalOf(input, input.days), totalOf(input, before(input.days))];
  if (!input.isToday) return { now: num(now, name), earlier: num(earlier, name) };
  const hour = hourNow(input);
  const upTo = (measures: Measures): number =>
    hoursBefore(hour).reduce((sum, one) => sum + num(measures, `${name}.h${one}`), 0);
  return { now: upTo(now), earlier: upTo(earlier) };
}

const hoursBefore = (hour: number): readonly number[] =>
  Array.from({ length: hour }, (_unused, index) => index);

/** The local hour of now. */
export const hourNow = ({ nowMs, offsetMinutes }: BoardInput): number =>
  Math.floor((nowMs + offsetMinutes * minuteMs) / hourMs) % 24;

const today = ({ nowMs, offsetMinutes }: BoardInput): number => dayOf(nowMs, offsetMinutes);

/** A point of the first chart: an hour of one day, or a day of several. Null: it is still to come. */
export interface FlowPoint {
  readonly label: string;
  readonly received: number | null;
  readonly resolved: number | null;
  readonly before: number;
}

/** Hours of one day, or days of several; blanks for what is still to come. */
export function flowOf(input: BoardInput): readonly FlowPoint[] {
  const { days, isToday } = input;
  if (days.from !== days.until) return flowByDay(input);
  const [now, then] = [totalOf(input, days), totalOf(input, before(days))];
  const hours = shownHours(input);
  const last = isToday ? hourNow(input) : 23;
  return hours.map((hour) => ({
    label: `${hour}h`,
    received: hour > last ? null : num(now, `in.h${hour}`),
    resolved: hour > last ? null : num(now, `out.h${hour}`),
    before: num(then, `in.h${hour}`),
  }));
}

/** The chart has room for a month. */
const maxDays = 31;

function flowByDay(input: BoardInput): readonly FlowPoint[] {
  const { from, until } = input.days;
  const first = Math.max(from, until - maxDays + 1);
  const earlier = before(input.days);
  return Array.from({ length: until - first + 1 }, (_unused, index) => {
    const day = first + index;
    const past = earlier.from + (day - from);
    const now = totalOf(input, { from: day, until: day });
    return {
      label: dateOf(day).toISOString().slice(8, 10),
      received: num(now, 'in'),
      resolved: num(now, 'out'),
      before: num(totalOf(input, { from: past, until: past }), 'in'),
    };
  });
}

const heatHours = 12;

/** The twelve hours side by side in which most was received in the last thirty days; from eight on where nothing was. */
export function shownHours(input: BoardInput): readonly number[] {
  const day = today(input);
  const month = totalOf(input, { from: day - 29, until: day });
  const counts = Array.from({ length: 24 }, (_unused, hour) => num(month, `in.h${hour}`));
  const sumFrom = (first: number): number =>
    counts.slice(first, first + heatHours).reduce((sum, one) => sum + one, 0);
  const firsts = [8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 2, 1, 0];
  const best = firsts.reduce((a, b) => (sumFrom(b) > sumFrom(a) ? b : a));
  return Array.from({ length: heatHours }, (_unused, index) => best + index);
}

/** Mean of what was received by hour (rows) and weekday (columns, Monday first) in the thirty days before today. */
export function heatOf(input: BoardInput): readonly (readonly number[])[] {
  const day = today(input);
  const days = Array.from({ length: 30 }, (_unused, index) => day - 30 + index);
  const byWeekday = Array.from({ length: 7 }, (_unused, index) =>
    days.filter((one) => (dateOf(one).getUTCDay() + 6) % 7 === index),
  );
  const sums = byWeekday.map((own) => {
    const isOwn = new Set(own);
    return sumWhere(
      input.entries,
      ({ dimension, day: at }) => dimension === 'all' && isOwn.has(at),
    );
  });
  return shownHours(input).map((hour) =>
    sums.map((sum, index) => Math.round(num(sum, `in.h${hour}`) / (byWeekday[index]?.length ?? 1))),
  );
}

/** Median of the first replies of a day, ms. */
export interface ReplyDay {
  readonly day: number;
  readonly medianMs: number;
}

const replyDays = 13;

/** The last days on which somebody was answered, up to the end of the period. */
export function repliesByDay(input: BoardInput): readonly ReplyDay[] {
  const found: ReplyDay[] = [];
  for (
    let day = input.days.until;
    found.length < replyDays && day > input.days.until - 62;
    day -= 1
  ) {
    const medianMs = quantile(totalOf(input, { from: day, until: day }), 'reply', 0.5);
    if (medianMs !== null) found.push({ day, medianMs });
  }
  return found.reverse();
}

/** How long each person was online in the period, ms, by name: on two platforms at once counts once. */
export function onlineOf({ people, days, offsetMinutes }: BoardInput): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { name, stints } of people)
    for (let day = days.from; day <= days.until; day += 1) {
      const { onlineMs } = sumDay(stintsWithin(stints, day, offsetMinutes));
      sums.set(name, (sums.get(name) ?? 0) + onlineMs);
    }
  return sums;
}

/** True for a median above its target. */
export const isLate = (medianMs: number | null, { limits }: BoardInput): boolean =>
  medianMs !== null && medianMs > limits.firstReplyMinutes * minuteMs;
