import { businessMs, isOpenAt, type BusinessHours } from '../measures/business-time';
import type { Down, Finding } from './alarm';
import { isSilent, type Moment, type Speaker } from './silence';

/** How a connection stands. */
export interface ConnectionStanding extends Speaker {
  readonly id: string;
  /** Requests that failed or are quarantined. */
  readonly atRisk: number;
}

/** Everything that rules look at: what the sweep has at hand anyway. */
export interface Standing extends Moment {
  readonly connections: readonly ConnectionStanding[];
  readonly down: readonly Down[];
  /** Since when the oldest event waits that was accepted and is in no tab, epoch ms; null: none waits. */
  readonly lateSinceMs: number | null;
  /** Shares that are used, from 0 on: of the waiting room, of what Google gives. */
  readonly roomShare: number;
  readonly cellShare: number;
  readonly propertyShare: number;
  readonly triggerShare: number;
  readonly operationShare: number;
  /** Since when customers wait, and the minutes that they may. */
  readonly waitingMs: readonly number[];
  readonly waitMinutes: number;
}

/** What is remembered of what was told, by cause. */
type Marks = Readonly<Record<string, number>>;

type Rule = (standing: Standing, marks: Marks) => readonly Finding[];

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Told once when it becomes unusual, then again on each later day that would be unusual by itself. */
const silent: Rule = (standing, marks) => {
  const { nowMs, offsetMinutes, connections } = standing;
  const offsetMs = offsetMinutes * minuteMs;
  const todayMs = nowMs - ((nowMs + offsetMs) % dayMs);
  return connections.flatMap((connection): readonly Finding[] => {
    const { id, lastMs } = connection;
    const cause = `silent:${id}`;
    const fromMs = marks[cause] === lastMs ? Math.max(lastMs, todayMs) : lastMs;
    if (!isSilent(connection, standing, fromMs)) return [];
    const values = { connection: id, since: lastMs };
    return [{ cause, kind: 'silent', values, mark: lastMs }];
  });
};

/** Older news of Quedas are history. */
const downForMs = dayMs;

/** Each outage is told once. */
const disconnected: Rule = ({ nowMs, down }, marks) =>
  down
    .filter(({ sinceMs }) => nowMs - sinceMs < downForMs)
    .map((one): Finding => ({
      cause: causeOfDown(one),
      kind: 'disconnected',
      values: {
        name: `${one.vendor} · ${one.account}`,
        instance: one.instance,
        since: one.sinceMs,
      },
      mark: one.sinceMs,
    }))
    .filter(({ cause, mark }) => marks[cause] !== mark);

export const causeOfDown = ({ vendor, account, instance }: Down): string =>
  `disconnected:${vendor}|${account}|${instance}`.slice(0, 120);

/** Told again only when there are more of them. */
const failures: Rule = ({ connections }, marks) =>
  connections.flatMap(({ id, atRisk }): readonly Finding[] => {
    const cause = `failures:${id}`;
    const values = { connection: id, count: atRisk };
    return atRisk > (marks[cause] ?? 0) ? [{ cause, kind: 'failures', values, mark: atRisk }] : [];
  });

/** At the slowest pace the sweep comes every 20 minutes, and may take several for a backlog. */
const lateMs = 60 * minuteMs;

const late: Rule = ({ nowMs, isPaused, lateSinceMs }) =>
  isPaused || lateSinceMs === null || nowMs - lateSinceMs < lateMs
    ? []
    : [{ cause: 'late', kind: 'late', values: { since: lateSinceMs } }];

const roomFrom = 0.6;

const room: Rule = ({ roomShare }) =>
  roomShare < roomFrom
    ? []
    : [{ cause: 'room', kind: 'room', values: { percent: percentOf(roomShare) } }];

const levels = [0.95, 0.8] as const;
const percentOf = (share: number): number => Math.floor(share * 100);

/** The alarm of what is nearly used up: at 80 and at 95 %. */
function nearlyUsed(kind: Finding['kind'], share: number): readonly Finding[] {
  const level = levels.find((one) => share >= one);
  if (level === undefined) return [];
  const cause = `${kind}:${percentOf(level)}`;
  return [{ cause, kind, values: { percent: percentOf(share) } }];
}

/** What fills up in weeks is told when somebody is there. */
const tellFromHour = 8;

const filling: Rule = ({ nowMs, offsetMinutes, cellShare, propertyShare }) =>
  hourOf(nowMs, offsetMinutes) < tellFromHour
    ? []
    : [...nearlyUsed('cells', cellShare), ...nearlyUsed('properties', propertyShare)];

const hourOf = (atMs: number, offsetMinutes: number): number =>
  Math.floor(((atMs + offsetMinutes * minuteMs) % dayMs) / (60 * minuteMs));

const used: Rule = ({ triggerShare, operationShare }) => [
  ...nearlyUsed('triggerTime', triggerShare),
  ...nearlyUsed('operations', operationShare),
];

/** Whoever is said to wait for longer was forgotten by the platform, not by the team. */
const forgottenMs = 4 * dayMs;
/** When nobody has said when the team works, nobody is expected to answer at night. */
const usualShift = { fromMinute: 8 * 60, untilMinute: 20 * 60 };
const usualHours: BusinessHours = {
  week: [null, usualShift, usualShift, usualShift, usualShift, usualShift, null],
  holidays: 'none',
  days: [],
};

const waiting: Rule = ({ nowMs, offsetMinutes, hours, waitingMs, waitMinutes }) => {
  const within = { hours: hours ?? usualHours, offsetMinutes };
  if (!isOpenAt(nowMs + offsetMinutes * minuteMs, within.hours)) return [];
  const waits = waitingMs
    .filter((sinceMs) => nowMs - sinceMs < forgottenMs)
    .map((sinceMs) => businessMs(sinceMs, nowMs, within) / minuteMs)
    .filter((minutes) => minutes >= waitMinutes);
  if (waitMinutes <= 0 || waits.length === 0) return [];
  const longest = Math.floor(Math.max(...waits));
  const values = { count: waits.length, limit: waitMinutes, longest };
  return [{ cause: 'waiting', kind: 'waiting', values }];
};

/** All of them, in order of urgency. */
export const rules: readonly Rule[] = [
  silent,
  disconnected,
  late,
  room,
  used,
  filling,
  failures,
  waiting,
];
