/** A Chatwoot account as its database has it, and the webhooks that it has sent. Times are epoch ms. */
export interface Account {
  readonly token: string;
  readonly id: number;
  readonly conversations: Conversation[];
  readonly agents: readonly Agent[];
  readonly teams: readonly { readonly id: number; readonly name: string }[];
  readonly inboxes: readonly { readonly id: number; readonly name: string }[];
  /** Bodies in the order in which they were sent. */
  readonly sent: Body[];
  nextMessageId: number;
}

export type Body = Readonly<Record<string, unknown>>;
/** What it was, and what it is now. */
export type Pair = readonly [unknown, unknown];

export interface Agent {
  readonly id: number;
  readonly name: string;
}

export interface Contact {
  readonly id: number;
  name: string;
  readonly phone: string;
}

export interface Message {
  readonly id: number;
  readonly type: 0 | 1 | 2 | 3;
  content: string;
  readonly atMs: number;
  readonly isPrivate: boolean;
  readonly sender: Agent | 'contact' | null;
  status: 'sent' | 'delivered' | 'read' | 'failed';
  isDeleted: boolean;
  updatedMs: number;
}

export interface Conversation {
  readonly account: Account;
  readonly id: number;
  readonly contact: Contact;
  readonly createdMs: number;
  status: 'open' | 'resolved' | 'pending' | 'snoozed';
  assignee: Agent | null;
  team: { readonly id: number; readonly name: string } | null;
  labels: readonly string[];
  firstReplyMs: number | null;
  updatedMs: number;
  lastActivityMs: number;
  readonly messages: Message[];
}

export const ana: Agent = { id: 9, name: 'Ana Lima' };
export const bruno: Agent = { id: 10, name: 'Bruno Costa' };

export const makeAccount = (): Account => ({
  token: 'chave-de-administrador-0123456789',
  id: 12,
  conversations: [],
  agents: [ana, bruno],
  teams: [{ id: 3, name: 'suporte' }],
  inboxes: [{ id: 5, name: 'WhatsApp Vendas' }],
  sent: [],
  nextMessageId: 7001,
});
