import {
  flagAt,
  numberAt,
  pick,
  secondsAt,
  tell,
  textAt,
  type Fields,
  type Reading,
  type ToldEvent,
  type ToldFact,
} from './reading';

type ReadWebhook = (body: unknown, receivedAtMs: number) => Omit<ToldEvent, 'name' | 'item'>;

/** Reads what PlugChat sends in a simulation, by the webhook that it comes to. */
export function readPlug(body: unknown, webhook: string, receivedAtMs: number): Reading {
  const read = readers[webhook];
  if (read === undefined) return tell();
  return tell({ name: webhook, item: body, ...read(body, receivedAtMs) });
}

const steps: Readonly<Record<string, string>> = {
  SENT: 'sent',
  RECEIVED: 'delivered',
  READ: 'read',
};

const readers: Readonly<Record<string, ReadWebhook>> = {
  startAttendance: (body) => readAttendance(body, 'active'),
  finishAttendance: (body) => readAttendance(body, 'finished'),
  receiveMessage: (body) => {
    const fact = messageOf(body, { kind: 'text', text: textAt(body, 'text.message') });
    const name = textAt(body, 'senderName');
    return {
      entityId: fact.id,
      atMs: fact.atMs,
      facts: [fact, contactOf(body, name, fact.atMs)],
    };
  },
  messageStatus: (body) => {
    const [id, atMs] = [textAt(body, 'ids.0') ?? '', numberAt(body, 'momment') ?? null];
    const status = steps[textAt(body, 'status') ?? ''];
    const fields = { ...addressOf(body), status, [`${status}At`]: atMs ?? undefined };
    return { entityId: id, atMs, facts: [{ entity: 'message', id, atMs, fields }] };
  },
  // It tells neither a time nor a text: the time of receipt stands for it.
  sendingMessage: (body, receivedAtMs) => {
    const id = textAt(body, 'messageId') ?? '';
    const fields = {
      ...addressOf(body),
      direction: 'out',
      sentAt: receivedAtMs,
      status: 'sent',
    };
    return { entityId: id, atMs: null, facts: [{ entity: 'message', id, atMs: null, fields }] };
  },
  whenDisconnecting: (body) => {
    const [id, atMs] = [textAt(body, 'instanceId') ?? '', secondsAt(body, 'momment') ?? null];
    const fields = { instance: id, situation: 'disconnected', detail: textAt(body, 'error') };
    return { entityId: id, atMs, facts: [{ entity: 'outage', id, atMs, fields }] };
  },
};

const addressOf = (body: unknown): Fields => ({
  conversationId: textAt(body, 'phone'),
  phone: textAt(body, 'phone'),
  channel: 'WhatsApp',
});

function contactOf(body: unknown, name: string | undefined, atMs: number | null): ToldFact {
  const phone = textAt(body, 'phone');
  return {
    entity: 'contact',
    id: `tel:${phone}`,
    atMs,
    fields: { name, phone, channel: 'WhatsApp' },
  };
}

function messageOf(body: unknown, content: Fields): ToldFact {
  const atMs = numberAt(body, 'momment') ?? null;
  const isMine = flagAt(body, 'fromMe');
  const fields = {
    ...addressOf(body),
    direction: isMine === undefined ? undefined : isMine ? 'out' : 'in',
    senderName: textAt(body, 'senderName'),
    contactName: isMine === true ? undefined : textAt(body, 'senderName'),
    sentAt: atMs,
    status: steps[textAt(body, 'status') ?? ''],
    ...content,
  };
  return { entity: 'message', id: textAt(body, 'messageId') ?? '', atMs, fields };
}

/** The messages that an attendance brings along. */
function chatOf(body: unknown): readonly unknown[] {
  const chat = pick(body, 'chat');
  return typeof chat === 'object' && chat !== null ? Object.values(chat) : [];
}

function readAttendance(body: unknown, status: string): ReturnType<ReadWebhook> {
  const one = pick(body, 'attendance');
  const id = textAt(one, 'attendanceNumber') ?? '';
  const [startedAt, finishedAt] = [numberAt(one, 'startTime'), numberAt(one, 'endTime')];
  const atMs = (status === 'finished' ? finishedAt : startedAt) ?? null;
  const chat = chatOf(body);
  const operator = textAt(one, 'operator') ?? textAt(one, 'finishBy');
  const fields = {
    conversationId: textAt(one, 'customer.phone'),
    contactName: textAt(one, 'customer.name'),
    phone: textAt(one, 'customer.phone'),
    department: textAt(one, 'departament'),
    status,
    requestedAt: numberAt(one, 'momment') ?? numberAt(one, 'requestTime'),
    startedAt,
    finishedAt,
    category: textAt(one, 'attendanceCategory.name'),
    operatorReport: textAt(one, 'operatorReport '),
    customerRemark: textAt(one, 'ratingObservation'),
    messageCount: chat.length,
    operators: [[atMs, operator]],
  };
  const customer = pick(one, 'customer');
  return {
    entityId: id,
    atMs,
    facts: [
      { entity: 'attendance', id, atMs, fields },
      contactOf(customer, textAt(customer, 'name'), atMs),
      ...chat.map((item) =>
        messageOf(item, {
          kind: 'text',
          text: textAt(item, 'text.message'),
          senderIs: flagAt(item, 'isAutomaticMessage') === true ? 'automatic' : undefined,
        }),
      ),
    ],
  };
}
