import type { Fact, VendorEvent } from '../events/event';
import type { EntityId } from '../events/fields';
import type { RowContent } from '../tabs/definition';
import type { TabId } from '../tabs/tabs';
import { renderAgentStatus, renderOutage, type RenderContext } from './render';
import { situationOf } from './situation';
import { undatedSign, type Saying } from './state';

/** The register tab of each entity whose rows are merged. */
export const registerOf = {
  agentStatus: 'agentsNow',
  conversation: 'conversations',
  attendance: 'attendances',
  message: 'messages',
  contact: 'contacts',
  template: 'templates',
} as const satisfies Partial<Record<EntityId, TabId>>;

export type RegisterEntity = keyof typeof registerOf;

/** A saying to be merged into a row of a register. */
export interface Merge {
  readonly kind: 'merge';
  readonly tab: (typeof registerOf)[RegisterEntity];
  readonly entity: RegisterEntity;
  readonly key: string;
  readonly context: RenderContext;
  readonly saying: Saying;
  /** When the entity came into being, epoch ms; null when the saying does not tell. */
  readonly createdAtMs: number | null;
  /** True: attendances follow from this row (a conversation of a platform that has none of its own). */
  readonly derivesAttendances: boolean;
}

/** A row to be added to a log, once for its key. */
export interface Append {
  readonly kind: 'append';
  readonly tab: 'agentStatus' | 'outages';
  readonly key: string;
  readonly content: RowContent;
  /** The vendor's time of the event, epoch ms; null when it sends none: then a copy may be far older than it looks. */
  readonly createdAtMs: number | null;
}

export type Change = Merge | Append;

/** What an event is received with: whose it is, when its first copy came, where in the request it stood. */
export interface Receipt {
  readonly connectionId: string;
  readonly vendorName: string;
  readonly account: string;
  readonly language: RenderContext['language'];
  readonly derivesAttendances: boolean;
  /** The user's names for the platform's status codes. */
  readonly statusNames: RenderContext['statusNames'];
  readonly receivedAtMs: number;
  readonly index: number;
  /** First 16 hex digits of the SHA-256 of the canonical item. */
  readonly hash: string;
}

/** The key of an event: the same for every delivery of it, different for every other event of the connection. */
export function eventKey(event: VendorEvent, hash: string): string {
  return `${event.name}|${event.entityId}|${event.atMs ?? ''}|${hash}`;
}

/** The changes of rows that an event asks for. */
export function planChanges(event: VendorEvent, receipt: Receipt): readonly Change[] {
  return event.facts.flatMap((fact, ordinal) => planFact(fact, ordinal, { event, receipt }));
}

interface Origin {
  readonly event: VendorEvent;
  readonly receipt: Receipt;
}

function planFact(fact: Fact, ordinal: number, { event, receipt }: Origin): readonly Change[] {
  const context = contextOf(fact.id, receipt);
  const atMs = fact.atMs ?? receipt.receivedAtMs;
  const logKey = `${receipt.connectionId}|${eventKey(event, receipt.hash)}|${ordinal}`;
  const base = { key: logKey, createdAtMs: fact.atMs, kind: 'append' } as const;
  if (fact.entity === 'outage')
    return [{ ...base, tab: 'outages', content: renderOutage(fact.fields, atMs, context) }];
  const merge = planMerge(fact, { ordinal, atMs, receipt });
  if (fact.entity !== 'agentStatus') return [merge];
  return [
    { ...base, tab: 'agentStatus', content: renderAgentStatus(fact.fields, atMs, context) },
    merge,
  ];
}

interface MergeOrigin {
  readonly ordinal: number;
  readonly atMs: number;
  readonly receipt: Receipt;
}

function planMerge(
  fact: Exclude<Fact, { entity: 'outage' }>,
  { ordinal, atMs, receipt }: MergeOrigin,
): Merge {
  const { receivedAtMs, index, hash } = receipt;
  return {
    kind: 'merge',
    tab: registerOf[fact.entity],
    entity: fact.entity,
    key: `${receipt.connectionId}|${fact.id}`,
    context: contextOf(fact.id, receipt),
    saying: {
      atMs,
      receivedAtMs,
      index,
      hash: `${fact.atMs === null ? undatedSign : ''}${hash}.${ordinal}`,
      fields: completeFields(fact, atMs),
    },
    createdAtMs: createdAtOf(fact),
    derivesAttendances: fact.entity === 'conversation' && receipt.derivesAttendances,
  };
}

function contextOf(
  id: string,
  { vendorName, account, language, statusNames }: Receipt,
): RenderContext {
  return { id, vendorName, account, language, statusNames };
}

/** Adds what the projection itself observes: the situation or status at that time, from which "since" is rendered. */
function completeFields(fact: Fact, atMs: number): Saying['fields'] {
  if (fact.entity === 'agentStatus')
    return { ...fact.fields, situations: [[atMs, situationOf(fact.fields)]] };
  if (fact.entity === 'template' && fact.fields.status)
    return { ...fact.fields, statuses: [[atMs, fact.fields.status]] };
  return fact.fields;
}

/**
 * When the entity came into being, as far as the fact tells exactly: then it cannot stand in rows older than that. "Aberta em" of a
 * conversation may be only the first time it was heard of, so it does not count here.
 */
function createdAtOf(fact: Fact): number | null {
  if (fact.bornAtMs) return fact.bornAtMs;
  if (fact.entity === 'message') return fact.fields.sentAt ?? null;
  return fact.entity === 'contact' ? (fact.fields.createdAt ?? null) : null;
}
