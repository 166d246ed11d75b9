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

const digits = (text: string | undefined): string => (text ?? '').replace(/\D/g, '');

/** Reads what Weni sends in a simulation: WhatsApp Cloud bodies and tickets. */
export function readWeni(body: unknown): Reading {
  const value = pick(body, 'entry.0.changes.0.value');
  if (value !== undefined) return readWhatsapp(value);
  const id = textAt(body, 'ticket_id') ?? '';
  const openedAt = momentAt(body, 'opened_at');
  const event = { entityId: id, item: body };
  if (openedAt === undefined) return tell({ name: 'ticket.close', ...event, ...readClose(body) });
  const facts = readOpen(body, id, openedAt);
  return tell({ name: 'ticket.open', ...event, atMs: openedAt, facts });
}

function readClose(body: unknown): { readonly atMs: number; readonly facts: readonly ToldFact[] } {
  const atMs = momentAt(body, 'closed_at') ?? 0;
  const id = textAt(body, 'ticket_id') ?? '';
  const fields = {
    closedAt: atMs,
    lastActivityAt: atMs,
    statusHistory: [[atMs, 'closed']],
    status: 'closed',
  };
  return { atMs, facts: [{ entity: 'conversation', id, atMs, fields }] };
}

function readOpen(body: unknown, id: string, atMs: number): readonly ToldFact[] {
  const uuid = textAt(body, 'contact.uuid') ?? '';
  const name = textAt(body, 'contact.name');
  const phone = digits(textAt(body, 'contact.urn'));
  const conversation = {
    contactName: name,
    phone,
    channel: 'WhatsApp',
    inbox: textAt(body, 'metadata.channel.name'),
    teamName: textAt(body, 'topic.name'),
    agentName: textAt(body, 'assignee.name'),
    priority: textAt(body, 'metadata.priority'),
    openedAt: atMs,
    lastActivityAt: atMs,
    statusHistory: [[atMs, 'open']],
    status: 'open',
  };
  const contact = { name, phone, channel: 'WhatsApp', weniUuid: uuid, updatedAt: atMs };
  return [
    { entity: 'conversation', id, atMs, fields: conversation },
    { entity: 'contact', id: uuid, atMs, fields: contact },
  ];
}

/** One message or one status of a WhatsApp Cloud body. */
function readWhatsapp(value: unknown): Reading {
  const channelId = textAt(value, 'metadata.phone_number_id');
  const phone = textAt(value, 'contacts.0.wa_id') ?? '';
  const name = textAt(value, 'contacts.0.profile.name');
  const common = { conversationId: `${channelId}:${phone}`, contactName: name, phone };
  const [message] = listAt(value, 'messages');
  const item = message ?? pick(value, 'statuses.0');
  const id = textAt(item, 'id') ?? '';
  const atMs = Number(textAt(item, 'timestamp')) * 1000;
  const told = { ...common, channel: 'WhatsApp' };
  const thread = threadOf({ atMs, inbox: textAt(value, 'metadata.display_phone_number') }, told);
  if (message === undefined) {
    const status = textAt(item, 'status');
    const reached = status === 'failed' ? 'sent' : status;
    const fields = { ...told, direction: 'out', status, [`${reached}At`]: atMs };
    const facts = [{ entity: 'message', id, atMs, fields } as const];
    const around = status === 'sent' ? thread : [];
    return tell({ name: 'statuses', entityId: id, atMs, item, facts: [...facts, ...around] });
  }
  const text = textAt(item, 'text.body');
  const fields = { ...told, direction: 'in', senderName: name, kind: 'text', text, sentAt: atMs };
  return tell({
    name: 'messages',
    entityId: id,
    atMs,
    item,
    facts: [{ entity: 'message', id, atMs, fields }, ...thread],
  });
}

/** The conversation and the person that a WhatsApp message is of. */
function threadOf(
  { atMs, inbox }: { readonly atMs: number; readonly inbox: string | undefined },
  { conversationId, ...told }: Fields,
): readonly ToldFact[] {
  const conversation = { ...told, inbox, openedAt: atMs, lastActivityAt: atMs };
  const { contactName: name, phone, channel } = told;
  const contact = { name, phone, channel, updatedAt: atMs };
  return [
    { entity: 'conversation', id: String(conversationId), atMs, fields: conversation },
    { entity: 'contact', id: `tel:${String(phone)}`, atMs, fields: contact },
  ];
}

/** Reads what a system of one's own sends in a simulation: tickets. */
export function readGeneric(body: unknown): Reading {
  const ticket = pick(body, 'payload');
  const id = textAt(ticket, 'id') ?? '';
  const atMs = momentAt(ticket, 'updatedAt') ?? null;
  const name = textAt(ticket, 'customer.name');
  const phone = textAt(ticket, 'customer.phone');
  const fields = {
    conversationId: textAt(ticket, 'ticket_id'),
    kind: 'document',
    text: textAt(ticket, 'description'),
    contactName: name,
    phone,
    sentAt: atMs,
    status: textAt(ticket, 'status'),
    attachmentUrl: textAt(ticket, 'attachments.0.url'),
  };
  const contact = textAt(ticket, 'customer.id') ?? '';
  return tell({
    name: textAt(body, 'type') ?? '',
    entityId: id,
    atMs,
    item: body,
    facts: [
      { entity: 'message', id, atMs, fields },
      { entity: 'contact', id: contact, atMs, fields: { name, phone } },
    ],
  });
}
