import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VendorId } from '../../src/vendors/registry';
import { projectRoot } from '../../src/twin/runtime/project-root';

/** The token that Huggy sends unless a stranger sends in its name. */
export const ownToken = 'simulated-token';
export const strangeToken = 'strange-token';

/** What a simulated event is about: which entity (small numbers, so that events meet), and the vendor's time of it. */
export interface Happening {
  readonly entity: number;
  readonly atMs: number;
}

type Put = (happening: Happening) => unknown;

/** One kind of event: a documented body in which ids, times and contents are put by path (`a.b.0.c`). */
export interface EventKind {
  readonly name: string;
  readonly vendor: VendorId;
  readonly webhook: string;
  /** File below `test/fixtures/`. */
  readonly fixture: string;
  readonly puts: Readonly<Record<string, Put>>;
}

const seconds: Put = ({ atMs }) => Math.floor(atMs / 1000);
const milliseconds: Put = ({ atMs }) => atMs;
const iso: Put = ({ atMs }) => new Date(atMs).toISOString();
const wallClock: Put = ({ atMs }) =>
  new Date(atMs).toISOString().replace('T', ' ').replace('Z', '000');
const id =
  (first: number): Put =>
  ({ entity }) =>
    first + entity;
const textId =
  (prefix: string): Put =>
  ({ entity }) =>
    `${prefix}${entity}`;
const noonMs = Date.UTC(2026, 10, 20, 12);
/** Entities from this number on come into being at noon and later, one a minute; the others two hours before. */
export const firstNewborn = 10;
/** An entity's birth is one and the same in all that a vendor tells about it. */
const bornMs = ({ entity }: Happening): number =>
  entity < firstNewborn
    ? noonMs - 2 * 3_600_000 + entity * 1000
    : noonMs + (entity - firstNewborn) * 60_000;
/** The same, told of the entity's birth. */
const atBirth =
  (put: Put): Put =>
  (happening) =>
    put({ ...happening, atMs: bornMs(happening) });
const chat: Put = ({ entity }) => 4000 + (entity % 2);
const one =
  (...choices: readonly unknown[]): Put =>
  ({ atMs }) =>
    choices[Math.floor(atMs / 1000) % choices.length];
/** Contents that a spreadsheet would rather take for something else. */
const awkward = one('=1+1', '+5511999990000', '01234', "'aspas", 'João Alves', 'TRUE', '12E3');

const huggy = (name: string, file: string, puts: Readonly<Record<string, Put>>): EventKind => ({
  name: `huggy.${name}`,
  vendor: 'huggy',
  webhook: 'main',
  fixture: `huggy/${file}.json`,
  puts: {
    time: seconds,
    token: () => ownToken,
    ...Object.fromEntries(
      Object.entries(puts).map(([path, put]) => [`messages.${name}.0.${path}`, put]),
    ),
  },
});

const kind = (
  vendor: VendorId,
  [name, file, webhook = 'main']: readonly [string, string, string?],
  puts: Readonly<Record<string, Put>>,
): EventKind => ({
  name: `${vendor}.${name}`,
  vendor,
  webhook,
  fixture: `${vendor}/${file}.json`,
  puts,
});

const whatsapp = 'entry.0.changes.0.value';
const evolvyConversation = {
  id: id(1540),
  updated_at: (happening: Happening) => happening.atMs / 1000,
  last_activity_at: seconds,
  created_at: (happening: Happening) =>
    happening.entity < firstNewborn ? 1_789_000_000 + happening.entity : bornMs(happening) / 1000,
} as const;

/** The main events of every platform. */
export const eventKinds: readonly EventKind[] = [
  huggy('agentChangedStatus', 'agentChangedStatus', {
    id: id(900),
    name: awkward,
    isOnline: one(true, true, false),
    isAvailable: one(true, false),
  }),
  huggy('receivedAllMessage', 'reconstructed/receivedAllMessage', {
    id: id(5000),
    body: awkward,
    'chat.id': chat,
    send_at: atBirth(wallClock),
  }),
  huggy('sentAllMessage', 'reconstructed/sentAllMessage', {
    id: id(5100),
    'chat.id': chat,
    send_at: atBirth(wallClock),
  }),
  huggy('agentEntered', 'reconstructed/agentEntered', {
    id: chat,
    'agent.name': one('Agente Um', 'Agente Dois'),
  }),
  huggy('closedChat', 'reconstructed/closedChat', { id: chat, closed_at: wallClock }),
  huggy('createdCustomer', 'reconstructed/createdCustomer', { id: id(1000), name: awkward }),
  kind('evolvy', ['conversation_created', 'v415_conversation_created'], evolvyConversation),
  kind('evolvy', ['conversation_updated', 'v415_conversation_updated_status_resolved'], {
    ...evolvyConversation,
    status: one('resolved', 'open', 'snoozed'),
  }),
  kind('evolvy', ['message_created', 'v415_message_created_incoming'], {
    id: id(770_000),
    created_at: atBirth(iso),
    content: awkward,
    'conversation.id': id(1540),
    'conversation.updated_at': (happening) => happening.atMs / 1000,
  }),
  kind('evolvy', ['contact_updated', 'v415_contact_updated_name'], {
    id: id(4050),
    name: awkward,
  }),
  kind('treble', ['conversation_closed', 'conversation_closed', 'conversation_closed'], {
    'session.external_id': textId('session-'),
    'session.closed_at': wallClock,
  }),
  kind('treble', ['message_delivered', 'message_delivered', 'message_delivered'], {
    session_id: textId('session-'),
    delivered_at: wallClock,
  }),
  kind('treble', ['message_read', 'message_read', 'message_read'], {
    session_id: textId('session-'),
    read_at: wallClock,
  }),
  kind('treble', ['hsm_status', 'hsm_status_webhook_center', 'webhook_center'], {
    timestamp: iso,
    name: textId('modelo_'),
    status: one('APPROVED', 'REJECTED', 'PAUSED'),
  }),
  kind('plug', ['startAttendance', 'plug-startAttendance', 'startAttendance'], {
    'attendance.attendanceNumber': id(1490),
    'attendance.momment': atBirth(milliseconds),
    'attendance.startTime': milliseconds,
  }),
  kind('plug', ['finishAttendance', 'plug-finishAttendance-exemplo-1', 'finishAttendance'], {
    'attendance.attendanceNumber': id(1490),
    'attendance.endTime': milliseconds,
  }),
  kind('plug', ['receiveMessage', 'plug-receiveMessage', 'receiveMessage'], {
    messageId: textId('plug-message-'),
    momment: atBirth(milliseconds),
    'text.message': awkward,
  }),
  kind('plug', ['messageStatus', 'plug-messageStatus-READ', 'messageStatus'], {
    'ids.0': textId('plug-message-'),
    momment: milliseconds,
    status: one('SENT', 'RECEIVED', 'READ'),
  }),
  kind('plug', ['sendingMessage', 'plug-sendingMessage', 'sendingMessage'], {
    messageId: textId('plug-message-'),
    zaapId: one('zaap-1', 'zaap-2', 'zaap-3'),
  }),
  kind('plug', ['whenDisconnecting', 'plug-whenDisconnecting', 'whenDisconnecting'], {
    momment: seconds,
    instanceId: textId('instance-'),
  }),
  kind('weni', ['whatsapp.text', 'out_whatsapp_channel_message_text'], {
    [`${whatsapp}.messages.0.id`]: textId('wamid-'),
    [`${whatsapp}.messages.0.timestamp`]: atBirth((happening) => String(seconds(happening))),
    [`${whatsapp}.messages.0.text.body`]: awkward,
  }),
  kind('weni', ['whatsapp.status', 'out_whatsapp_channel_status_sent'], {
    [`${whatsapp}.statuses.0.id`]: textId('wamid-'),
    [`${whatsapp}.statuses.0.timestamp`]: (happening) => String(seconds(happening)),
    [`${whatsapp}.statuses.0.status`]: one('sent', 'delivered', 'read', 'failed'),
  }),
  kind('weni', ['ticketer.open', 'out_generic_ticketer_open'], {
    ticket_id: textId('ticket-'),
    opened_at: atBirth(iso),
  }),
  kind('weni', ['ticketer.close', 'out_generic_ticketer_close'], {
    ticket_id: textId('ticket-'),
    closed_at: iso,
  }),
  kind('generic', ['ticket', 'ticket'], {
    'payload.id': id(730),
    'payload.description': awkward,
    'payload.updatedAt': iso,
  }),
];

/** The body of an event of that kind. */
export function bodyOf({ fixture, puts }: EventKind, happening: Happening): string {
  const text = readFileSync(join(projectRoot, 'test', 'fixtures', fixture), 'utf8');
  const body: unknown = JSON.parse(text);
  for (const [path, put] of Object.entries(puts)) putAt(body, path.split('.'), put(happening));
  return JSON.stringify(body);
}

function putAt(target: unknown, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (typeof target !== 'object' || target === null) throw new Error(`no object above ${name}`);
  if (rest.length === 0) Reflect.set(target, name, value);
  else putAt(Reflect.get(target, name), rest, value);
}
