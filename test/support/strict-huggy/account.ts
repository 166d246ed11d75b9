import type { Reply } from '../strict-server';
import { randomFrom } from '../random';

/** A Huggy account: its chats, and the bodies that its webhook has sent. Times are epoch ms, at whole seconds. */
export interface HuggyAccount {
  readonly token: string;
  readonly chats: Chat[];
  readonly sent: object[];
}

interface Person {
  readonly id: number;
  readonly name: string;
}

interface Chat {
  readonly id: number;
  readonly customer: Person & { readonly mobile: string };
  readonly createdMs: number;
  situation: 'auto' | 'wait_for_chat' | 'in_chat' | 'finishing';
  agent: Person | null;
  closedMs: number | null;
  readonly messages: Message[];
}

interface Message {
  readonly id: number;
  readonly from: 'customer' | 'agent' | 'robot';
  readonly body: string;
  readonly atMs: number;
}

/** As Huggy's are: three parts of base64, the last an RS256 signature of 2,048 bits, and well beyond a thousand signs. */
export const longToken = [
  Buffer.from('{"typ":"JWT","alg":"RS256"}').toString('base64url'),
  Buffer.from(JSON.stringify({ aud: 'APP-1', jti: 'a1'.repeat(300), sub: '1' })).toString(
    'base64url',
  ),
  'x-_9'.repeat(86).slice(0, 342),
].join('.');

const ana: Person = { id: 95_096, name: 'Ana Lima' };
const offsetMs = 3 * 3_600_000;

/** The account's wall clock, without a zone. */
const local = (atMs: number): string =>
  new Date(atMs - offsetMs).toISOString().replace('T', ' ').slice(0, 19);

const inEnvelope = (name: string, item: object, atMs: number): object => ({
  time: atMs / 1000,
  messages: { [name]: [item] },
  token: '888c48839995c333939a80f0000dd354',
});

const frame = ({ id, situation, customer }: Chat) => ({
  id,
  channel: 'whatsapp-enterprise',
  situation,
  department: null,
  customer,
});

/** So many chats: a robot, mostly an agent then, and mostly an end. */
export function playChats(count: number, seed: number, startMs: number): HuggyAccount {
  const account: HuggyAccount = { token: longToken, chats: [], sent: [] };
  const random = randomFrom(seed);
  let atMs = startMs;
  let nextId = 1;
  const later = (): number => (atMs += 1000 * (2 + Math.floor(random() * 300)));
  for (let index = 0; index < count; index += 1) {
    const createdMs = later();
    const chat: Chat = {
      id: 51_000 + index,
      customer: { id: 700 + index, name: `Cliente ${index}`, mobile: `55119${80_000_000 + index}` },
      createdMs,
      situation: 'auto',
      agent: null,
      closedMs: null,
      messages: [],
    };
    account.chats.push(chat);
    const started = { ...frame(chat), created_at: local(createdMs) };
    account.sent.push(inEnvelope('startedChat', started, createdMs));
    const say = (from: Message['from'], body: string): void => {
      const message = { id: 900_000 + (nextId += 1), from, body, atMs: later() };
      chat.messages.push(message);
      account.sent.push(tellMessage(chat, message));
    };
    say('customer', 'Oi');
    if (random() < 0.85) serve(account, chat, { random, later, say });
  }
  return account;
}

interface Course {
  readonly random: () => number;
  readonly later: () => number;
  readonly say: (from: Message['from'], body: string) => void;
}

function serve(account: HuggyAccount, chat: Chat, { random, later, say }: Course): void {
  chat.situation = 'in_chat';
  chat.agent = ana;
  account.sent.push(inEnvelope('agentEntered', { ...frame(chat), agent: ana }, later()));
  const turns = 1 + Math.floor(random() * 3);
  for (let turn = 0; turn < turns; turn += 1) {
    say('agent', `Resposta ${turn}`);
    if (random() < 0.6) say('customer', `Obrigado ${turn}`);
  }
  if (random() < 0.85) close(account, chat, later());
}

function close(account: HuggyAccount, chat: Chat, atMs: number): void {
  chat.situation = 'finishing';
  chat.closedMs = atMs;
  const { id, situation } = chat;
  const item = {
    id,
    channel: 'whatsapp-enterprise',
    situation,
    closed: true,
    closed_at: local(atMs),
  };
  account.sent.push(inEnvelope('closedChat', item, atMs));
}

function tellMessage(chat: Chat, { id, from, body, atMs }: Message): object {
  const isIn = from === 'customer';
  const item = {
    id,
    body,
    is_internal: false,
    is_email: false,
    sender: isIn ? chat.customer : chat.agent,
    senderType: isIn ? 'whatsapp-enterprise' : 'agent',
    receiver: isIn ? chat.agent : chat.customer,
    receiverType: isIn ? 'agent' : 'whatsapp-enterprise',
    channel: 'whatsapp-enterprise',
    customer: chat.customer,
    chat: frame(chat),
    send_at: local(atMs),
    read_at: '',
  };
  return inEnvelope(isIn ? 'receivedAllMessage' : 'sentAllMessage', item, atMs);
}

/** How a server that nobody has documented may behave. */
export interface Manner {
  readonly firstPage: 0 | 1;
  readonly hasPages: boolean;
  readonly knowsDays: boolean;
  /** Whether chats of the last day asked for are among those listed. */
  readonly listsLastDay: boolean;
  /** Messages on a page; Infinity: there are no pages of them. */
  readonly messagesPerPage: number;
}

export const usual: Manner = {
  firstPage: 0,
  hasPages: true,
  knowsDays: true,
  listsLastDay: true,
  messagesPerPage: Infinity,
};
const perPage = 20;

interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export function answerAsHuggy(account: HuggyAccount, asked: Asked, manner = usual): Reply {
  const { path, query } = asked;
  if (path === 'chats') return { status: 200, body: listChats(account, query, manner) };
  const id = /^chats\/(\d+)\/messages$/.exec(path)?.[1];
  const chat = account.chats.find((one) => String(one.id) === id);
  if (chat === undefined) return { status: 404, body: { reason: 'Not found' } };
  if (chat.situation === 'auto') return { status: 403, body: { reason: 'Chat is automatic' } };
  const { firstPage, messagesPerPage: length } = manner;
  const page =
    length === Infinity ? 0 : Math.max(0, Number(query['page'] ?? firstPage) - firstPage);
  const from = page === 0 ? 0 : page * length;
  const some = chat.messages.slice(from, from + length);
  return { status: 200, body: some.map((message) => toMessage(chat, message)) };
}

function listChats(
  { chats }: HuggyAccount,
  query: Asked['query'],
  { firstPage, hasPages, knowsDays, listsLastDay }: Manner,
): readonly object[] {
  const dayOf = ({ createdMs }: Chat): string => local(createdMs).slice(0, 10);
  const { created_at_from: from = '', created_at_to: to = '9' } = query;
  const isBeforeEnd = (day: string): boolean => (listsLastDay ? day <= to : day < to);
  const isAsked = (day: string): boolean => !knowsDays || (day >= from && isBeforeEnd(day));
  const wanted = chats.filter((chat) => isAsked(dayOf(chat)));
  const newestFirst = [...wanted].reverse();
  const page = Math.max(0, Number(query['page'] ?? firstPage) - firstPage);
  const some = hasPages ? newestFirst.slice(page * perPage, (page + 1) * perPage) : newestFirst;
  return some.map((chat) => ({
    id: String(chat.id),
    situation: chat.situation,
    channel: 'whatsapp-enterprise',
    createdAt: local(chat.createdMs),
    closedAt: chat.closedMs === null ? '' : local(chat.closedMs),
    chatCustomer: chat.customer,
    agent: chat.agent,
  }));
}

const toMessage = (chat: Chat, { id, from, body, atMs }: Message) => ({
  id: String(id),
  type: 'text',
  body,
  senderType: from === 'agent' ? 'agent' : 'whatsapp-enterprise',
  sender: from === 'agent' ? chat.agent : chat.customer,
  send_at: local(atMs),
  read_at: null,
});
