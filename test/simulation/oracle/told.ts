import { createHash } from 'node:crypto';
import { readBody, type Received } from './read-body';
import type { EntityName, Fields, ToldEvent, ToldFact } from './reading';

/** One fact of one event, with its clock. */
export interface Told {
  readonly entity: EntityName;
  readonly id: string;
  readonly connectionId: string;
  readonly atMs: number;
  readonly receivedAtMs: number;
  readonly index: number;
  /** Two with the same are copies of one. */
  readonly identity: string;
  /** Key of the event's row in a log. */
  readonly logKey: string;
  /** False when the vendor gives no time: then that of the first copy's receipt stands for it. */
  readonly isDated: boolean;
  readonly fields: Fields;
}

/** Every fact of a request. */
export function tellRequest(request: Received): readonly Told[] {
  return readBody(request).events.flatMap((event, index) => tellEvent(event, index, request));
}

function tellEvent(event: ToldEvent, index: number, request: Received): readonly Told[] {
  const { connectionId, receivedAtMs } = request;
  const hash = hashOf(event.item);
  const eventKey = `${event.name}|${event.entityId}|${event.atMs ?? ''}|${hash}`;
  const countBefore = (ordinal: number, isAlike: (fact: ToldFact) => boolean): number =>
    event.facts.slice(0, ordinal).filter(isAlike).length;
  return event.facts.map((fact, ordinal) => {
    const { entity, id } = fact;
    const among = countBefore(ordinal, (other) => other.entity === entity && other.id === id);
    const place = countBefore(ordinal, (other) => other.entity === entity);
    const atMs = fact.atMs ?? receivedAtMs;
    return {
      entity,
      id,
      connectionId,
      atMs,
      receivedAtMs,
      index,
      identity: `${connectionId}|${entity}|${id}|${fact.atMs ?? ''}|${hash}.${among}`,
      logKey: `${connectionId}|${eventKey}|${place}`,
      isDated: fact.atMs !== null,
      fields: { ...fact.fields, ...observe(fact, atMs) },
    };
  });
}

/** What is seen of a state at that time, from which "since when" follows. */
function observe({ entity, fields }: ToldFact, atMs: number): Fields {
  const seen = (name: unknown): unknown => (name ? [[atMs, name]] : undefined);
  const seenOrNobody = (name: unknown): unknown => (name === null ? [[atMs, '']] : seen(name));
  if (entity === 'agent') return { situations: seen(situationOf(fields)) };
  if (entity === 'template') return { statuses: seen(fields['status']) };
  return entity === 'conversation'
    ? {
        agents: seenOrNobody(fields['agentName']) ?? fields['agents'],
        teams: seenOrNobody(fields['teamName']),
      }
    : {};
}

/** The agent's situation in the table's words; see the tab's note on the column Situação. */
export function situationOf({ isOnline, isAvailable }: Fields): string {
  if (isOnline === false) return 'offline';
  if (isOnline !== true || typeof isAvailable !== 'boolean') return 'unknown';
  return isAvailable ? 'available' : 'paused';
}

/** Of several copies of one event the first received counts. */
export function firstCopies(told: readonly Told[]): Told[] {
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

/** The vendor's time first, then that of receipt, then the place in the request, then the content. */
export function byClock(a: Told, b: Told): number {
  return (
    a.atMs - b.atMs ||
    a.receivedAtMs - b.receivedAtMs ||
    a.index - b.index ||
    (a.identity < b.identity ? -1 : 1)
  );
}

const hashOf = (item: unknown): string =>
  createHash('sha256').update(sortedText(item)).digest('hex').slice(0, 16);

/** JSON with the names of every object in order. */
function sortedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const texts = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${sortedText(inner)}`);
  return `{${texts.join(',')}}`;
}
