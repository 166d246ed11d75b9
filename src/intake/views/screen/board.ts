import type { Language } from '../../../events/localized';
import { localizeText } from '../../../events/words/word';
import { quantile } from '../../../measures/histogram';
import type { Measures } from '../../../measures/sums';
import { dayOf, startOf, stintsWithin, sumDay } from '../../../projections/agent-days';
import type { Config } from '../../../settings/config';
import type { Limits } from '../../../tabs/shared/limits';
import type { TotalRow } from '../../totals/totals-sheet';
import type { AgentStints } from '../agent-days';
import { before } from '../dashboard/choice';
import { sourcesOf } from '../dashboard/entries';
import { gather } from '../dashboard/gather';
import { quarterMs, quartersOf } from '../quarters';
import {
  compare,
  countDoing,
  flowOf,
  listAgents,
  num,
  shownHours,
  totalOf,
  type BoardInput,
} from '../dashboard/numbers';

/** What a screen shows, as `readBoard` and `&f=json` give it. Times are epoch ms, durations ms; counts are of today. */
export interface Board {
  readonly version: 1;
  /** When it was drawn. */
  readonly atMs: number;
  readonly language: Language;
  readonly offsetMinutes: number;
  readonly limits: Limits;
  readonly cards: Cards;
  readonly agents: readonly ShownAgent[];
  readonly waiting: readonly Waiting[];
  readonly day: Day;
}

interface Cards {
  readonly available: number;
  /** Of whom something was heard in the last seven days. */
  readonly known: number;
  /** Available at the last full hour of yesterday. */
  readonly availableYesterday: number;
  readonly paused: number;
  readonly waiting: number;
  readonly serving: number;
  readonly online: number;
  /** Median; null while nobody was answered. */
  readonly firstReplyMs: number | null;
  readonly firstReplyYesterdayMs: number | null;
  readonly received: number;
  readonly resolved: number;
  /** Up to the last full hour, today and yesterday. */
  readonly resolvedUntilHour: number;
  readonly resolvedYesterday: number;
}

interface ShownAgent {
  readonly name: string;
  readonly situation: 'available' | 'paused' | 'offline';
  readonly sinceMs: number;
  readonly conversations: number;
  /** What they did today: from, until, and whether paused. */
  readonly strip: readonly (readonly [fromMs: number, untilMs: number, isPaused: 0 | 1])[];
}

/** Somebody who waits; the name is blank for keys without customers' names. */
interface Waiting {
  readonly sinceMs: number;
  readonly contact: string;
  readonly channel: string;
  readonly team: string;
}

interface Day {
  /** The first of the twelve hours that are shown. */
  readonly firstHour: number;
  readonly startMs: number;
  readonly received: readonly (number | null)[];
  readonly resolved: readonly (number | null)[];
  readonly receivedYesterday: readonly number[];
  /** How many were available by quarter of an hour; null for what is still to come. */
  readonly available: readonly (number | null)[];
}

/** More have no room on any screen; the counts count all. */
const mostAgents = 60;
const mostWaiting = 40;
/** An item of the cache holds 100 KB. */
const mostStints = 24;
const hourMs = 3_600_000;

/** What the board is made from: numbers of the last days and what agents did. */
export interface BoardFrom {
  readonly agents: readonly AgentStints[];
  readonly rows: readonly TotalRow[];
  readonly nowMs: number;
}

/** The board of all connections, now. */
export function makeBoard(config: Config, { agents, rows, nowMs }: BoardFrom): Board {
  const { language, offsetMinutes } = config.settings;
  const today = dayOf(nowMs, offsetMinutes);
  const days = { from: today, until: today };
  const sources = sourcesOf(config.connections);
  const input = gather(config, { agents, rows, days, sources, nowMs });
  return {
    version: 1,
    atMs: nowMs,
    language,
    offsetMinutes,
    limits: config.settings.limits,
    cards: makeCards(input),
    agents: makeAgents(input),
    waiting: makeWaiting(input, language),
    day: makeDay(input),
  };
}

function makeCards(input: BoardInput): Cards {
  const listed = listAgents(input);
  const doing = (one: string): number => listed.filter((agent) => agent.doing === one).length;
  const [total, yesterday] = [totalOf(input, input.days), totalOf(input, before(input.days))];
  const hour = Math.floor(input.nowMs / hourMs) * hourMs - 24 * hourMs;
  const { now, earlier } = compare(input, 'out');
  const isOpen = (situation: string): number =>
    input.open.filter((one) => one.situation === situation).length;
  return {
    available: doing('available'),
    known: listed.length,
    availableYesterday: countDoing(input.people, 'available', hour),
    paused: doing('paused'),
    waiting: isOpen('waiting'),
    serving: isOpen('active'),
    online: doing('available') + doing('paused'),
    firstReplyMs: medianOf(total),
    firstReplyYesterdayMs: medianOf(yesterday),
    received: num(total, 'in'),
    resolved: num(total, 'out'),
    resolvedUntilHour: now,
    resolvedYesterday: earlier,
  };
}

function medianOf(measures: Measures): number | null {
  const median = quantile(measures, 'reply', 0.5);
  return median === null ? null : Math.round(median);
}

function makeAgents(input: BoardInput): readonly ShownAgent[] {
  const stintsOf = new Map(input.people.map(({ name, stints }) => [name, stints] as const));
  const today = input.days.from;
  return listAgents(input)
    .slice(0, mostAgents)
    .map(({ name, doing, sinceMs, conversations }) => {
      const own = stintsWithin(stintsOf.get(name) ?? [], today, input.offsetMinutes);
      const strip = own
        .filter((stint) => stint.doing !== 'offline')
        .slice(-mostStints)
        .map(
          ({ fromMs, untilMs, doing: did }) => [fromMs, untilMs, did === 'paused' ? 1 : 0] as const,
        );
      return { name, situation: doing, sinceMs, conversations, strip };
    });
}

function makeWaiting({ open }: BoardInput, language: Language): readonly Waiting[] {
  return open
    .filter(({ situation }) => situation === 'waiting')
    .sort((a, b) => a.sinceMs - b.sinceMs)
    .slice(0, mostWaiting)
    .map(({ sinceMs, contact, channel, team }) => ({
      sinceMs,
      contact,
      channel: localizeText(channel, language),
      team,
    }));
}

function makeDay(input: BoardInput): Day {
  const [firstHour = 8] = shownHours(input);
  const points = flowOf(input);
  const startMs = startOf(input.days.from, input.offsetMinutes) + firstHour * hourMs;
  return {
    firstHour,
    startMs,
    received: points.map(({ received }) => received),
    resolved: points.map(({ resolved }) => resolved),
    receivedYesterday: points.map(({ before: then }) => then),
    available: availableBy(input, { firstHour, hours: points.length }),
  };
}

/** How many were available for most of each quarter, as in the timeline; in the one that goes on, how many are now. */
function availableBy(
  input: BoardInput,
  { firstHour, hours }: { readonly firstHour: number; readonly hours: number },
): readonly (number | null)[] {
  const { days, offsetMinutes, nowMs, people } = input;
  const startMs = startOf(days.from, offsetMinutes);
  const present = listAgents(input).filter(({ doing }) => doing === 'available').length;
  const drawn = people.map(({ stints }) => {
    const own = stintsWithin(stints, days.from, offsetMinutes);
    return quartersOf(own, sumDay(own), startMs);
  });
  return Array.from({ length: 4 * hours }, (_unused, index) => {
    const quarter = 4 * firstHour + index;
    const fromMs = startMs + quarter * quarterMs;
    if (fromMs > nowMs) return null;
    if (fromMs + quarterMs > nowMs) return present;
    return drawn.filter((own) => own[quarter] === 'available').length;
  });
}

/** The same for a screen without customers' names. */
export const withoutNames = (board: Board): Board => ({
  ...board,
  waiting: board.waiting.map((one) => ({ ...one, contact: '' })),
});
