import type { SeededRandom } from '../../twin/runtime/random';
import {
  choose,
  drawCustomer,
  platforms,
  teams,
  type Agent,
  type Customer,
  type Platform,
} from './people';
import type { Shift } from './shifts';
import { dayStart, hourMs, minuteMs, weekday } from './shop-time';
import { answers, channels, complaints, farewells, greetings, questions, steps } from './words';

/** A message of a conversation. */
export interface Line {
  readonly atMs: number;
  readonly isFromCustomer: boolean;
  readonly text: string;
}

/** A conversation from its beginning to its end. */
export interface Conversation {
  readonly number: number;
  readonly platform: Platform;
  readonly customer: Customer;
  readonly team: string;
  readonly channel: string;
  readonly label: string;
  readonly openedMs: number;
  /** Who took it, and when; null when nobody did before the shop closed. */
  readonly agent: Agent | null;
  readonly takenMs: number | null;
  readonly closedMs: number;
  /** 1 to 5, where the customer answers the survey. */
  readonly rating: number | null;
  readonly lines: readonly Line[];
}

/** How many come in each hour of a weekday, from 7 h on; the peak is at lunch. */
const perHour = [2, 21, 34, 37, 36, 56, 50, 33, 30, 28, 22, 13, 4];
const firstHour = 7;
/** Of a weekday's conversations, so many come on each day, from Sunday on. */
const shareOfDay = [0.08, 1.08, 1, 0.95, 0.93, 1.04, 0.42];

function drawArrivals(random: SeededRandom, dayMs: number): number[] {
  const share = (shareOfDay[weekday(dayMs)] ?? 1) * (0.9 + random.next() * 0.2);
  return perHour
    .flatMap((count, index) => {
      const expected = count * share;
      const many = Math.floor(expected) + (random.next() < expected % 1 ? 1 : 0);
      const hourStartMs = dayMs + (firstHour + index) * hourMs;
      return Array.from({ length: many }, () => hourStartMs + random.next() * hourMs);
    })
    .toSorted((a, b) => a - b);
}

/** Conversations that one agent has at the same time. */
const slotsEach = 3;

/** An agent's slots: until when each is taken. */
interface Desk {
  readonly shift: Shift;
  readonly takenUntilMs: number[];
}

/** When an agent can take a conversation at the earliest; null: no more today. */
function earliest({ shift, takenUntilMs }: Desk, fromMs: number): number | null {
  const freeMs = Math.max(fromMs, Math.min(...takenUntilMs));
  for (const [startMs, endMs] of shift.free) {
    const atMs = Math.max(freeMs, startMs);
    if (atMs < endMs - 2 * minuteMs) return atMs;
  }
  return null;
}

interface Taking {
  readonly desk: Desk;
  readonly atMs: number;
}

/** The one who can take it first; at the same time, the one with less to do, of the same team rather than of another. */
function findTaker(desks: readonly Desk[], openedMs: number, team: string): Taking | null {
  const takings = desks.flatMap((desk): (Taking & { readonly order: number })[] => {
    const atMs = earliest(desk, openedMs + 5_000);
    if (atMs === null) return [];
    const busy = desk.takenUntilMs.filter((untilMs) => untilMs > atMs).length;
    const strange = desk.shift.agent.team === team ? 0 : 2 * minuteMs;
    return [{ desk, atMs, order: atMs + busy * 40_000 + strange }];
  });
  return takings.toSorted((a, b) => a.order - b.order)[0] ?? null;
}

/** Minutes, mostly near the middle, now and then much longer. */
const drawLength = (random: SeededRandom, middleMinutes: number): number => {
  const normal = random.next() + random.next() + random.next() - 1.5;
  return middleMinutes * Math.exp(normal * 0.9) * minuteMs;
};

const pick = (random: SeededRandom, list: readonly string[]): string =>
  list[random.below(list.length)] ?? '';

/** What nobody has taken the robot ends in the evening. */
const closedByRobot = (openedMs: number): number =>
  Math.max(dayStart(openedMs) + 20.5 * hourMs, openedMs + 20 * minuteMs);

interface Course {
  readonly openedMs: number;
  readonly question: string;
  readonly customer: Customer;
  readonly replyMs: number | null;
  readonly closedMs: number;
}

function writeLines(random: SeededRandom, course: Course): Line[] {
  const { openedMs, replyMs, closedMs, customer, question } = course;
  const first = { atMs: openedMs, isFromCustomer: true, text: question };
  const waitedMs = (replyMs ?? openedMs + 40 * minuteMs) - openedMs;
  const complains = waitedMs > 12 * minuteMs;
  const complaint = {
    atMs: openedMs + Math.min(waitedMs * 0.7, 14 * minuteMs),
    isFromCustomer: true,
    text: pick(random, complaints),
  };
  const before = complains ? [first, complaint] : [first];
  if (replyMs === null) return before;
  const [name = ''] = customer.name.split(' ');
  const within = (share: number): number => replyMs + (closedMs - replyMs) * share;
  return [
    ...before,
    { atMs: replyMs, isFromCustomer: false, text: pick(random, greetings).replace('{nome}', name) },
    { atMs: within(0.3), isFromCustomer: true, text: pick(random, answers) },
    { atMs: within(0.5), isFromCustomer: false, text: pick(random, steps) },
    { atMs: within(0.7), isFromCustomer: true, text: pick(random, answers) },
    { atMs: within(0.9), isFromCustomer: false, text: pick(random, farewells) },
  ];
}

/** Happy customers, less so those who waited. */
function drawRating(random: SeededRandom, waitedMs: number): number | null {
  if (random.next() > 0.35) return null;
  const isAngry = waitedMs > 10 * minuteMs;
  const shares: readonly (readonly [number, number])[] = isAngry
    ? [
        [1, 3],
        [2, 3],
        [3, 2],
        [4, 1],
        [5, 1],
      ]
    : [
        [3, 1],
        [4, 4],
        [5, 9],
      ];
  return choose(random, shares);
}

function drawConversation(
  random: SeededRandom,
  openedMs: number,
  { desks, number }: { readonly desks: readonly Desk[]; readonly number: number },
): Conversation {
  const team = choose(random, teams);
  const list = questions[team] ?? [];
  const [label = '', question = ''] = list[random.below(list.length)] ?? [];
  const taking = findTaker(desks, openedMs, team);
  // Nobody looks all the time.
  const takenMs = taking ? taking.atMs + (10 + random.next() * 150) * 1000 : null;
  const replyMs = takenMs === null ? null : takenMs + (25 + random.next() * 130) * 1000;
  const closedMs = replyMs === null ? closedByRobot(openedMs) : replyMs + drawLength(random, 31);
  if (taking) {
    const { takenUntilMs } = taking.desk;
    takenUntilMs[takenUntilMs.indexOf(Math.min(...takenUntilMs))] = closedMs;
  }
  const customer = drawCustomer(random);
  return {
    number,
    platform: choose(random, platforms),
    customer,
    team,
    channel: choose(random, channels),
    label,
    openedMs,
    agent: taking?.desk.shift.agent ?? null,
    takenMs,
    closedMs,
    rating: drawRating(random, (replyMs ?? openedMs) - openedMs),
    lines: writeLines(random, { openedMs, question, customer, replyMs, closedMs }),
  };
}

/** The conversations of a day, each given to whoever is free first: at lunch many come and few are there. */
export function drawConversations(
  random: SeededRandom,
  dayMs: number,
  shifts: readonly Shift[],
): readonly Conversation[] {
  const desks = shifts.map((shift) => ({ shift, takenUntilMs: Array<number>(slotsEach).fill(0) }));
  const dayNumber = Math.floor(dayMs / (24 * hourMs));
  return drawArrivals(random, dayMs).map((openedMs, index) =>
    drawConversation(random.fork(`conversation-${index}`), Math.round(openedMs), {
      desks,
      number: dayNumber * 1_000 + index,
    }),
  );
}
