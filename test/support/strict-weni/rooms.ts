import { randomFrom } from '../random';
import type { Reply } from '../strict-server';

/** A project at Weni: rooms of Chats, contacts of flows, and the bodies that were sent of both. Times are epoch ms. */
export interface WeniProject {
  readonly chatsToken: string;
  readonly flowsToken: string;
  readonly rooms: Room[];
  readonly people: Person[];
  readonly sent: object[];
}

interface Person {
  readonly uuid: string;
  readonly chatsUuid: string;
  readonly name: string;
  readonly phone: string;
  readonly createdMs: number;
  modifiedMs: number;
  /** When the person wrote last; null: never. */
  seenMs: number | null;
}

interface Room {
  readonly uuid: string;
  readonly person: Person;
  readonly createdMs: number;
  agent: (typeof agents)[number] | null;
  assignedMs: number | null;
  endedMs: number | null;
  tags: readonly string[];
}

const agents = [
  { first_name: 'Ana', last_name: 'Lima', email: 'ana@example.com' },
  { first_name: '', last_name: '', email: 'bruno@example.com' },
] as const;

const uuidOf = (kind: string, number: number): string =>
  `${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** As Chats writes times: with the server's offset, and without microseconds when there are none. */
const inChats = (atMs: number | null): string | null =>
  atMs === null
    ? null
    : new Date(atMs - 3 * 3_600_000)
        .toISOString()
        .replace(/(?:\.000)?Z$/, (fraction) => (fraction === 'Z' ? '417-03:00' : '-03:00'));
const inFlows = (atMs: number | null): string | null =>
  atMs === null ? null : new Date(atMs).toISOString().replace('Z', '417Z');

/** So many people write by WhatsApp; for most a room is opened, has an agent, and ends. `callsBack`: Chats tells of rooms. */
export function playRooms(
  count: number,
  seed: number,
  { startMs, callsBack = true }: { readonly startMs: number; readonly callsBack?: boolean },
): WeniProject {
  const project: WeniProject = {
    chatsToken: '0b2c1f5e-6d35-4f0a-9d0e-0a1b2c3d4e5f',
    flowsToken: 'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0',
    rooms: [],
    people: [],
    sent: [],
  };
  const random = randomFrom(seed);
  let atMs = startMs;
  const later = (): number => (atMs += 1000 + Math.floor(random() * 240_000));
  for (let index = 0; index < count; index += 1) {
    const createdMs = later();
    const person: Person = {
      uuid: uuidOf('09d23a05', index),
      chatsUuid: uuidOf('5a4eb79e', index),
      name: `Cliente ${index}`,
      phone: `55119${String(70_000_000 + index)}`,
      createdMs,
      modifiedMs: createdMs,
      seenMs: later(),
    };
    project.people.push(person);
    project.sent.push(tellMessage(person, index));
    const room: Room = {
      uuid: uuidOf('6685e933', index),
      person,
      createdMs: later(),
      agent: null,
      assignedMs: null,
      endedMs: null,
      tags: [],
    };
    if (random() < 0.9) project.rooms.push(room);
    else continue;
    if (random() < 0.1) continue;
    room.agent = agents[random() < 0.5 ? 0 : 1];
    room.assignedMs = later();
    if (random() < 0.2) continue;
    room.endedMs = later();
    room.tags = random() < 0.5 ? ['vendas', 'vip'] : [];
    if (callsBack) project.sent.push({ type: 'room.update', content: inCallback(room) });
  }
  return project;
}

function tellMessage({ phone, name, seenMs }: Person, index: number): object {
  const message = {
    from: phone,
    id: `wamid.${index}`,
    timestamp: String(Math.floor((seenMs ?? 0) / 1000)),
    text: { body: 'Olá' },
    type: 'text',
  };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '+55 11 4000-0000', phone_number_id: '12345' },
    contacts: [{ profile: { name }, wa_id: phone }],
    messages: [message],
  };
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ value, field: 'messages' }] }],
  };
}

const tagsOf = ({ tags }: Room) =>
  tags.map((name, index) => ({ uuid: uuidOf('7b7b7b7b', index), name }));

const inCallback = (room: Room): object => ({
  uuid: room.uuid,
  user: room.agent,
  contact: {
    uuid: room.person.chatsUuid,
    external_id: room.person.uuid,
    name: room.person.name,
    phone: null,
  },
  queue: { uuid: uuidOf('9c9c9c9c', 1), name: 'Fila Vendas' },
  tags: tagsOf(room),
  urn: `whatsapp:${room.person.phone}`,
  created_on: inChats(room.createdMs),
  ended_at: inChats(room.endedMs),
  is_active: room.endedMs === null,
});

interface Asked {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

const msOf = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Date.parse(text);

/** `chats/apps/api/v2/external/rooms` of weni-ai/chats-engine: newest first, cursors, no count. */
export function answerRooms(project: WeniProject, { path, query }: Asked): Reply {
  if (path !== '/v2/external/rooms_metrics/') return { status: 404, body: '<h1>Not Found</h1>' };
  const times = ['created_on__gte', 'created_on__lte', 'ended_at__gte', 'ended_at__lte'] as const;
  const bad = times.find((name) => Number.isNaN(msOf(query[name], 0)));
  if (bad !== undefined) return { status: 400, body: { [bad]: ['Enter a valid date/time.'] } };
  const isIn = (atMs: number | null, field: string): boolean => {
    const [least, most] = [query[`${field}__gte`], query[`${field}__lte`]];
    if (least === undefined && most === undefined) return true;
    return atMs !== null && atMs >= msOf(least, 0) && atMs <= msOf(most, Infinity);
  };
  const wanted = project.rooms.filter(
    (room) =>
      isIn(room.createdMs, 'created_on') &&
      isIn(room.endedMs, 'ended_at') &&
      (query['is_active'] === undefined || String(room.endedMs === null) === query['is_active']),
  );
  const newestFirst = [...wanted].sort((a, b) => b.createdMs - a.createdMs);
  const size = Math.min(100, Number(query['page_size'] ?? 20));
  const link = 'https://chats-engine.weni.ai/v2/external/rooms_metrics/';
  return pageOf(newestFirst, { size, cursor: query['cursor'], link }, (room) => ({
    uuid: room.uuid,
    created_on: inChats(room.createdMs),
    interaction_time: 0,
    waiting_time: 0,
    first_response_time: 0,
    message_response_time: 0,
    ended_at: inChats(room.endedMs),
    urn: `whatsapp:${room.person.phone}`,
    contact: {
      uuid: room.person.chatsUuid,
      name: room.person.name,
      external_id: room.person.uuid,
    },
    user: room.agent && {
      name: `${room.agent.first_name} ${room.agent.last_name}`.trim(),
      email: room.agent.email,
    },
    user_assigned_at: inChats(room.assignedMs),
    tags: tagsOf(room),
    protocol: null,
    sector: { uuid: uuidOf('8d8d8d8d', 1), name: 'Comercial' },
    custom_fields: {},
  }));
}

/** `temba/api/v2/views.py` of weni-ai/flows: newest change first, 250 a page, `after` inclusive. */
export function answerPeople(project: WeniProject, { path, query }: Asked): Reply {
  if (path !== '/api/v2/contacts.json') return { status: 404, body: '<h1>Not Found</h1>' };
  const after = msOf(query['after'], 0);
  if (Number.isNaN(after))
    return { status: 200, body: { next: null, previous: null, results: [] } };
  const wanted = project.people.filter(({ modifiedMs }) => modifiedMs >= after);
  const newestFirst = [...wanted].sort((a, b) => b.modifiedMs - a.modifiedMs);
  const link = 'https://flows.weni.ai/api/v2/contacts.json';
  return pageOf(newestFirst, { size: 250, cursor: query['cursor'], link }, (person) => ({
    uuid: person.uuid,
    name: person.name,
    language: null,
    urns: [`whatsapp:${person.phone}`],
    groups: [],
    fields: { plano: null },
    blocked: false,
    stopped: false,
    created_on: inFlows(person.createdMs),
    modified_on: inFlows(person.modifiedMs),
    last_seen_on: inFlows(person.seenMs),
  }));
}

interface Paged {
  readonly size: number;
  readonly cursor: string | undefined;
  readonly link: string;
}

/** A cursor is nobody's business: here the place in the list, in base 64 as Django REST Framework writes it. */
function pageOf<T>(
  all: readonly T[],
  { size, cursor, link }: Paged,
  show: (one: T) => object,
): Reply {
  const from = Number(
    Buffer.from(cursor ?? '', 'base64')
      .toString()
      .replace('o=', '') || '0',
  );
  if (Number.isNaN(from)) return { status: 404, body: { detail: 'Invalid cursor' } };
  const next = Buffer.from(`o=${from + size}`).toString('base64');
  const isLast = from + size >= all.length;
  return {
    status: 200,
    body: {
      next: isLast ? null : `${link}?cursor=${encodeURIComponent(next)}`,
      previous: null,
      results: all.slice(from, from + size).map(show),
    },
  };
}
