import { parseObject } from '../../events/decode-record';
import { shortHash } from '../../events/short-hash';
import type { PolledAgent } from '../../vendors/kit/polled-agents';
import type { ListedAgent } from './listed-agents';

/** What is known of an agent from earlier answers. */
export interface Known {
  /** The status that was handed on, see `statusOf`; blank: none yet. */
  readonly status: string;
  /** Another one that was seen once since; blank: none. */
  readonly next: string;
  /** When that one was first seen, epoch ms. */
  readonly nextMs: number;
}

export type KnownAgents = ReadonlyMap<string, Known>;

/** An agent who is no longer in the list. */
const goneStatus = '-';

export type StatusOfAgent = Pick<PolledAgent, 'id' | 'status' | 'pause'>;

const statusOf = ({ status, pause }: StatusOfAgent): string =>
  status.toLowerCase().slice(0, 20) + (pause === null ? '' : `/${shortHash(pause)}`);

/** `["12","online"]` or `["12","online","busy",1790000000000]` for each agent. */
export const writeKnown = (known: KnownAgents): string =>
  JSON.stringify(
    [...known].map(([id, { status, next, nextMs }]) =>
      next === '' ? [id, status] : [id, status, next, nextMs],
    ),
  );

/** What is damaged is not known. */
export function readKnown(text: string): KnownAgents {
  const { list } = parseObject(`{"list":${text === '' ? '[]' : text}}`);
  return new Map(Array.isArray(list) ? list.flatMap(readEntry) : []);
}

function readEntry(entry: unknown): readonly (readonly [string, Known])[] {
  const parts: readonly unknown[] = Array.isArray(entry) ? entry : [];
  const [id, status, next = '', nextMs = 0] = parts;
  const isWhole = typeof id === 'string' && typeof status === 'string';
  const isNext = typeof next === 'string' && typeof nextMs === 'number';
  return isWhole && isNext ? [[id, { status, next, nextMs }]] : [];
}

/** An answer and what it is compared with. */
export interface Answered {
  readonly known: KnownAgents;
  readonly agents: readonly ListedAgent[];
  /** Whether these are all agents there are. */
  readonly isAll: boolean;
  readonly isSeenTwice: boolean;
  readonly nowMs: number;
  /** When the platform answered before, epoch ms; 0: never. */
  readonly beforeMs: number;
}

/** What an answer says that was not known. */
export interface Compared {
  readonly changes: readonly PolledAgent[];
  /** What is known of all, with what was seen once; the changes become known when they were handed on (`learn`). */
  readonly known: KnownAgents;
}

/**
 * Compares an answer with what is known. An equal status says nothing; one that counts only when it is seen twice is kept until then,
 * and began when it was seen first. Whoever is twice not in the list is offline.
 */
export function compare(answered: Answered): Compared {
  const { known, agents, isAll, nowMs } = answered;
  const listed = new Map(agents.map((agent) => [agent.id, agent] as const));
  const steps = [...listed.values()].map((agent) => takeListed(agent, answered));
  const gone = isAll && listed.size > 0 ? [...known].filter(([id]) => !listed.has(id)) : [];
  const kept = isAll && listed.size > 0 ? [] : [...known].filter(([id]) => !listed.has(id));
  const leaving = gone.map(([id, one]) => takeGone(id, one, nowMs));
  const all = [...steps, ...leaving];
  return {
    changes: all.flatMap(({ change }) => change ?? []),
    known: new Map([
      ...kept,
      ...all.flatMap(({ id, known: after }) => (after ? [[id, after] as const] : [])),
    ]),
  };
}

interface Step {
  readonly id: string;
  /** Null: nothing is to be remembered. */
  readonly known: Known | null;
  readonly change: PolledAgent | null;
}

const settled = (status: string): Known => ({ status, next: '', nextMs: 0 });
const nothing = settled('');

function takeListed(agent: ListedAgent, { known, isSeenTwice, nowMs, beforeMs }: Answered): Step {
  const { id } = agent;
  const before = known.get(id) ?? nothing;
  const status = statusOf(agent);
  if (status === before.status) return { id, known: settled(status), change: null };
  const isFirst = before.status === '';
  const since = { beforeMs: isFirst ? 0 : beforeMs, nowMs };
  const told = isSeenTwice ? null : plausible(agent.atMs, since);
  const firstMs = before.next === status ? before.nextMs : nowMs;
  const once: Known = { ...before, next: status, nextMs: firstMs };
  const counts = !isSeenTwice || before.next === status;
  return { id, known: once, change: counts ? { ...agent, atMs: told ?? firstMs } : null };
}

/** A platform's clock may differ from ours by so much. */
const clockSlackMs = 120_000;

/** A time that the platform tells, unless it lies in the future, or before it answered something else. */
function plausible(
  atMs: number | null,
  { beforeMs, nowMs }: Pick<Answered, 'beforeMs' | 'nowMs'>,
): number | null {
  if (atMs === null || atMs < beforeMs - clockSlackMs) return null;
  return Math.min(atMs, nowMs);
}

function takeGone(id: string, before: Known, nowMs: number): Step {
  if (before.status === '') return { id, known: null, change: null };
  if (before.status === 'offline') return { id, known: settled('offline'), change: null };
  if (before.next !== goneStatus)
    return { id, known: { ...before, next: goneStatus, nextMs: nowMs }, change: null };
  const gone = { id, name: null, email: null, status: 'offline', pause: null };
  return { id, known: before, change: { ...gone, atMs: before.nextMs } };
}

/** What is known once these changes were handed on. */
export const learn = (known: KnownAgents, changes: readonly StatusOfAgent[]): KnownAgents =>
  new Map([...known, ...changes.map((agent) => [agent.id, settled(statusOf(agent))] as const)]);

/** Whether a status was seen once: then it is soon to be looked at again. */
export const hasUnsettled = (known: KnownAgents): boolean =>
  [...known.values()].some(({ next }) => next !== '');
