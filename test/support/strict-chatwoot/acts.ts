import type { Account, Agent, Conversation, Message } from './account';
import { inWebhook, iso, tellChange, tellMessage } from './tell';

/** Puts a message in; the platform's own lines send no webhook. */
function write(
  one: Conversation,
  message: Pick<Message, 'type' | 'content' | 'atMs' | 'sender'> & { readonly isPrivate?: boolean },
): Message {
  const { atMs } = message;
  const written: Message = {
    isPrivate: false,
    ...message,
    id: one.account.nextMessageId,
    status: 'sent',
    isDeleted: false,
    updatedMs: atMs,
  };
  one.account.nextMessageId += 1;
  one.messages.push(written);
  one.updatedMs = atMs;
  one.lastActivityMs = atMs;
  if (written.type !== 2) tellMessage(one, 'message_created', written);
  return written;
}

function say(one: Conversation, content: string): void {
  write(one, { type: 2, content, atMs: one.updatedMs, sender: null });
}

export function begin(account: Account, atMs: number, name: string): Conversation {
  const id = 1001 + account.conversations.length;
  const one: Conversation = {
    account,
    id,
    contact: { id: 4000 + id, name, phone: `+55219${String(10_000_000 + id)}` },
    createdMs: atMs,
    status: 'open',
    assignee: null,
    team: null,
    labels: [],
    firstReplyMs: null,
    updatedMs: atMs,
    lastActivityMs: atMs,
    messages: [],
  };
  account.conversations.push(one);
  account.sent.push({ ...inWebhook(one), event: 'conversation_created' });
  return one;
}

/** From the contact; an ended conversation is open again then, and no line says so. */
export function ask(one: Conversation, content: string, atMs: number): void {
  const was = one.status;
  if (was === 'resolved' || was === 'snoozed') one.status = 'open';
  write(one, { type: 0, content, atMs, sender: 'contact' });
  if (one.status !== was) tellStatus(one, was, atMs);
}

function tellStatus(one: Conversation, was: string, beforeMs: number): void {
  tellChange(one, { status: [was, one.status] }, beforeMs);
  one.account.sent.push({
    ...inWebhook(one),
    event: 'conversation_status_changed',
    changed_attributes: null,
  });
}

interface Reply {
  readonly agent: Agent;
  readonly content: string;
  readonly isPrivate?: boolean;
}

export function reply(one: Conversation, what: Reply, atMs: number): Message {
  const { agent, content, isPrivate = false } = what;
  const isFirst = one.firstReplyMs === null && !isPrivate;
  const beforeMs = one.updatedMs;
  if (isFirst) one.firstReplyMs = atMs;
  const message = write(one, { type: 1, content, atMs, sender: agent, isPrivate });
  if (isFirst) tellChange(one, { first_reply_created_at: [null, iso(atMs)] }, beforeMs);
  return message;
}

/** How far a message came, or that it was deleted: the conversation's version stays, as since 4.12. */
export function progress(
  one: Conversation,
  message: Message,
  change: {
    readonly status?: Message['status'];
    readonly isDeleted?: boolean;
    readonly atMs: number;
  },
): void {
  message.updatedMs = change.atMs;
  message.status = change.status ?? message.status;
  if (change.isDeleted === true) {
    message.isDeleted = true;
    message.content = 'Esta mensagem foi excluída';
  }
  tellMessage(one, 'message_updated', message);
}

export function setStatus(
  one: Conversation,
  { status, by, atMs }: { status: Conversation['status']; by: Agent; atMs: number },
): void {
  const was = one.status;
  if (was === status) return;
  const beforeMs = one.updatedMs;
  one.status = status;
  one.updatedMs = atMs;
  tellStatus(one, was, beforeMs);
  const texts = {
    resolved: `Conversa foi marcada como resolvida por ${by.name}`,
    open: `Conversa foi reaberta por ${by.name}`,
    pending: `Conversa foi marcada como pendente por ${by.name}`,
    snoozed: `Conversa foi adiada por ${by.name}`,
  };
  say(one, texts[status]);
}

export function assign(
  one: Conversation,
  { to, by, atMs }: { to: Agent; by: Agent; atMs: number },
): void {
  const beforeMs = one.updatedMs;
  const was = one.assignee?.id ?? null;
  if (was === to.id) return;
  one.assignee = to;
  one.updatedMs = atMs;
  tellChange(one, { assignee_id: [was, to.id] }, beforeMs);
  const own = `${by.name} atribuiu a si mesmo essa conversa`;
  say(one, to.id === by.id ? own : `Atribuído a ${to.name} por ${by.name}`);
}

export function label(one: Conversation, labels: readonly string[], atMs: number) {
  const beforeMs = one.updatedMs;
  const was = one.labels;
  one.labels = labels;
  one.updatedMs = atMs;
  tellChange(one, { label_list: [was, labels] }, beforeMs);
  say(one, `Ana Lima adicionou ${labels.join(', ')}`);
}
