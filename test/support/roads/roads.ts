import { readWeniSettings } from '../../../src/settings/weni';
import { valueOf } from '../ask-panel';
import { chatUrls } from '../plantao-with-chats';
import { agentStatus } from '../plantao';
import { makeAccount } from '../strict-chatwoot/account';
import { ask, begin } from '../strict-chatwoot/acts';
import { answer as answerAsChatwoot } from '../strict-chatwoot/answer';
import type { Reply, SeenCall } from '../strict-server';
import { answerCall } from '../strict-weni/answer';
import { goodToken, makeWorkspace } from '../strict-weni/workspace';
import type { Outside } from './outside';

/** One way on which the app calls somebody else. */
export interface Road {
  readonly name: string;
  readonly host: string;
  readonly answer: (call: SeenCall) => Reply;
  /** How that server refuses a token. */
  readonly refusal: Reply;
  setUp(outside: Outside): Promise<void>;
  /** Something that has to be called for; the nth since the beginning. */
  work(outside: Outside, count: number): Promise<void>;
  /** What a person reads of it. */
  says(outside: Outside): Promise<string>;
  /** What a person does once the trouble is over. */
  mend(outside: Outside): Promise<void>;
  /** How often each of so many works has come to its end: 1 for each, when nothing was lost or doubled. */
  ends(outside: Outside, count: number): readonly number[];
}

const inWords = (outcome: unknown): string => JSON.stringify(outcome);

/** Contacts are sent to Weni. */
function toWeni(): Road {
  const workspace = makeWorkspace({ callsPerHour: 1_000_000 });
  const phoneOf = (count: number): string => `55119${String(70_000_000 + count)}`;
  return {
    name: 'contacts to Weni',
    host: 'flows.weni.ai',
    answer: (call) => answerCall(workspace, call),
    refusal: { status: 403, body: { detail: 'Invalid token' } },
    setUp: async (outside) => {
      valueOf(await outside.ask('keepWeniToken', goodToken));
      const settings = { ...readWeniSettings(undefined), isOn: true };
      valueOf(await outside.ask('saveWeni', JSON.stringify(settings)));
      await outside.minutes();
    },
    work: async ({ plantao }, count) => {
      const contact = { id: String(count), name: `Pessoa ${count}`, phone: `+${phoneOf(count)}` };
      await plantao.post('generic', contact, { webhook: 'contacts' });
    },
    says: async (outside) => inWords(await outside.ask('readWeni')),
    mend: async (outside) => {
      await outside.ask('keepWeniToken', goodToken);
    },
    ends: (_outside, count) =>
      counted(count, (one) =>
        workspace.contacts.filter(({ urns }) => urns.includes(`whatsapp:${phoneOf(one)}`)),
      ),
  };
}

const counted = (count: number, find: (one: number) => readonly unknown[]): readonly number[] =>
  Array.from({ length: count }, (_unused, index) => find(index + 1).length);

/** PlugChat is asked for the status of its operators. */
function pollers(): Road {
  const operator = { id: 'op1', name: 'Ana', state: 'offline', lastChanged: 0 };
  const changedAt: number[] = [];
  const access = ['plug', 'https://www.plugchat.com.br', '42', 'plug-token'] as const;
  const switchOn = async (outside: Outside): Promise<void> => {
    valueOf(await outside.ask('keepAccess', ...access));
    valueOf(await outside.ask('keepPolling', 'plug', 'yes', '1'));
  };
  return {
    name: 'the status of agents',
    host: 'www.plugchat.com.br',
    answer: () => ({ status: 200, body: { data: changedAt.length === 0 ? [] : [operator] } }),
    refusal: { status: 401, body: 'Unauthorized' },
    setUp: switchOn,
    work: async ({ clock }, count) => {
      operator.state = count % 2 === 0 ? 'offline' : 'online';
      operator.lastChanged = clock.now();
      changedAt.push(Math.floor(clock.now() / 1000));
    },
    says: async (outside) => inWords(await outside.ask('readPlatforms')),
    mend: switchOn,
    ends: ({ plantao }, count) => {
      const rows = plantao.rows('Status dos agentes');
      const times = rows.map((row) => Math.floor(Date.parse(String(row['Data e hora'])) / 1000));
      return counted(count, (one) => times.filter((time) => time === changedAt[one - 1]));
    },
  };
}

/** What was missed is fetched. */
function reconcile(): Road {
  const account = makeAccount();
  const host = 'chat.example.com';
  const access = ['evolvy', `https://${host}`, String(account.id), account.token] as const;
  return {
    name: 'what was missed',
    host,
    answer: (call) => answerAsChatwoot(account, call, '4.15'),
    refusal: { status: 401, body: { error: 'Invalid Access Token' } },
    setUp: async (outside) => {
      valueOf(await outside.ask('keepAccess', ...access));
    },
    work: async (outside, count) => {
      const atMs = outside.clock.now();
      ask(begin(account, atMs, `Pessoa ${count}`), `Oi ${count}`, atMs + 1000);
      await outside.ask('fetchMissed', 'evolvy', '1');
    },
    says: async (outside) => inWords(await outside.ask('readPlatforms')),
    mend: async (outside) => {
      await outside.ask('fetchMissed', 'evolvy', '1');
    },
    ends: ({ plantao }, count) => {
      const texts = plantao.shown('Mensagens').map((row) => row['Texto']);
      return counted(count, (one) => texts.filter((text) => text === `Oi ${one}`));
    },
  };
}

/** PlugChat is told the addresses of its webhooks. */
function registration(): Road {
  let last = '';
  let taken = 0;
  const register = async (outside: Outside): Promise<void> => {
    const outcome = await outside.ask('registerWebhooks', 'plug', 'token-certo', '');
    last = outcome.sentence;
    taken += outcome.kind === 'done' ? 1 : 0;
  };
  return {
    name: "PlugChat's registration",
    host: 'www.plugchat.com.br',
    answer: () => ({ status: 200, body: {} }),
    refusal: { status: 401, body: 'Unauthorized' },
    setUp: async () => undefined,
    work: register,
    says: async () => last,
    mend: register,
    ends: (_outside, count) => [...Array.from({ length: count - 1 }, () => 1), taken - count + 1],
  };
}

/** Alarms go to a chat. */
function alarms(): Road {
  const told: string[] = [];
  let before = 0;
  return {
    name: 'alarms to a chat',
    host: 'hooks.slack.com',
    answer: ({ body }) => {
      told.push(body);
      return { status: 200, body: 'ok' };
    },
    refusal: { status: 403, body: 'invalid_token' },
    setUp: async (outside) => {
      valueOf(await outside.ask('keepChat', chatUrls.slack));
    },
    // The alarm of the day is made news again.
    work: async (outside, count) => {
      before = told.length;
      outside.store('alarms.sent', '{}');
      if (count > 1) return;
      await outside.plantao.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
    },
    says: async (outside) => inWords(await outside.ask('readAlarms')),
    mend: async (outside) => {
      await outside.ask('testChat', 'slack');
    },
    ends: (_outside, count) => [
      ...Array.from({ length: count - 1 }, () => 1),
      told.slice(before).filter((text) => text.includes('Plantão: alarme')).length,
    ],
  };
}

export const roads: readonly Road[] = [toWeni(), pollers(), reconcile(), registration(), alarms()];
