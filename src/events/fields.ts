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

interface Field<K extends keyof FieldValues = keyof FieldValues> {
  readonly kind: K;
  readonly rule: FieldRule;
}

const latest = <K extends keyof FieldValues>(kind: K): Field<K> => ({ kind, rule: 'latest' });
const earliestTime: Field<'time'> = { kind: 'time', rule: 'min' };
const newestTime: Field<'time'> = { kind: 'time', rule: 'max' };
const largest: Field<'number'> = { kind: 'number', rule: 'max' };
const progress: Field<'text'> = { kind: 'text', rule: 'progress' };
const states: Field<'observed'> = { kind: 'observed', rule: 'union' };

export const entityFields = {
  /** An agent's state at a moment. Feeds the log Status dos agentes and the register Agora. */
  agentStatus: {
    name: latest('text'),
    isOnline: latest('flag'),
    isAvailable: latest('flag'),
    /** The vendor's own code of the status (Huggy `statusID`). */
    statusCode: latest('text'),
    /** The vendor's own name of the status, where it gives one. */
    statusLabel: latest('text'),
    email: latest('text'),
    /** What made the change (Huggy `origin`), or `poll` when we asked the vendor's API. */
    origin: latest('text'),
    /** Every observed (time, situation), filled by the projection: since when the present one holds. */
    situations: states,
  },
  conversation: {
    contactId: latest('text'),
    contactName: latest('text'),
    phone: latest('text'),
    email: latest('text'),
    channel: latest('text'),
    inbox: latest('text'),
    agentName: latest('text'),
    teamName: latest('text'),
    /** bot, queue, open, pending, snoozed, resolved, closed, blocked, or the vendor's own word. */
    status: latest('text'),
    priority: latest('text'),
    labels: latest('texts'),
    openedAt: earliestTime,
    firstReplyAt: earliestTime,
    closedAt: latest('time'),
    lastActivityAt: newestTime,
    rating: latest('number'),
    comment: latest('text'),
    /** What the conversation was about, as whoever closed it chose. */
    category: latest('text'),
    /** Every observed (time, status): reopenings, and of platforms without attendances of their own these, are rendered from it. */
    statusHistory: states,
    /** Every observed (time, agent) and (time, team), filled by the projection: each episode shows the latest before its end. */
    agents: states,
    teams: states,
    /** Every message that people see (time it was sent, its id): each episode shows how many it had. */
    messages: states,
  },
  attendance: {
    conversationId: latest('text'),
    contactName: latest('text'),
    phone: latest('text'),
    department: latest('text'),
    /** waiting, active, finished, or the vendor's own word. */
    status: latest('text'),
    requestedAt: earliestTime,
    startedAt: earliestTime,
    finishedAt: newestTime,
    category: latest('text'),
    operatorReport: latest('text'),
    customerRemark: latest('text'),
    messageCount: largest,
    /** Every observed (time, operator): the operator shown is the latest one before the end. */
    operators: states,
  },
  message: {
    conversationId: latest('text'),
    /** in (from the contact) or out (to the contact). */
    direction: latest('text'),
    /** text, image, audio, …: see `message-kinds.ts`. */
    kind: latest('text'),
    text: latest('text'),
    senderName: latest('text'),
    contactName: latest('text'),
    phone: latest('text'),
    channel: latest('text'),
    sentAt: earliestTime,
    deliveredAt: earliestTime,
    readAt: earliestTime,
    answeredAt: earliestTime,
    status: progress,
    error: latest('text'),
    isPrivate: latest('flag'),
    attachmentUrl: latest('text'),
  },
  contact: {
    name: latest('text'),
    phone: latest('text'),
    email: latest('text'),
    channel: latest('text'),
    /** Another id by which some events name the person (WhatsApp's LID): what they say belongs to this row. */
    aliasId: latest('text'),
    createdAt: earliestTime,
    updatedAt: newestTime,
    /** When the person asked to be left alone; null once they want messages again. */
    leftAt: latest('time'),
    leaveReason: latest('text'),
    /** The contact's id at Weni, where Weni sends one. */
    weniUuid: latest('text'),
  },
  template: {
    name: latest('text'),
    /** approved, rejected, paused, disabled, pendingDeletion, or the vendor's own word. */
    status: latest('text'),
    affectedConversations: latest('texts'),
    /** Every observed (time, status), filled by the projection. */
    statuses: states,
  },
  /** A channel that lost or regained its connection. Feeds the log Quedas. */
  outage: {
    instance: latest('text'),
    /** disconnected or connected. */
    situation: latest('text'),
    detail: latest('text'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

export type EntityId = keyof typeof entityFields;

type ValueOf<F> = F extends Field<infer K> ? FieldValues[K] : never;

/** What an event says of one entity: absent or undefined = says nothing, null = says it is empty. */
export type FieldsOf<E extends EntityId> = {
  readonly [F in keyof (typeof entityFields)[E]]?:
    ValueOf<(typeof entityFields)[E][F]> | null | undefined;
};
