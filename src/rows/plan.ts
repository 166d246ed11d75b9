import type { AttendanceSource } from '../events/attendance-source';
import type { Fact, VendorEvent } from '../events/event';
import type { FieldsOf } from '../events/fields';
import type { RowContent } from '../sheets/definition';
import { localizeCells } from './localize';
import { renderAgentStatus } from '../tabs/agents/cells';
import { renderOutage } from '../tabs/outages/cells';
import { registers, type RegisterEntity } from '../tabs/registers';
import type { RowContext } from '../tabs/shared/row-context';
import { situationOf } from '../projections/situation';
import { sayingHash, type Saying } from '../projections/saying';

/** A saying to be merged into a row of a register. */
export interface Merge {
  readonly kind: 'merge';
  readonly tab: (typeof registers)[RegisterEntity]['tab'];
  readonly entity: RegisterEntity;
  readonly key: string;
  readonly context: RowContext;
  readonly saying: Saying;
  /** When the entity came into being, epoch ms, where the vendor tells exactly that; null when it does not. */
  readonly createdAtMs: number | null;
  /** Which attendances follow from this row: those of a conversation of a platform that has none of its own. */
  readonly derives: AttendanceSource;
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
  readonly language: RowContext['language'];
  readonly derives: AttendanceSource;
  /** Revision of the decoder that read the event. */
  readonly revision: number;
  /** The user's names for the platform's status codes. */
  readonly statusNames: RowContext['statusNames'];
  readonly own?: RowContext['own'];
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
  const { facts } = event;
  const origin: Origin = {
    event,
    receipt,
    personId: personIn(event),
    places: placesAmong(facts, ({ entity }) => entity),
    rowPlaces: placesAmong(facts, ({ entity, id }) => `${entity}|${id}`),
  };
  return facts.flatMap((fact, ordinal) => planFact(fact, ordinal, origin));
}

/** An event that may hold thousands of facts: what is the same for all is told once. */
interface Origin {
  readonly event: VendorEvent;
  readonly receipt: Receipt;
  readonly personId: string | undefined;
  /** Which of the event's facts of its entity each one is: facts of others may come and go with a decoder's revision. */
  readonly places: readonly number[];
  /** The same among the facts of its row. */
  readonly rowPlaces: readonly number[];
}

function planFact(fact: Fact, ordinal: number, origin: Origin): readonly Change[] {
  const { event, receipt, places } = origin;
  const context = contextOf(fact.id, receipt);
  const atMs = fact.atMs ?? receipt.receivedAtMs;
  const place = places[ordinal] ?? 0;
  const logKey = `${receipt.connectionId}|${eventKey(event, receipt.hash)}|${place}`;
  const base = { key: logKey, createdAtMs: fact.atMs, kind: 'append' } as const;
  if (fact.entity === 'outage')
    return [
      {
        ...base,
        tab: 'outages',
        content: localizeCells(renderOutage(fact.fields, atMs, context), receipt.language),
      },
    ];
  const merge = planMerge(fact, ordinal, origin);
  if (fact.entity !== 'agentStatus') return [merge];
  return [
    {
      ...base,
      tab: 'agentStatus',
      content: localizeCells(renderAgentStatus(fact.fields, atMs, context), receipt.language),
    },
    merge,
  ];
}

function planMerge(
  fact: Exclude<Fact, { entity: 'outage' }>,
  ordinal: number,
  { receipt, personId, rowPlaces }: Origin,
): Merge {
  const { receivedAtMs, index, revision } = receipt;
  const atMs = fact.atMs ?? receivedAtMs;
  const place = rowPlaces[ordinal] ?? 0;
  const hash = sayingHash(receipt.hash, place, fact.atMs !== null);
  return {
    kind: 'merge',
    tab: registers[fact.entity].tab,
    entity: fact.entity,
    key: `${receipt.connectionId}|${fact.id}`,
    context: contextOf(fact.id, receipt),
    saying: {
      atMs,
      receivedAtMs,
      index,
      hash,
      revision,
      fields: completeFields(fact, { atMs, index }, personId),
    },
    createdAtMs: fact.bornAtMs ?? null,
    derives: fact.entity === 'conversation' ? receipt.derives : 'own',
  };
}

/** A change that tells nothing: the row is rendered anew from what it knows. */
export function planRendering(
  entity: RegisterEntity,
  row: Pick<Merge, 'key' | 'context' | 'derives'>,
): Merge {
  const saying = { atMs: 0, receivedAtMs: 0, index: 0, hash: '', revision: 0, fields: {} };
  const derives = entity === 'conversation' ? row.derives : 'own';
  return {
    ...row,
    kind: 'merge',
    tab: registers[entity].tab,
    entity,
    derives,
    saying,
    createdAtMs: null,
  };
}

/** For each fact how many before it have the same name. */
function placesAmong(facts: readonly Fact[], nameOf: (fact: Fact) => string): readonly number[] {
  const counts = new Map<string, number>();
  return facts.map((fact) => {
    const name = nameOf(fact);
    const place = counts.get(name) ?? 0;
    counts.set(name, place + 1);
    return place;
  });
}

function contextOf(
  id: string,
  { vendorName, account, language, statusNames, own }: Receipt,
): RowContext {
  return { id, vendorName, account, language, statusNames, own };
}

/**
 * Adds what the projection itself observes at that time (situations, statuses and who served, from which "since" and episodes
 * follow), and whose conversation it is.
 */
function completeFields(fact: Fact, when: When, personId: string | undefined): Saying['fields'] {
  const { atMs } = when;
  const { entity } = fact;
  const fields = knowsPerson(fact) ? { contactId: personId, ...fact.fields } : fact.fields;
  if (entity === 'agentStatus') return { ...fields, ...observeAgent(fact.fields, when) };
  if (entity === 'template' && fact.fields.status)
    return { ...fields, statuses: [[atMs, fact.fields.status]] };
  if (entity !== 'conversation' || fact.atMs === null) return fields;
  // That nobody has it is observed, too: as a blank name.
  const observe = (name: string | null | undefined): object | undefined =>
    name === undefined ? undefined : [[atMs, name ?? '']];
  const { agentName, teamName, agents } = fact.fields;
  return { ...fields, agents: observe(agentName) ?? agents, teams: observe(teamName) };
}

type When = Pick<Saying, 'atMs' | 'index'>;

/** Where clocks have whole seconds a body may tell of several changes in one: its order stands in the milliseconds. */
function observeAgent(
  agent: FieldsOf<'agentStatus'>,
  { atMs, index }: When,
): FieldsOf<'agentStatus'> {
  const seenMs = atMs + Math.min(index, 999 - (atMs % 1000));
  const situation = situationOf(agent);
  const { statusCode } = agent;
  const isNamed = situation === 'paused' && typeof statusCode === 'string';
  return {
    situations: [[seenMs, situation]],
    pauseCodes: isNamed ? [[seenMs, statusCode]] : undefined,
  };
}

const knowsPerson = ({ entity }: Fact): boolean =>
  entity === 'conversation' || entity === 'attendance' || entity === 'message';

/** The id of the one person whom an event names; none of several, nor one known by an alias alone, which may be another's tomorrow. */
function personIn({ facts }: VendorEvent): string | undefined {
  const ids = facts.flatMap((fact) =>
    fact.entity === 'contact' && fact.fields.aliasId !== fact.id ? [fact.id] : [],
  );
  const [first, ...others] = new Set(ids);
  return others.length === 0 ? first : undefined;
}
