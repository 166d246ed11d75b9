/** An event as a sender posts it, and how it is found again in the tabs. */
export interface BenchEvent {
  readonly kind: 'status' | 'message';
  readonly id: number;
  /** Seconds since the epoch, as Huggy states them. */
  readonly time: number;
  readonly body: string;
}

/** Which chats and customers messages belong to. */
export interface Population {
  readonly agents: number;
  readonly chats: number;
}

/** Sample people of a team at work: few agents, some hundreds of chats that are open at once. */
const busyTeam: Population = { agents: 40, chats: 300 };

const token = '888c48839995c333939a80f0000dd354';
const firstMessageId = 700_000_000;
const firstChatId = 42_000_000;
const firstCustomerId = 9_000_000;

const connection = 'huggy';
/** Keys of the rows of the n-th message, chat and customer, and of a change of status that no event of a run repeats. */
export const messageKey = (count: number): string => `${connection}|${count}`;
export const chatKey = (chat: number): string => `${connection}|${firstChatId + chat}`;
export const contactRowKey = (chat: number): string => `${connection}|${firstCustomerId + chat}`;
export const statusKey = (count: number): string =>
  `${connection}|agentChangedStatus|95000|${count}|0|0`;

/** Makes events with ids of their own. */
export interface EventSource {
  /** Of ten, three are changes of an agent's status and seven are messages. */
  next(nowMs: number): BenchEvent;
  status(nowMs: number): BenchEvent;
  message(nowMs: number, chat: number): BenchEvent;
  readonly made: BenchEvent[];
}

/** Creates the source of a run. The same order of calls gives the same events. */
export function createEventSource(population: Population = busyTeam): EventSource {
  const made: BenchEvent[] = [];
  let statuses = 0;
  let messages = 0;
  const keep = (event: BenchEvent): BenchEvent => {
    made.push(event);
    return event;
  };
  const status = (nowMs: number): BenchEvent =>
    keep(makeStatus(nowMs, (statuses += 1), population));
  const message = (nowMs: number, chat: number): BenchEvent =>
    keep(makeMessage(nowMs, (messages += 1), chat));
  return {
    made,
    status,
    message,
    next: (nowMs) =>
      made.length % 10 < 3 ? status(nowMs) : message(nowMs, (messages * 7) % population.chats),
  };
}

const seconds = (epochMs: number): number => Math.floor(epochMs / 1000);

/** Of one agent no two changes fall in the same second: the second is part of what tells them apart. */
function makeStatus(nowMs: number, count: number, { agents }: Population): BenchEvent {
  const id = 95_000 + (count % agents);
  const time = seconds(nowMs) + Math.floor(count / agents);
  const item = {
    id,
    name: `Agente ${id}`,
    mobile: '5511999990000',
    phone: '5511999990000',
    email: `agente${id}@example.com`,
    photo: 'https://example.com/photo.jpg',
    isActive: true,
    isOnline: count % 3 > 0,
    isAvailable: count % 2 > 0,
    statusID: '-1',
    origin: 'manually',
    company: { id: 999_999 },
  };
  return { kind: 'status', id, time, body: wrap(time, 'agentChangedStatus', item) };
}

function makeMessage(nowMs: number, count: number, chat: number): BenchEvent {
  const id = firstMessageId + count;
  const time = seconds(nowMs);
  const customer = {
    id: firstCustomerId + chat,
    name: 'Cliente Exemplo',
    mobile: `55119${10_000_000 + chat}`,
    phone: '',
    email: `cliente${chat}@example.com`,
    photo: 'https://example.com/photo.jpg',
  };
  const item = {
    id,
    body: 'Bom dia, gostaria de saber do meu pedido, por favor.',
    is_internal: false,
    is_email: false,
    sender: customer,
    senderType: 'whatsapp-enterprise',
    receiver: { id: 95_096, name: 'João Alves', email: 'joao.alves@example.com' },
    receiverType: 'agent',
    file: null,
    channel: 'whatsapp',
    customer,
    chat: { id: firstChatId + chat, channel: 'whatsapp', situation: 'in_chat', department: 3003 },
    send_at: wallClock(time),
    read_at: null,
    company: { id: 999_999 },
  };
  return { kind: 'message', id, time, body: wrap(time, 'receivedAllMessage', item) };
}

const brasiliaOffsetSeconds = -3 * 3600;

/** Huggy's form of a message's own time: Brasília's wall clock without a zone. */
const wallClock = (time: number): string =>
  new Date((time + brasiliaOffsetSeconds) * 1000).toISOString().slice(0, 19).replace('T', ' ');

const wrap = (time: number, name: string, item: object): string =>
  JSON.stringify({ time, messages: { [name]: [item] }, token });
