import { makeAccount } from '../strict-chatwoot/account';
import { answer as answerAsChatwoot } from '../strict-chatwoot/answer';
import { playHistory } from '../strict-chatwoot/history';
import { withheld as withheldByChatwoot } from '../strict-chatwoot/withheld';
import { answerAsHuggy, playChats } from '../strict-huggy/account';
import { answerAsPlug, playAttendances } from '../strict-plug/account';
import type { Reply, SeenCall } from '../strict-server';
import { answerAsTreble, playSessions } from '../strict-treble/account';
import { answerPeople, answerRooms, playRooms } from '../strict-weni/rooms';
import type { MakePlatform } from './platform';

/** How long ago something was goes on. */
const since = { Conversas: ['Há'] } as const;
const refused: Reply = { status: 401, body: { error: 'Unauthorized' } };

/** Answers only calls that show the token as documented, and under the prefix of the API. */
const guarded =
  (
    {
      name,
      value,
      prefix,
    }: { readonly name: string; readonly value: string; readonly prefix: string },
    answer: (call: SeenCall) => Reply,
  ) =>
  (call: SeenCall): Reply => {
    if (call.method !== 'GET' || !call.path.startsWith(prefix))
      return { status: 404, body: '<h1>Not Found</h1>' };
    if (call.headers[name] !== value) return refused;
    return answer({ ...call, path: call.path.slice(prefix.length) });
  };

const evolvy: MakePlatform = (events, seed, startMs) => {
  const account = makeAccount();
  playHistory(account, { count: Math.ceil(events / 9), seed, startMs });
  return {
    connection: 'evolvy',
    access: { baseUrl: 'https://chat.example.com', accountId: String(account.id) },
    token: account.token,
    hosts: { 'chat.example.com': (call) => answerAsChatwoot(account, call, '4.15') },
    sent: account.sent,
    canBeMissed: () => true,
    withheld: withheldByChatwoot,
  };
};

const huggy: MakePlatform = (events, seed, startMs) => {
  const account = playChats(Math.ceil(events / 5), seed, startMs);
  const robots = account.chats.filter(({ situation }) => situation === 'auto');
  const ids = new Set(robots.map(({ id }) => `"id":${id},`));
  return {
    connection: 'huggy',
    access: { baseUrl: '', accountId: '' },
    token: account.token,
    hosts: {
      'api.huggy.app': guarded(
        { name: 'authorization', value: `Bearer ${account.token}`, prefix: '/v3/' },
        (call) => answerAsHuggy(account, call),
      ),
    },
    sent: account.sent,
    // When an agent entered, and what is said to a robot, no API tells.
    canBeMissed: (body) => {
      const text = JSON.stringify(body);
      return !text.includes('agentEntered') && ![...ids].some((id) => text.includes(id));
    },
    withheld: since,
  };
};

const treble: MakePlatform = (events, seed, startMs) => {
  const account = playSessions(Math.ceil(events / 7), seed, startMs);
  return {
    connection: 'treble',
    access: { baseUrl: '', accountId: '' },
    token: account.token,
    hosts: {
      'main.treble.ai': guarded(
        { name: 'authorization', value: account.token, prefix: '/' },
        (call) => answerAsTreble(account, call),
      ),
    },
    sent: account.sent,
    canBeMissed: () => true,
    withheld: since,
  };
};

const plug: MakePlatform = (events, seed, startMs) => {
  const account = playAttendances(Math.ceil(events / 3), seed, startMs);
  const edges = account.attendances.filter(
    (_one, index, all) => index === 0 || index === all.length - 1,
  );
  const numbers = edges.map(({ number }) => `"attendanceNumber":${number},`);
  return {
    connection: 'plug',
    access: { baseUrl: '', accountId: '42' },
    token: account.token,
    hosts: {
      'www.plugchat.com.br': guarded(
        { name: 'authorization', value: account.token, prefix: '/api/' },
        (call) => answerAsPlug(account, call),
      ),
    },
    sent: account.sent,
    // A gap has two ends.
    canBeMissed: (body) => !numbers.some((number) => JSON.stringify(body).includes(number)),
    withheld: since,
  };
};

const weni: MakePlatform = (events, seed, startMs) => {
  const project = playRooms(Math.ceil(events / 1.7), seed, { startMs });
  const open = project.rooms.flatMap(({ uuid, person, endedMs }) =>
    endedMs === null ? [uuid, `Contato ${person.uuid}`] : [],
  );
  return {
    connection: 'weni',
    access: { baseUrl: '', accountId: '' },
    token: project.chatsToken,
    properties: { 'token.weni': project.flowsToken },
    hosts: {
      'chats-engine.weni.ai': guarded(
        { name: 'authorization', value: `Bearer ${project.chatsToken}`, prefix: '' },
        (call) => answerRooms(project, call),
      ),
      'flows.weni.ai': guarded(
        { name: 'authorization', value: `Token ${project.flowsToken}`, prefix: '' },
        (call) => answerPeople(project, call),
      ),
    },
    sent: project.sent,
    // WhatsApp's ids stand in no API of Weni's.
    canBeMissed: (body) => 'type' in body,
    withheld: { Conversas: ['Há', 'Equipe'], Contatos: ['Atualizado em'] },
    isMore: (row) => open.some((uuid) => row.includes(uuid)),
  };
};

export const platforms: readonly MakePlatform[] = [huggy, evolvy, treble, plug, weni];
