import type { Decoded, Fact } from '../../events/event';
import type { Said } from '../kit/decoded';
import { openObject, type ObjectReader } from '../kit/object-reader';
import type { WebhookRequest } from '../vendor';
import { readRoom } from './chats';
import { makeContact } from './contact';
import { decodePart } from './item';

/**
 * A room or a contact of the APIs (see `api-walk.ts`) as the facts that webhooks tell. It is a state without a history: it fills what is
 * blank, and where a webhook of the same time said something else, that one holds.
 */
export function decodeRecord({ body }: WebhookRequest): readonly Decoded[] {
  const kind = openObject(body).text('api') ?? '';
  const read = readers.get(kind) ?? (() => null);
  return [decodePart({ name: `api.${kind}`, item: body, path: '', read })];
}

const readers: ReadonlyMap<string, (reader: ObjectReader) => Said | null> = new Map([
  ['room', readListedRoom],
  ['contact', readContact],
]);

/** The room as its callback tells it; of an open one the newest that is known is when it came to its agent. */
function readListedRoom(reader: ObjectReader): Said | null {
  const room = reader.child('room');
  const told = readRoom(room);
  if (told === null) return null;
  const atMs = told.atMs ?? room.time('user_assigned_at') ?? room.time('created_on') ?? null;
  const facts: readonly Fact[] = told.facts.map((fact) => ({ ...fact, atMs: before(atMs) }));
  return { entityId: told.entityId, atMs, facts };
}

/** Webhooks of the same moment come first. */
const before = (atMs: number | null): number | null => (atMs === null ? null : atMs - 1);

/** The contact's rows: `keys` says by which keys the workbook knows them. What any webhook said is newer than a contact's beginning. */
function readContact(reader: ObjectReader): Said | null {
  const contact = reader.child('contact');
  const uuid = contact.requiredId('uuid');
  const name = contact.text('name') ?? undefined;
  const urns = contact.texts('urns') ?? [];
  const keys = reader.texts('keys') ?? [];
  const atMs = contact.time('created_on') ?? null;
  const facts = keys.map((id): Fact => {
    const own = urns.find((urn) => makeContact(null, name, urn).key === id) ?? urns[0];
    const { phone, email, channel } = makeContact(uuid, name, own);
    const fields = { name, phone, email, channel, weniUuid: id === uuid ? uuid : undefined };
    return { entity: 'contact', id, atMs: before(atMs), fields };
  });
  return facts.length === 0 ? null : { entityId: uuid, atMs, facts };
}
