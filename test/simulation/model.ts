import { createHash } from 'node:crypto';
import { canonicalJson } from '../../src/events/canonical';
import type { Fact } from '../../src/events/event';
import { entityFields, type EntityId } from '../../src/events/fields';
import { isVendorId } from '../../src/vendors/registry';
import type { TabId } from '../../src/tabs/tabs';
import { findVendor } from '../../src/vendors/registry';
import type { JournaledRequest } from './read-tabs';

type Fields = Readonly<Record<string, unknown>>;

/** What an entity's row must know: the newest value of each field, the sets of observations in the order of time. */
export interface ModelRow {
  readonly tab: TabId;
  readonly entity: EntityId;
  readonly id: string;
  readonly fields: Fields;
  /** Time of the event, for rows of logs. */
  readonly atMs: number;
  readonly connectionId: string;
}

/** One fact of one event, with its clock. */
interface Told {
  readonly entity: EntityId;
  readonly id: string;
  readonly connectionId: string;
  readonly atMs: number;
  readonly receivedAtMs: number;
  readonly index: number;
  readonly identity: string;
  readonly eventKey: string;
  readonly ordinal: number;
  /** False when the vendor gives no time: then that of the first copy's receipt stands for it. */
  readonly isDated: boolean;
  readonly fields: Fields;
}

const tabOf: Readonly<Record<EntityId, TabId>> = {
  agentStatus: 'agentsNow',
  conversation: 'conversations',
  attendance: 'attendances',
  message: 'messages',
  contact: 'contacts',
  template: 'templates',
  outage: 'outages',
};

/**
 * What the tabs must hold after these requests, whatever happened on the way: every event told once, sorted by its clock and
 * folded. It shares the decoders with the app, and nothing of how rows are merged, found or written.
 */
export function modelOf(requests: readonly JournaledRequest[]): ReadonlyMap<string, ModelRow> {
  const told = firstCopies(requests.flatMap(tellRequest)).sort(byClock);
  const rows = new Map<string, ModelRow>();
  for (const item of told) {
    const { entity, id, connectionId, atMs } = item;
    if (entity === 'agentStatus' || entity === 'outage') {
      const tab = entity === 'outage' ? 'outages' : 'agentStatus';
      const key = `${connectionId}|${item.eventKey}|${item.ordinal}`;
      const known = rows.get(`${tab} ${key}`);
      rows.set(
        `${tab} ${key}`,
        known ?? { tab, entity, id, atMs, connectionId, fields: item.fields },
      );
    }
    if (entity === 'outage') continue;
    const place = `${tabOf[entity]} ${connectionId}|${id}`;
    const fields = fold(entity, rows.get(place)?.fields ?? {}, item);
    rows.set(place, { tab: tabOf[entity], entity, id, atMs, connectionId, fields });
  }
  return rows;
}

function tellRequest(request: JournaledRequest): readonly Told[] {
  const { connectionId, webhook, receivedAtMs } = request;
  const vendor = isVendorId(connectionId) ? findVendor(connectionId) : undefined;
  const body = parse(request.body);
  if (vendor === undefined || body === undefined) return [];
  const events = vendor
    .decode({ webhook, body, receivedAtMs })
    .flatMap((part) => (part.kind === 'event' ? [part.event] : []));
  return events.flatMap((event, index) => {
    const hash = createHash('sha256').update(canonicalJson(event.item)).digest('hex').slice(0, 16);
    const eventKey = `${event.name}|${event.entityId}|${event.atMs ?? ''}|${hash}`;
    return event.facts.map((fact, ordinal) =>
      tell(fact, { connectionId, receivedAtMs, index, hash, eventKey, ordinal }),
    );
  });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

interface Origin {
  readonly connectionId: string;
  readonly receivedAtMs: number;
  readonly index: number;
  readonly hash: string;
  readonly eventKey: string;
  readonly ordinal: number;
}

function tell(fact: Fact, origin: Origin): Told {
  const { entity, id, fields } = fact;
  const atMs = fact.atMs ?? origin.receivedAtMs;
  const observed = observe(entity, fields, atMs);
  const identity = `${origin.connectionId}|${entity}|${id}|${atMs}|${origin.hash}.${origin.ordinal}`;
  const isDated = fact.atMs !== null;
  return { ...origin, entity, id, atMs, isDated, identity, fields: { ...fields, ...observed } };
}

/** What is seen of a state at that time, from which "since when" follows. */
function observe(entity: EntityId, fields: Fields, atMs: number): Fields {
  if (entity === 'agentStatus') return { situations: [[atMs, situationOf(fields)]] };
  const seen = (name: unknown): unknown => (name ? [[atMs, name]] : undefined);
  if (entity === 'conversation')
    return { agents: seen(fields['agentName']), teams: seen(fields['teamName']) };
  return entity === 'template' ? { statuses: [[atMs, fields['status']]] } : {};
}

/** The agent's situation in the table's words; see the tab's note on the column Situação. */
export function situationOf(fields: Fields): string {
  const { statusLabel, isOnline, isAvailable } = fields;
  if (typeof statusLabel === 'string') return statusLabel;
  if (isOnline === false) return 'offline';
  if (isOnline !== true || typeof isAvailable !== 'boolean') return 'unknown';
  return isAvailable ? 'available' : 'paused';
}

/** Of several copies of one event the first received counts. */
function firstCopies(told: readonly Told[]): Told[] {
  const first = new Map<string, Told>();
  for (const item of told) {
    const known = first.get(item.identity);
    const isEarlier =
      known === undefined ||
      item.receivedAtMs - known.receivedAtMs < 0 ||
      (item.receivedAtMs === known.receivedAtMs && item.index < known.index);
    if (isEarlier) first.set(item.identity, item);
  }
  return [...first.values()];
}

function byClock(a: Told, b: Told): number {
  return (
    a.atMs - b.atMs ||
    a.receivedAtMs - b.receivedAtMs ||
    a.index - b.index ||
    (a.identity < b.identity ? -1 : 1)
  );
}

/** Takes the next fact, in the order of clocks, into what is known. */
function fold(entity: EntityId, known: Fields, told: Told): Fields {
  const { fields } = told;
  const rules: Readonly<Record<string, { readonly rule: string }>> = entityFields[entity];
  const next: Record<string, unknown> = { ...known };
  for (const [name, value] of Object.entries(fields)) {
    const rule = rules[name]?.rule;
    if (rule === undefined || value === undefined) continue;
    if (rule === 'latest') next[name] = value;
    if (rule === 'latest' && name === 'status') next['status.at'] = told.atMs;
    if (rule === 'latest') continue;
    if (rule === 'progress' && typeof value === 'string')
      next[name] = advance(known[name], value, told);
    else if (value !== null) next[name] = combine(rule, next[name], value);
  }
  return next;
}

function combine(rule: string, known: unknown, value: unknown): unknown {
  if (rule === 'union') return unite(known, value);
  if (known === undefined) return value;
  if (rule === 'min') return Math.min(Number(known), Number(value));
  return Math.max(Number(known), Number(value));
}

/** A message's way: on a ladder the furthest step holds; another word from its time until a newer one, or a newer step; deleted is deleted. */
const ladder = ['pending', 'sent', 'delivered', 'read', 'answered'];

interface Standing {
  readonly word: string;
  readonly atMs: number;
}

function advance(known: unknown, word: string, { atMs, isDated }: Told): Standing {
  const now = { word, atMs };
  if (!isStanding(known)) return now;
  if (known.word === 'deleted') return known;
  const [reached, next] = [ladder.indexOf(known.word), ladder.indexOf(word)];
  if (next < 0) return now;
  if (reached >= 0) return next > reached ? now : known;
  return isDated && atMs > known.atMs ? now : known;
}

function isStanding(value: unknown): value is Standing {
  return typeof value === 'object' && value !== null && 'word' in value;
}

function unite(known: unknown, value: unknown): readonly unknown[] {
  const list = [...asList(known), ...asList(value)];
  const distinct = new Map(list.map((item) => [JSON.stringify(item), item] as const));
  return [...distinct.values()].sort((a, b) => timeOf(a) - timeOf(b));
}

const timeOf = (observed: unknown): number => Number(asList(observed)[0]);

/** The value as a list; an empty one when it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
