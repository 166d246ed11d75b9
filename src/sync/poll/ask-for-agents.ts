import { fetchAll, type Allowance, type Caller } from '../fetch/fetch';
import type { FetchFailure, Fetched } from '../fetch/read-fetched';
import type { Due } from './due';
import type { ListedAgent } from './listed-agents';

/** What a platform said when it was asked for its agents. */
export type Answer = { readonly askedMs: number } & (
  | {
      readonly ok: true;
      readonly agents: readonly ListedAgent[];
      /** False when there were more pages than are read, or the list moved while it was read. */
      readonly isAll: boolean;
    }
  | { readonly ok: false; readonly failure: FetchFailure }
);

/** A list of more pages than that is read no further. */
const mostPages = 30;

interface Reading {
  readonly due: Due;
  readonly askedMs: number;
  readonly agents: ReadonlyMap<string, ListedAgent>;
  /** Items of the list so far, and those that are agents. */
  readonly items: number;
  readonly listed: number;
  readonly pages: number;
  /** Null while more is to be asked. */
  readonly end: 'all' | 'cut' | 'untold' | FetchFailure | null;
}

/**
 * Asks all of them, page by page, those of the same page at once. The answers come in the same order; null where the time or the calls of
 * the day did not suffice.
 */
export function askForAgents(
  services: Caller,
  allowance: Allowance,
  due: readonly Due[],
): readonly (Answer | null)[] {
  const askedMs = services.clock.now();
  let readings = due.map((one): Reading => ({
    due: one,
    askedMs,
    agents: new Map(),
    items: 0,
    listed: 0,
    pages: 0,
    end: null,
  }));
  while (readings.some(({ end }) => end === null)) readings = askOn(services, allowance, readings);
  return readings.map(answerOf);
}

function askOn(services: Caller, allowance: Allowance, readings: readonly Reading[]): Reading[] {
  const open = readings.filter(({ end }) => end === null);
  const asked = open.map(({ due: { api, form }, items }) => ({
    api,
    question: form.question(api.access, items),
  }));
  const fetched = fetchAll(services, asked, allowance);
  const next = new Map(
    open.map((reading, index) => [reading, readOn(reading, fetched[index])] as const),
  );
  return readings.map((reading) => next.get(reading) ?? reading);
}

function readOn(reading: Reading, fetched: Fetched | undefined): Reading {
  if (fetched === undefined) return { ...reading, end: 'untold' };
  if (!fetched.ok) return { ...reading, end: fetched.failure };
  const { form } = reading.due;
  const list = form.read(fetched.value);
  if (!list.ok) return { ...reading, end: notExpected(list.received) };
  const agents = new Map([...reading.agents, ...list.agents.map((one) => [one.id, one] as const)]);
  const listed = reading.listed + list.agents.length;
  const items = reading.items + list.items;
  const pages = reading.pages + 1;
  const isNew = agents.size > reading.agents.size;
  const mayGoOn = form.hasMore(fetched.value) && isNew && pages < mostPages;
  const isAll = !form.hasMore(fetched.value) && agents.size === listed;
  const end = mayGoOn ? null : isAll ? 'all' : 'cut';
  return { ...reading, agents, items, listed, pages, end };
}

const notExpected = (received: string): FetchFailure => ({
  cause: 'notExpected',
  status: 200,
  waitMs: null,
  words: received,
});

function answerOf({ end, askedMs, agents }: Reading): Answer | null {
  if (end === 'untold' || end === null) return null;
  if (typeof end === 'object') return { ok: false, askedMs, failure: end };
  return { ok: true, askedMs, agents: [...agents.values()], isAll: end === 'all' };
}
