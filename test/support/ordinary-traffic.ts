import { noAlarms, type AlarmState } from '../../src/alarms/alarm';
import { raiseAlarms } from '../../src/alarms/raise';
import { learn, unlearnt } from '../../src/alarms/rhythm';
import type { ConnectionStanding, Standing } from '../../src/alarms/rules';
import { holidayOf } from '../../src/measures/holidays';
import type { BusinessHours } from '../../src/measures/business-time';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
export const offsetMinutes = -180;

/** How much a team gets on ordinary days. */
export interface Habit {
  readonly id: string;
  /** Conversations an hour at the fullest hour. */
  readonly perHour: number;
  readonly fromHour: number;
  readonly untilHour: number;
  /** Share of a weekday's traffic, Sunday first. */
  readonly week: readonly number[];
  /** What the week becomes from some day of the story on. */
  readonly later?: { readonly fromDay: number; readonly week: readonly number[] };
  /** Share of it outside its hours. */
  readonly atNight: number;
  /** Events that a conversation brings, within so many minutes. */
  readonly events: number;
  readonly lengthMinutes: number;
}

/** A month of somebody's traffic; the same numbers give the same month. */
export interface Story {
  readonly habits: readonly Habit[];
  readonly hours: BusinessHours | null;
  /** Local midnight of the first day, epoch ms. */
  readonly startMs: number;
  readonly days: number;
  random(): number;
  /** From this moment on a connection's platform sends nothing; Infinity: always. */
  silentFrom?(id: string): number;
}

/** When a connection's events come, sorted. */
function eventsOf(habit: Habit, story: Story): readonly number[] {
  const moments: number[] = [];
  for (let day = 0; day < story.days; day += 1) {
    const dayStartMs = story.startMs + day * dayMs;
    const share = shareOf(habit, story, day);
    for (let hour = 0; hour < 24; hour += 1)
      for (const atMs of talksIn(habit, hour, { share, random: story.random }))
        moments.push(...talkAt(dayStartMs + hour * hourMs + atMs, habit, story));
  }
  const endMs = story.silentFrom?.(habit.id) ?? Infinity;
  return moments.filter((atMs) => atMs < endMs).sort((a, b) => a - b);
}

/** How much of its traffic comes on a day: there are busy ones and slow ones. */
function shareOf({ later, week }: Habit, { startMs, hours, random }: Story, day: number): number {
  const local = new Date(startMs + day * dayMs + offsetMinutes * minuteMs);
  const isLater = later !== undefined && day >= later.fromDay;
  const ofWeekday = (isLater ? later.week : week)[local.getUTCDay()] ?? 1;
  const isHoliday = hours !== null && holidayOf(local.toISOString().slice(0, 10)) !== null;
  return ofWeekday * (0.7 + 0.6 * random()) * (isHoliday ? 0.02 : 1);
}

/** When conversations begin within an hour, ms from its beginning. */
function talksIn(
  { perHour, fromHour, untilHour, atNight }: Habit,
  hour: number,
  { share, random }: { readonly share: number; random(): number },
): readonly number[] {
  const isOpen = fromHour <= hour && hour < untilHour;
  const rate = perHour * share * (isOpen ? (hour === 12 ? 0.5 : 1) : atNight);
  const talks: number[] = [];
  const wait = (): number => (rate <= 0 ? Infinity : (-Math.log(1 - random()) / rate) * hourMs);
  for (let atMs = wait(); atMs < hourMs; atMs += wait()) talks.push(atMs);
  return talks;
}

const talkAt = (atMs: number, { events, lengthMinutes }: Habit, { random }: Story): number[] =>
  Array.from({ length: events }, (_unused, event) =>
    event === 0 ? atMs : atMs + random() * lengthMinutes * minuteMs,
  );

/** What the rules are told besides: nothing that is unusual. */
export const calm: Omit<Standing, 'nowMs' | 'connections' | 'hours'> = {
  offsetMinutes,
  isPaused: false,
  down: [],
  lateSinceMs: null,
  roomShare: 0.01,
  cellShare: 0.1,
  propertyShare: 0.1,
  triggerShare: 0.3,
  operationShare: 0.3,
  waitingMs: [],
  waitMinutes: 30,
};

/** Lives through a story as the sweep does: every minute in which something came, else every twenty. */
export function liveThrough(story: Story): AlarmState['raised'] {
  const { habits, hours, startMs, days } = story;
  const arrivals = habits.map((habit) => ({ habit, moments: eventsOf(habit, story), at: 0 }));
  let connections: readonly ConnectionStanding[] = habits.map(({ id }) => ({
    id,
    lastMs: 0,
    rhythm: unlearnt,
    atRisk: 0,
  }));
  let state = noAlarms;
  const raised = new Map<string, AlarmState['raised'][number]>();
  let lookedMs = 0;
  for (let nowMs = startMs; nowMs < startMs + days * dayMs; nowMs += minuteMs) {
    const last = arrivals.map((one) => {
      while ((one.moments[one.at] ?? Infinity) <= nowMs) one.at += 1;
      return one.moments[one.at - 1] ?? 0;
    });
    const isNews = last.some((lastMs) => lastMs > lookedMs);
    if (!isNews && nowMs - lookedMs < 20 * minuteMs) continue;
    lookedMs = nowMs;
    connections = connections.map((one, index) => {
      const lastMs = last[index] ?? 0;
      return { ...one, lastMs, rhythm: learn(one.rhythm, { nowMs, lastMs, offsetMinutes, hours }) };
    });
    state = raiseAlarms(state, { ...calm, nowMs, hours, connections });
    for (const alarm of state.raised) raised.set(`${alarm.day} ${alarm.cause}`, alarm);
  }
  return [...raised.values()];
}
