/**
 * What may be said of each entity, and how two sayings of the same thing are merged. This table is the vocabulary:
 * decoders fill these fields, projections merge them by their rule, tabs show them.
 *
 * Rules (each commutative, associative and idempotent, so that order and repetition of events never matter):
 * - `latest`: the saying with the newest clock wins; null says "explicitly empty".
 * - `min`, `max`: the smallest or largest number or time ever said.
 * - `progress`: of each word its newest saying is kept; which word holds is told by `events/message-status.ts`.
 * - `union`: a set of `[time, text]` observations; transitions, episodes and reopenings are rendered from it.
 */
export type FieldRule = 'latest' | 'min' | 'max' | 'progress' | 'union';

/** One observed state: when (epoch milliseconds, UTC) and what. */
export type Observed = readonly [atMs: number, state: string];

interface FieldValues {
  text: string;
  flag: boolean;
  number: number;
  /** Epoch milliseconds, UTC. */
  time: number;
  texts: readonly string[];
  observed: readonly Observed[];
}

/**
 * Which personal data a field holds, so that masks, retention and erasure reach it: `text` is free text (and what leads to it), `id`
 * names a person or a conversation, by a phone's digits on platforms that have no ids.
 */
export type PersonalClass = 'none' | 'id' | 'name' | 'phone' | 'email' | 'text';

interface Field<K extends keyof FieldValues = keyof FieldValues> {
  readonly kind: K;
  readonly rule: FieldRule;
  readonly personal: PersonalClass;
}

const latest = <K extends keyof FieldValues>(kind: K, personal: PersonalClass): Field<K> => ({
  kind,
  rule: 'latest',
  personal,
});
const observed = (personal: PersonalClass): Field<'observed'> => ({
  kind: 'observed',
  rule: 'union',
  personal,
});
const plain = { personal: 'none' } as const;
const earliestTime: Field<'time'> = { kind: 'time', rule: 'min', ...plain };
const newestTime: Field<'time'> = { kind: 'time', rule: 'max', ...plain };
const largest: Field<'number'> = { kind: 'number', rule: 'max', ...plain };
const progress: Field<'text'> = { kind: 'text', rule: 'progress', ...plain };

export const entityFields = {
  /** An agent's state at a moment. Feeds the log Status dos agentes and the register Agora. */
  agentStatus: {
    name: latest('text', 'name'),
    isOnline: latest('flag', 'none'),
    isAvailable: latest('flag', 'none'),
    /** The vendor's own code of the status (Huggy `statusID`). */
    statusCode: latest('text', 'none'),
    /** The vendor's own name of the status, where it gives one. */
    statusLabel: latest('text', 'none'),
    email: latest('text', 'email'),
    /** What made the change (Huggy `origin`), or `poll` when we asked the vendor's API. */
    origin: latest('text', 'none'),
    /** Every observed (time, situation), filled by the projection: since when the present one holds. */
    situations: observed('none'),
    /** Every observed (time, code of the status) of a pause, filled by the projection: which pause it was. */
    pauseCodes: observed('none'),
  },
  conversation: {
    contactId: latest('text', 'id'),
    contactName: latest('text', 'name'),
    phone: latest('text', 'phone'),
    email: latest('text', 'email'),
    channel: latest('text', 'none'),
    inbox: latest('text', 'none'),
    agentName: latest('text', 'name'),
    teamName: latest('text', 'none'),
    /** bot, queue, open, pending, snoozed, resolved, closed, blocked, or the vendor's own word. */
    status: latest('text', 'none'),
    priority: latest('text', 'none'),
    labels: latest('texts', 'none'),
    openedAt: earliestTime,
    firstReplyAt: earliestTime,
    closedAt: latest('time', 'none'),
    lastActivityAt: newestTime,
    /** When the contact last wrote, where messages tell: whom nobody serves then waits, and is not only written to. */
    contactAt: newestTime,
    rating: latest('number', 'none'),
    comment: latest('text', 'text'),
    /** What the conversation was about, as whoever closed it chose. */
    category: latest('text', 'none'),
    /** Every observed (time, status): reopenings, and of platforms without attendances of their own these, are rendered from it. */
    statusHistory: observed('none'),
    /** Every observed (time, agent) and (time, team), filled by the projection: each episode shows the latest before its end. */
    agents: observed('name'),
    teams: observed('none'),
    /** Every message that people see (time it was sent, its id): each episode shows how many it had. */
    messages: observed('id'),
  },
  attendance: {
    /** The row of Contatos; filled by the projection where an event names one person. */
    contactId: latest('text', 'id'),
    conversationId: latest('text', 'id'),
    contactName: latest('text', 'name'),
    phone: latest('text', 'phone'),
    department: latest('text', 'none'),
    /** waiting, active, finished, sent (written to, nobody serves), or the vendor's own word. */
    status: latest('text', 'none'),
    requestedAt: earliestTime,
    startedAt: earliestTime,
    finishedAt: newestTime,
    category: latest('text', 'none'),
    operatorReport: latest('text', 'text'),
    customerRemark: latest('text', 'text'),
    messageCount: largest,
    /** Every observed (time, operator): the operator shown is the latest one before the end. */
    operators: observed('name'),
  },
  message: {
    contactId: latest('text', 'id'),
    conversationId: latest('text', 'id'),
    /** in (from the contact) or out (to the contact). */
    direction: latest('text', 'none'),
    /** text, image, audio, …: see `message-kinds.ts`. */
    kind: latest('text', 'none'),
    text: latest('text', 'text'),
    senderName: latest('text', 'name'),
    contactName: latest('text', 'name'),
    phone: latest('text', 'phone'),
    channel: latest('text', 'none'),
    sentAt: earliestTime,
    deliveredAt: earliestTime,
    readAt: earliestTime,
    answeredAt: earliestTime,
    status: progress,
    error: latest('text', 'none'),
    isPrivate: latest('flag', 'none'),
    attachmentUrl: latest('text', 'text'),
  },
  contact: {
    name: latest('text', 'name'),
    phone: latest('text', 'phone'),
    email: latest('text', 'email'),
    channel: latest('text', 'none'),
    /** Another id by which some events name the person (WhatsApp's LID): what they say belongs to this row. */
    aliasId: latest('text', 'id'),
    createdAt: earliestTime,
    updatedAt: newestTime,
    /** When the person asked to be left alone; null once they want messages again. */
    leftAt: latest('time', 'none'),
    leaveReason: latest('text', 'text'),
    /** When the platform said that the contact was deleted there; null once it tells of them again. */
    deletedAt: latest('time', 'none'),
    /** The contact's id at Weni, where Weni sends one. */
    weniUuid: latest('text', 'id'),
    /** What became of the contact when it was last sent to Weni (words in `tabs/contacts/labels.ts`), what Weni said to it, and when. */
    weniState: latest('text', 'text'),
    weniDetail: latest('text', 'text'),
    weniAt: latest('time', 'none'),
    /** What Weni has been told, in short: see `sync/weni/told.ts`. */
    weniTold: latest('text', 'id'),
  },
  template: {
    name: latest('text', 'none'),
    /** approved, rejected, paused, disabled, pendingDeletion, or the vendor's own word. */
    status: latest('text', 'none'),
    affectedConversations: latest('texts', 'id'),
    /** Every observed (time, status), filled by the projection. */
    statuses: observed('none'),
  },
  /** A channel that lost or regained its connection. Feeds the log Quedas. */
  outage: {
    instance: latest('text', 'none'),
    /** disconnected or connected. */
    situation: latest('text', 'none'),
    detail: latest('text', 'none'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

export type EntityId = keyof typeof entityFields;

type ValueOf<F> = F extends Field<infer K> ? FieldValues[K] : never;

/**
 * What a system of the user's tells of a contact beyond the table, each under the user's name for it: `extra.plan`. Rule `latest`, class
 * `text`.
 */
export const extraPrefix = 'extra.';

/**
 * Names of the fields that columns of the user's own show (`choices/`): `extra.@text.k3`, with the field's class. No name that a user gives
 * in a URL begins so.
 */
export const ownPrefix = 'extra.@';

type Extras = { readonly [extra: `extra.${string}`]: string | null | undefined };

/** What an event says of one entity: absent or undefined = says nothing, null = says it is empty. */
export type FieldsOf<E extends EntityId> = {
  readonly [F in keyof (typeof entityFields)[E]]?:
    ValueOf<(typeof entityFields)[E][F]> | null | undefined;
} & (E extends 'contact' ? Extras : unknown);
