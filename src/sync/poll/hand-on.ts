import { parseObject } from '../../events/decode-record';
import { accept } from '../../intake/commit/accept';
import type { Services } from '../../platform/services';
import { loadConfig } from '../../settings/config-cache';
import {
  dropBatch,
  saveBatch,
  savePollState,
  type Batch,
  type PollState,
} from '../../settings/polling';
import { polledHook, type PolledAgent } from '../../vendors/kit/polled-agents';
import { openObject } from '../../vendors/kit/object-reader';
import type { Turn } from '../jobs/job';
import {
  hasUnsettled,
  learn,
  readKnown,
  writeKnown,
  type KnownAgents,
  type StatusOfAgent,
} from './known-agents';

/** Agents of one request: a packed batch fits a property. */
const agentsAtOnce = 50;
/** What storing a request takes, by the published costs of Google's calls. */
const acceptMs = 5000;

/** One connection's work within a run. */
export interface Work {
  readonly services: Services;
  readonly turn: Turn;
  readonly connectionId: string;
}

/** Remembers how it stands; false when somebody else has the turn. */
export function remember({ services, turn, connectionId }: Work, state: PollState): boolean {
  if (!turn.note(0)) return false;
  savePollState(services.properties, connectionId, state);
  return true;
}

/**
 * Hands changes on as a webhook would have, request by request, as far as the run's time goes; what is left differs from what is known,
 * so the next answer brings it again. Gives the state as it was stored.
 */
export function handOn(work: Work, changes: readonly PolledAgent[], before: PollState): PollState {
  let state = before;
  for (let from = 0; from < changes.length; from += agentsAtOnce) {
    const agents = changes.slice(from, from + agentsAtOnce);
    if (!work.turn.allows({ ms: acceptMs, calls: 0 }) || !work.turn.note(0)) return state;
    const { properties, codec } = work.services;
    const batch: Batch = {
      id: codec.uuid().slice(0, 8),
      body: codec.compress(JSON.stringify({ agents })),
    };
    saveBatch(properties, work.connectionId, batch);
    state = deliver(work, batch, state);
  }
  return state;
}

/** Hands on once more what a run that died may have handed on: the same content, which counts once. */
export function finishBatch(work: Work, batch: Batch, state: PollState): PollState {
  if (batch.id !== state.sent) return deliver(work, batch, state);
  dropBatch(work.services.properties, work.connectionId);
  return state;
}

function deliver(work: Work, batch: Batch, before: PollState): PollState {
  const { services, connectionId } = work;
  const { codec, clock, properties } = services;
  const body = codec.decompress(batch.body);
  const { config, marks, packet } = loadConfig(services);
  const startedAtMs = clock.now();
  accept(
    services,
    {
      id: codec.sha256WebSafe(codec.uuid()).slice(0, 12),
      connectionId,
      webhook: polledHook,
      receivedAtMs: startedAtMs,
      body,
    },
    { config, marks, packet, startedAtMs },
  );
  const known = learn(unpackKnown(services, before.agents), statusesIn(body));
  const state = withKnown(services, { ...before, sent: batch.id }, known);
  savePollState(properties, connectionId, state);
  dropBatch(properties, connectionId);
  return state;
}

/** Whose status a body says. */
const statusesIn = (body: string): readonly StatusOfAgent[] =>
  openObject(parseObject(body))
    .items('agents')
    .map((reader) => ({
      id: reader.requiredId('id'),
      status: reader.text('status') ?? '',
      pause: reader.text('pause') ?? null,
    }));

const packedMark = 'gz:';
/** Longer ones are packed. */
const plainLength = 4000;

/** The state with what is known of all agents. */
export function withKnown(
  { codec }: Pick<Services, 'codec'>,
  state: PollState,
  known: KnownAgents,
): PollState {
  const text = writeKnown(known);
  const agents = text.length <= plainLength ? text : packedMark + codec.compress(text);
  return { ...state, agents, isUnsettled: hasUnsettled(known) };
}

export const unpackKnown = ({ codec }: Services, text: string): KnownAgents =>
  readKnown(text.startsWith(packedMark) ? codec.decompress(text.slice(packedMark.length)) : text);
