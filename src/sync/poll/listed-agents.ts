import { describeType } from '../../events/failure';
import { isObject, openObject, type ObjectReader } from '../../vendors/kit/object-reader';
import type { PolledAgent } from '../../vendors/kit/polled-agents';

/** An agent as a platform lists them; `atMs` null where it does not tell since when. */
export interface ListedAgent extends Omit<PolledAgent, 'atMs'> {
  readonly atMs: number | null;
}

/** Agents of a list, and how many items it had; a text says what came in the place of one. */
export type AgentsList =
  | { readonly ok: true; readonly agents: readonly ListedAgent[]; readonly items: number }
  | { readonly ok: false; readonly received: string };

/** As long as a cell, and a property with many of them, should hold. */
const longestName = 120;
const longestPause = 60;

/**
 * Reads each item of the list under the key (null: the answer is the list itself). An item of another form is left out; where all are,
 * the platform has changed.
 */
export function listAgents(
  value: unknown,
  key: string | null,
  read: (reader: ObjectReader) => ListedAgent | null,
): AgentsList {
  const list = key === null ? value : isObject(value) ? value[key] : undefined;
  if (!Array.isArray(list)) return { ok: false, received: describeType(list) };
  const readings = list.map((item: unknown) => readItem(item, read));
  const [wrong] = readings.flatMap(({ fault }) => fault ?? []);
  const agents = readings.flatMap(({ agent }) => agent ?? []);
  return wrong !== undefined && agents.length === 0
    ? { ok: false, received: wrong }
    : { ok: true, agents, items: list.length };
}

interface ItemReading {
  readonly agent: ListedAgent | null;
  readonly fault: string | null;
}

function readItem(item: unknown, read: (reader: ObjectReader) => ListedAgent | null): ItemReading {
  const reader = openObject(item);
  const agent = read(reader);
  const [failure] = reader.failures;
  if (failure) return { agent: null, fault: `${failure.path} ${failure.received}`.trim() };
  return { agent: agent === null ? null : shorten(agent), fault: null };
}

const shorten = (agent: ListedAgent): ListedAgent => ({
  ...agent,
  name: agent.name?.slice(0, longestName) ?? null,
  email: agent.email?.slice(0, longestName) ?? null,
  pause: agent.pause?.slice(0, longestPause) ?? null,
});
