import type { VendorId } from '../../vendors/registry';
import { isObject, type ObjectReader } from '../../vendors/kit/object-reader';
import type { ApiAccess } from '../../settings/api-access';
import type { Question } from '../fetch/api';
import { listAgents, type AgentsList, type ListedAgent } from './listed-agents';

/** How a platform is asked for the status of its agents. */
export interface PollForm {
  /** The question for the agents from that place of the list on. */
  question(access: ApiAccess, from: number): Question;
  read(value: unknown): AgentsList;
  /** Whether more agents follow on another page. */
  hasMore(value: unknown): boolean;
  /** Whether a status counts only when it is seen twice: the platform does not tell when it changed, and it flaps. */
  readonly isSeenTwice: boolean;
}

/** A status word; noted as missing where there is none. */
const statusIn = (reader: ObjectReader, key: string): string =>
  reader.text(key) ?? reader.requiredId(key);

/**
 * A Chatwoot: `availability_status` of its presence of the last 20 s, so it flaps; nobody whose invitation is open has one that means
 * anything (`_agent.json.jbuilder`, `availability_statusable.rb`, https://github.com/chatwoot/chatwoot).
 */
const evolvy: PollForm = {
  question: () => ({ path: 'agents' }),
  read: (value) => listAgents(value, null, readEvolvy),
  hasMore: () => false,
  isSeenTwice: true,
};

function readEvolvy(reader: ObjectReader): ListedAgent | null {
  const agent = {
    id: reader.requiredId('id'),
    name: reader.text('name') ?? reader.text('available_name') ?? null,
    email: reader.text('email') ?? null,
    status: statusIn(reader, 'availability_status'),
    pause: null,
    atMs: null,
  };
  return reader.flag('confirmed') === false ? null : agent;
}

/** PlugChat lists those that are offline, too, with the ms of the last change (https://github.com/zalasikR/plug-chat-docs). */
const plug: PollForm = {
  question: ({ accountId }) => ({
    path: 'account/get-operators-online',
    query: { id: accountId },
  }),
  read: (value) => listAgents(value, 'data', readPlug),
  hasMore: () => false,
  isSeenTwice: false,
};

const readPlug = (reader: ObjectReader): ListedAgent => ({
  id: reader.requiredId('id'),
  name: reader.text('name')?.trim() ?? null,
  email: null,
  status: statusIn(reader, 'state'),
  pause: null,
  atMs: reader.time('lastChanged') ?? null,
});

/**
 * Weni Chats: pages of 10 unless more are asked for. Whoever is in a pause of the project's own may be `OFFLINE` beside it
 * (https://github.com/weni-ai/chats-engine, `agents_status`).
 */
const weni: PollForm = {
  question: (_access, from) => ({
    path: 'v1/external/agents_status/',
    query: { limit: '100', offset: String(from) },
  }),
  read: (value) => listAgents(value, 'results', readWeni),
  hasMore: (value) => isObject(value) && typeof value['next'] === 'string' && value['next'] !== '',
  isSeenTwice: false,
};

function readWeni(reader: ObjectReader): ListedAgent {
  const names = [reader.text('first_name'), reader.text('last_name')].filter((part) => part);
  const email = reader.text('email') ?? null;
  const custom = reader.child('active_custom_status');
  const pause = custom.text('name') ?? null;
  const changedMs = reader.time('last_status_change') ?? null;
  return {
    id: reader.requiredId('uuid'),
    name: names.length === 0 ? email : names.join(' '),
    email,
    status: statusIn(reader, 'status'),
    pause,
    atMs: pause === null ? changedMs : (custom.time('since') ?? changedMs),
  };
}

/** The platforms that tell it, and no webhook does. */
export const pollForms: Readonly<Partial<Record<VendorId, PollForm>>> = { evolvy, plug, weni };

export const findPollForm = (vendor: VendorId): PollForm | null => pollForms[vendor] ?? null;

/** Calls of a day at that pace, for a team that fits one page. */
export const callsADay = (everyMinutes: number): number => Math.ceil((24 * 60) / everyMinutes);
