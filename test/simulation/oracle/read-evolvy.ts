import {
  flagAt,
  listAt,
  momentAt,
  pick,
  secondsAt,
  tell,
  textAt,
  type Fields,
  type Reading,
  type ToldFact,
} from './reading';

/** Reads what Nexloo (Evolvy) sends in a simulation. */
export function readEvolvy(body: unknown): Reading {
  const name = textAt(body, 'event') ?? '';
  const id = textAt(body, 'id') ?? '';
  const event = { name, entityId: id, item: body };
  if (name === 'contact_updated') {
    const atMs = changeOf(body, 'updated_at')?.atMs ?? null;
    return tell({ ...event, atMs, facts: [contactOf(body, { atMs, updatedAt: atMs })] });
  }
  if (name === 'message_created') {
    const updatedMs = secondsAt(body, 'conversation.updated_at') ?? null;
    // What the body says holds since the newest time in it.
    const atMs = Math.max(updatedMs ?? 0, momentAt(body, 'created_at') ?? 0);
    return tell({ ...event, atMs, facts: readMessage(body, id, { atMs, updatedMs }) });
  }
  const atMs = secondsAt(body, 'updated_at') ?? null;
  const told = readConversation(body, { atMs, updatedMs: atMs }, {});
  return tell({ ...event, atMs: changeOf(body, 'updated_at')?.atMs ?? atMs, facts: told });
}

interface Change {
  readonly beforeMs: number | undefined;
  readonly atMs: number | undefined;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** What `changed_attributes` says of one attribute. */
function changeOf(body: unknown, name: string): Change | undefined {
  const found = listAt(body, 'changed_attributes').find((one) => pick(one, name) !== undefined);
  if (found === undefined) return undefined;
  return {
    beforeMs: momentAt(found, `${name}.previous_value`),
    atMs: momentAt(found, `${name}.current_value`),
    before: textAt(found, `${name}.previous_value`),
    now: textAt(found, `${name}.current_value`),
  };
}

/** Statuses that the body tells: the one it had, the one it changed to, the one it has. */
function statusesOf(conversation: unknown, atMs: number | null): readonly unknown[] {
  const [when, what] = [changeOf(conversation, 'updated_at'), changeOf(conversation, 'status')];
  const present = [atMs, textAt(conversation, 'status')];
  if (when === undefined || what === undefined) return [present];
  return [[when.beforeMs, what.before], [when.atMs, what.now], present];
}

const sender = 'meta.sender';

interface Clocks {
  readonly atMs: number | null;
  readonly updatedMs: number | null;
}

function readConversation(body: unknown, clocks: Clocks, more: Fields): readonly ToldFact[] {
  const { atMs, updatedMs } = clocks;
  const fields = {
    channel: 'WhatsApp',
    contactName: textAt(body, `${sender}.name`),
    phone: textAt(body, `${sender}.phone_number`),
    email: textAt(body, `${sender}.email`),
    agentName: textAt(body, 'meta.assignee.name') ?? null,
    teamName: textAt(body, 'meta.team.name') ?? null,
    status: textAt(body, 'status'),
    priority: null,
    openedAt: secondsAt(body, 'created_at'),
    firstReplyAt: momentAt(body, 'first_reply_created_at'),
    closedAt: null,
    lastActivityAt: secondsAt(body, 'last_activity_at'),
    statusHistory: statusesOf(body, updatedMs),
    ...more,
  };
  return [
    { entity: 'conversation', id: textAt(body, 'id') ?? '', atMs: updatedMs, fields },
    contactOf(pick(body, sender), { atMs, channel: 'WhatsApp' }),
  ];
}

function contactOf(
  person: unknown,
  { atMs, ...more }: Fields & { readonly atMs: number | null },
): ToldFact {
  const fields = {
    name: textAt(person, 'name'),
    phone: textAt(person, 'phone_number'),
    email: textAt(person, 'email'),
  };
  return {
    entity: 'contact',
    id: textAt(person, 'id') ?? '',
    atMs,
    fields: { ...fields, ...more },
  };
}

function readMessage(body: unknown, id: string, clocks: Clocks): readonly ToldFact[] {
  const sentAt = momentAt(body, 'created_at');
  const fields = {
    conversationId: textAt(body, 'conversation.id'),
    direction: 'in',
    kind: 'text',
    text: textAt(body, 'content'),
    senderName: textAt(body, 'sender.name'),
    contactName: textAt(body, 'sender.name'),
    phone: textAt(body, 'sender.phone_number'),
    channel: 'WhatsApp',
    sentAt,
    isPrivate: flagAt(body, 'private'),
  };
  const more = { inbox: textAt(body, 'inbox.name'), messages: [[sentAt, id]], contactAt: sentAt };
  return [
    { entity: 'message', id, atMs: clocks.atMs, fields },
    ...readConversation(pick(body, 'conversation'), clocks, more),
  ];
}
