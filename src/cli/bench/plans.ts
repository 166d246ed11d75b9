import type { Fill } from './filled-workbook';
import type { Load } from './senders';
import { operationsPerDay, type SubjectName } from './subject';

/** Parts of the bench that put loads on somebody. */
export const loadParts = ['usual', 'fresh', 'hour', 'day'] as const;
export type LoadPart = (typeof loadParts)[number];

/** A part of the bench that can be measured alone. */
export const partNames = [...loadParts, 'size', 'processor'] as const;
export type PartName = (typeof partNames)[number];

/** Parts that the plain command measures; the others take as long as all of these. */
export const plainParts: readonly PartName[] = ['usual', 'fresh', 'size', 'processor'];

/** A load, and who it is put on. */
export interface PlannedLoad {
  readonly title: string;
  readonly load: Load;
  readonly subjects: readonly SubjectName[];
  /** Absent: Workspace's. */
  readonly operationsPerDay?: number;
}

/** How much is measured. */
export interface BenchPlan {
  readonly loads: Readonly<Record<LoadPart, readonly PlannedLoad[]>>;
  readonly fills: readonly Fill[];
  /** Events of each case in a workbook. */
  readonly eventsPerCase: number;
  readonly cpuRuns: number;
}

const ours: readonly SubjectName[] = ['ours'];
const known: readonly SubjectName[] = ['ours', 'unlocked', 'locked'];
const everybody: readonly SubjectName[] = [...known, 'lastRow', 'lockedLastRow', 'ignoredLock'];

const idle = (events: number): PlannedLoad => ({
  title: 'one sender, idle',
  load: { kind: 'idle', events },
  subjects: known,
});

const closedLoop = (
  senders: number,
  durationS: number,
  subjects: readonly SubjectName[] = known,
): PlannedLoad => ({
  title: `${senders} senders and the sweep, ${durationS} s`,
  load: { kind: 'closedLoop', senders, durationS },
  subjects,
});

const burst = (overS: number): PlannedLoad => ({
  title: overS === 0 ? '300 events at once' : `300 events within ${overS} s`,
  load: { kind: 'burst', events: 300, overS },
  subjects: known,
});

const steady = (perS: number, durationS: number): PlannedLoad => ({
  title: `${perS} events/s for ${durationS} s`,
  load: { kind: 'burst', events: perS * durationS, overS: durationS },
  subjects: ours,
});

const clusters = (times: number): PlannedLoad => ({
  title: `10 events in 4 s, then silence, ${times} times`,
  load: { kind: 'clusters', times, events: 10, overS: 4 },
  subjects: ours,
});

const rush = (events: number): PlannedLoad => ({
  title: `${events} events from 30 senders`,
  load: { kind: 'rush', events, senders: 30 },
  subjects: ours,
});

const hoursS = (hours: number): number => hours * 3600;

/** Of a consumer account. */
const day: readonly PlannedLoad[] = [
  { title: 'a day without events', load: { kind: 'silence' as const, durationS: hoursS(24) } },
  {
    title: '20,000 events within 12 h',
    load: { kind: 'burst' as const, events: 20_000, overS: hoursS(12) },
  },
].map((planned) => ({ ...planned, subjects: ours, operationsPerDay: operationsPerDay.consumer }));

/** Chats in a workbook where only Mensagens grow. */
const steadyChats = 100;

/** Each size twice: Mensagens alone, and with a chat, a contact and a change of status for every ten messages. */
const fillsOf = (sizes: readonly number[]): readonly Fill[] => [
  ...sizes.map((messages) => ({ messages, chats: Math.min(messages, steadyChats) })),
  ...sizes
    .filter((messages) => messages > 1000)
    .map((messages) => ({ messages, chats: messages / 10 })),
];

export const fullPlan: BenchPlan = {
  loads: {
    usual: [
      idle(60),
      closedLoop(25, 120, everybody),
      closedLoop(30, 120),
      closedLoop(25, 600, ours),
      burst(0),
      burst(10),
    ],
    fresh: [steady(1, 900), steady(10, 300), steady(25, 120), clusters(40), rush(600)],
    hour: [steady(30, hoursS(1))],
    day,
  },
  fills: fillsOf([0, 1000, 100_000, 400_000]),
  eventsPerCase: 15,
  cpuRuns: 50,
};

export const quickPlan: BenchPlan = {
  loads: {
    usual: [idle(15), closedLoop(25, 20), burst(0)],
    fresh: [steady(10, 30), clusters(4)],
    hour: [steady(30, 120)],
    day: [],
  },
  fills: fillsOf([0, 1000, 20_000]),
  eventsPerCase: 5,
  cpuRuns: 15,
};
