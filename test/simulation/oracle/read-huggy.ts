import {
  flagAt,
  listAt,
  momentAt,
  pick,
  secondsAt,
  textAt,
  type Fields,
  type Reading,
  type ToldEvent,
  type ToldFact,
  type ToldFailure,
} from './reading';

const brazil = '-03:00';

/** One item of `messages.<event>[]`, with the time of the envelope. */
interface Item {
  readonly item: unknown;
  readonly atMs: number;
}

/** Reads what Huggy sends in a simulation: every name of `messages`, every item. */
export function readHuggy(body: unknown): Reading {
  const atMs = secondsAt(body, 'time') ?? 0;
  const events: ToldEvent[] = [];
  const failures: ToldFailure[] = [];
  const messages = pick(body, 'messages');
  let isUnknown = false;
  for (const name of Object.keys(typeof messages === 'object' ? (messages ?? {}) : {})) {
    const read = readers[name];
    for (const item of listAt(messages, name)) {
      const entityId = textAt(item, 'id');
      if (read === undefined) isUnknown = true;
      else if (entityId === undefined)
        failures.push({ event: name, code: 'missingField', path: `messages.${name}[].id` });
      else events.push({ name, entityId, atMs, item, facts: read({ item, atMs }, entityId) });
    }
  }
  return { events, failures, isUnknown };
}

const readers: Readonly<Record<string, (item: Item, id: string) => readonly ToldFact[]>> = {
  agentChangedStatus: ({ item, atMs }, id) => [
    {
      entity: 'agent',
      id,
      atMs,
      fields: {
        name: textAt(item, 'name'),
        isOnline: flagAt(item, 'isOnline'),
        isAvailable: flagAt(item, 'isAvailable'),
        statusCode: textAt(item, 'statusID'),
        email: textAt(item, 'email'),
        origin: textAt(item, 'origin'),
      },
    },
  ],
  receivedAllMessage: (item, id) => readMessage(item, id, 'in'),
  sentAllMessage: (item, id) => readMessage(item, id, 'out'),
  agentEntered: (item, id) =>
    readChat(item, id, {
      status: 'open',
      statusHistory: [[item.atMs, 'open']],
      agentName: textAt(item.item, 'agent.name'),
      closedAt: null,
    }),
  closedChat: (item, id) => {
    const closedAt = inOurZone(momentAt(item.item, 'closed_at', brazil), item.atMs);
    return readChat(item, id, {
      status: 'closed',
      statusHistory: [[closedAt, 'closed']],
      closedAt,
      category: textAt(item.item, 'tabulation.name'),
    });
  },
  createdCustomer: ({ item, atMs }) => [
    contactOf(item, atMs, { channel: channelOf(item), createdAt: atMs, updatedAt: atMs }),
  ],
};

const [halfHour, nearly, farthest] = [1800, 90, 17 * 3600];

/** An end that lies whole half hours beside the envelope's time was written by a clock of another zone: up to 17 hours away from ours. */
function inOurZone(told: number | undefined, envelopeMs: number): number | undefined {
  if (told === undefined) return undefined;
  const beside = (envelopeMs - told) / 1000;
  const rest = beside - Math.round(beside / halfHour) * halfHour;
  const isOfZone = Math.abs(rest) <= nearly && Math.abs(beside - rest) <= farthest;
  return isOfZone ? told + (beside - rest) * 1000 : told;
}

/** The simulated channel is WhatsApp, wherever one is named. */
const channelOf = (item: unknown): string | undefined =>
  pick(item, 'channel') === undefined ? undefined : 'WhatsApp';

function contactOf(person: unknown, atMs: number, more: Fields): ToldFact {
  const id = textAt(person, 'id') ?? '';
  const fields = {
    name: textAt(person, 'name'),
    phone: textAt(person, 'mobile'),
    email: textAt(person, 'email'),
  };
  return { entity: 'contact', id, atMs, fields: { ...fields, ...more } };
}

/** The customer as a chat's row shows them. */
const customerOf = (item: unknown): Fields => ({
  contactName: textAt(item, 'customer.name'),
  phone: textAt(item, 'customer.mobile'),
  email: textAt(item, 'customer.email'),
});

function customers({ item, atMs }: Item): readonly ToldFact[] {
  const id = textAt(item, 'customer.id');
  const channel = channelOf(item);
  return id === undefined ? [] : [contactOf(pick(item, 'customer'), atMs, { channel })];
}

function readChat(item: Item, id: string, said: Fields): readonly ToldFact[] {
  const { atMs } = item;
  const fields = {
    ...customerOf(item.item),
    channel: channelOf(item.item),
    teamName: textAt(item.item, 'department'),
    lastActivityAt: atMs,
    ...said,
  };
  return [{ entity: 'conversation', id, atMs, fields }, ...customers(item)];
}

function readMessage(told: Item, id: string, direction: 'in' | 'out'): readonly ToldFact[] {
  const { item, atMs } = told;
  const chat = textAt(item, 'chat.id');
  const sentAt = momentAt(item, 'send_at', brazil) ?? atMs;
  const [sender, receiver] = [textAt(item, 'sender.name'), textAt(item, 'receiver.name')];
  const agentName = direction === 'out' ? sender : receiver;
  const { contactName, phone, email } = customerOf(item);
  const channel = channelOf(item);
  const message = {
    conversationId: chat,
    direction,
    kind: 'text',
    text: textAt(item, 'body'),
    senderName: sender,
    contactName,
    phone,
    channel,
    sentAt,
    status: direction === 'out' ? 'sent' : undefined,
    isPrivate: flagAt(item, 'is_internal'),
  };
  const conversation = {
    contactName,
    phone,
    email,
    channel,
    teamName: textAt(item, 'chat.department'),
    status: textAt(item, 'chat.situation') === undefined ? undefined : 'open',
    agentName,
    firstReplyAt: direction === 'out' && agentName !== undefined ? sentAt : undefined,
    lastActivityAt: sentAt,
    messages: [[sentAt, id]],
    contactAt: direction === 'in' ? sentAt : undefined,
  };
  return [
    { entity: 'message', id, atMs, fields: message },
    ...(chat === undefined
      ? []
      : [{ entity: 'conversation', id: chat, atMs, fields: conversation } as const]),
    ...customers(told),
  ];
}
