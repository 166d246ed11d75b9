import {
  listAt,
  momentAt,
  pick,
  tell,
  textAt,
  type Fields,
  type Reading,
  type ToldFact,
} from './reading';

/** Reads what Treble sends in a simulation, by the webhook that it comes to. */
export function readTreble(body: unknown, webhook: string): Reading {
  if (webhook === 'webhook_center') return readTemplate(body);
  return webhook === 'conversation_closed' ? readClosed(body) : readStep(body, webhook);
}

function readTemplate(body: unknown): Reading {
  const id = textAt(body, 'name') ?? '';
  const atMs = momentAt(body, 'timestamp') ?? null;
  const affected = listAt(body, 'affected_conversation_ids').map(String);
  const fields = { name: id, status: textAt(body, 'status')?.toLowerCase(), affected };
  const facts: readonly ToldFact[] = [{ entity: 'template', id, atMs, fields }];
  return tell({ name: 'hsm.status', entityId: id, atMs, item: body, facts });
}

/** A message has no id: session, direction and second name it. What more its key says is of its text. */
const messageId = (session: string, direction: string, sentAt: number): string =>
  `${session}|${direction}|${Math.floor(sentAt / 1000)}`;

const contactFact = (phone: string, atMs: number | null, fields: Fields): ToldFact => ({
  entity: 'contact',
  id: `tel:${phone.replace(/\D/g, '')}`,
  atMs,
  fields: { phone, channel: 'WhatsApp', ...fields },
});

/** A message that went out and was delivered or read. */
function readStep(body: unknown, name: string): Reading {
  const session = textAt(body, 'session_id') ?? '';
  const phone = `${textAt(body, 'country_code')}${textAt(body, 'cellphone')}`;
  const sentAt = momentAt(body, 'sent_at') ?? 0;
  const step = name === 'message_read' ? 'read' : 'delivered';
  const atMs = momentAt(body, `${step}_at`) ?? null;
  const message = {
    conversationId: session,
    direction: 'out',
    phone,
    channel: 'WhatsApp',
    sentAt,
    kind: 'text',
    text: textAt(body, 'sent_text'),
    [`${step}At`]: atMs,
    status: step,
  };
  const conversation = {
    phone,
    channel: 'WhatsApp',
    flow: textAt(body, 'conversation_id'),
    status: 'open',
    openedAt: sentAt,
    lastActivityAt: sentAt,
    statusHistory: [[sentAt, 'open']],
  };
  const attendance = { conversationId: session, phone, status: 'sent', startedAt: sentAt };
  return tell({
    name,
    entityId: session,
    atMs,
    item: body,
    facts: [
      { entity: 'message', id: messageId(session, 'out', sentAt), atMs: sentAt, fields: message },
      { entity: 'conversation', id: session, atMs: sentAt, fields: conversation },
      { entity: 'attendance', id: session, atMs: sentAt, fields: attendance },
      contactFact(phone, atMs, {}),
    ],
  });
}

/** The close tells the second alone: all else of that second came before it. */
const endOfSecond = (atMs: number): number => Math.floor(atMs / 1000) * 1000 + 999;

/** The whole session at its end, with its messages. */
function readClosed(body: unknown): Reading {
  const session = textAt(body, 'session.external_id') ?? '';
  const atMs = momentAt(body, 'session.closed_at') ?? 0;
  const phone = `${textAt(body, 'user.country_code')}${textAt(body, 'user.cellphone')}`;
  const named = listAt(body, 'user_session_keys').find((one) => textAt(one, 'key') === 'name');
  const contactName = textAt(named, 'value');
  const items = listAt(body, 'messages');
  const times = items.map((item) => momentAt(item, 'created_at') ?? 0);
  const [openedAt, lastActivityAt] = [Math.min(...times), Math.max(...times)];
  const common = { contactName, phone };
  const conversation = {
    ...common,
    channel: 'WhatsApp',
    status: 'closed',
    openedAt,
    closedAt: atMs,
    lastActivityAt,
    statusHistory: [
      [openedAt, 'open'],
      [atMs, 'closed'],
    ],
  };
  const attendance = {
    ...common,
    conversationId: session,
    status: 'finished',
    startedAt: openedAt,
    finishedAt: atMs,
    messageCount: items.length,
  };
  const told = { conversationId: session, ...common, channel: 'WhatsApp' };
  return tell({
    name: 'conversation_closed',
    entityId: session,
    atMs,
    item: body,
    facts: [
      { entity: 'conversation', id: session, atMs: endOfSecond(atMs), fields: conversation },
      { entity: 'attendance', id: session, atMs: endOfSecond(atMs), fields: attendance },
      contactFact(phone, atMs, { name: contactName }),
      ...items.map((item) => closedMessage(item, { session, atMs, told })),
    ],
  });
}

interface Session {
  readonly session: string;
  readonly atMs: number;
  readonly told: Fields;
}

function closedMessage(item: unknown, { session, atMs, told }: Session): ToldFact {
  const isIn = textAt(item, 'sender') === 'user';
  const [direction, sentAt] = [isIn ? 'in' : 'out', momentAt(item, 'created_at') ?? 0];
  const deliveredAt = momentAt(item, 'delivered_at');
  const readAt = momentAt(item, 'read_at');
  const kind = textAt(item, 'type') ?? '';
  const fields = {
    ...told,
    direction,
    sentAt,
    kind,
    text: textAt(item, 'text.message') ?? textAt(item, `${kind}.caption`),
    attachmentUrl: textAt(pick(item, kind), 'url'),
    senderName: isIn ? told['contactName'] : undefined,
    deliveredAt,
    readAt,
    status: readAt === undefined ? (deliveredAt === undefined ? 'sent' : 'delivered') : 'read',
  };
  return { entity: 'message', id: messageId(session, direction, sentAt), atMs, fields };
}
