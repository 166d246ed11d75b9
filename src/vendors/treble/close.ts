import type { Decoded, Fact } from '../../events/event';
import { describeType, type Failure } from '../../events/failure';
import type { FieldsOf } from '../../events/fields';
import { failed, happened } from '../kit/decoded';
import { openObject, type ObjectReader } from '../kit/object-reader';
import { readClosedMessage, type SenderRule } from './closed-messages';
import type { TrebleItem } from './item';
import { messageFacts, type TrebleMessage } from './messages';
import { contactFacts, observeSession, personOf, readSession, type Session } from './session';
import { endOfSecond, readTime } from './times';

/**
 * `conversation_closed` and `session.close`: the session's end and all its messages, newest first. HubSpot accounts get
 * a flatter form without `session` and without the phone. A message that cannot be read is a failure of its own.
 */
export function decodeClose(item: TrebleItem): readonly Decoded[] {
  const { event, reader, body } = item;
  const head = reader.has('session') ? reader.child('session') : reader;
  const session = readSession(head.requiredId('external_id'), reader, reader.child('user'));
  const closedAt = readTime(head, 'closed_at') ?? readTime(reader, 'timestamp');
  const rule = { contactName: session.contactName, isHubspot: !reader.has('session') };
  const list = readMessages(reader.raw('messages'), { ...rule, atMs: closedAt ?? null });
  const fault = reader.failures[0];
  if (session.id === '' && fault) return decodeNameless(item, session, closedAt ?? null);
  const facts = [
    ...(fault ? [] : closeFacts(session, closedAt, list)),
    ...messageFacts(session, [...list.messages].reverse()).reverse(),
  ];
  const failures = [...(fault ? [fault] : []), ...list.failures];
  // Without what could not be read: once that can be, the whole must not pass for a repetition of this.
  const rest = { id: session.id, closedAt: fault ? null : closedAt, messages: list.readable };
  const what = { entityId: session.id, atMs: closedAt ?? null, facts };
  const written = happened(event, failures.length === 0 ? body : rest, what);
  return [...(facts.length > 0 ? [written] : []), ...failures.map((f) => failed(event, f))];
}

/** A close that does not say of which session, as seen in the field: it fails, but the person is told all the same. */
function decodeNameless(
  { event, reader }: TrebleItem,
  session: Session,
  atMs: number | null,
): readonly Decoded[] {
  const facts = contactFacts(session, atMs);
  const failures = reader.failures.slice(0, 1).map((fault) => failed(event, fault));
  const [contact] = facts;
  if (contact === undefined) return failures;
  const rest = { contact: contact.id, closedAt: atMs };
  return [happened(event, rest, { entityId: contact.id, atMs, facts }), ...failures];
}

interface MessageList {
  readonly messages: readonly TrebleMessage[];
  /** The messages that could be read, as they came. */
  readonly readable: readonly unknown[];
  readonly failures: readonly Failure[];
  /** How many there are, readable or not; undefined when there is no list. */
  readonly count: number | undefined;
}

function readMessages(raw: unknown, rule: SenderRule): MessageList {
  if (raw === undefined || raw === null)
    return { messages: [], readable: [], failures: [], count: undefined };
  if (!Array.isArray(raw)) {
    const received = describeType(raw);
    const fault: Failure = { code: 'wrongType', path: 'messages', expected: 'list', received };
    return { messages: [], readable: [], failures: [fault], count: undefined };
  }
  const messages: TrebleMessage[] = [];
  const readable: unknown[] = [];
  const failures: Failure[] = [];
  raw.forEach((value: unknown, index) => {
    const reader: ObjectReader = openObject(value, `messages[${index}]`);
    const message = readClosedMessage(reader, rule);
    const failure = reader.failures[0];
    if (failure) failures.push(failure);
    else {
      messages.push(message);
      readable.push(value);
    }
  });
  return { messages, readable, failures, count: raw.length };
}

/** The end of the session, as a conversation and as an attendance. */
function closeFacts(
  session: Session,
  closedAt: number | undefined,
  { messages, count }: MessageList,
): readonly Fact[] {
  const { id, contactName, phone } = session;
  const atMs = closedAt ?? null;
  const endMs = closedAt === undefined ? null : endOfSecond(closedAt);
  const openedAt = foldTimes(messages, Math.min);
  const conversation: FieldsOf<'conversation'> = {
    ...personOf(session),
    status: 'closed',
    openedAt,
    closedAt,
    lastActivityAt: foldTimes(messages, Math.max),
    statusHistory: observeSession(openedAt, closedAt),
  };
  const attendance: FieldsOf<'attendance'> = {
    conversationId: id,
    contactName,
    phone,
    status: 'finished',
    startedAt: openedAt,
    finishedAt: closedAt,
    messageCount: count,
  };
  return [
    { entity: 'conversation', id, atMs: endMs, fields: conversation },
    { entity: 'attendance', id, atMs: endMs, fields: attendance },
    ...contactFacts(session, atMs),
  ];
}

/** The first or the last time that a message was sent; undefined when there is none. */
function foldTimes(
  messages: readonly TrebleMessage[],
  choose: (a: number, b: number) => number,
): number | undefined {
  const times = messages.map(({ sentAt }) => sentAt);
  return times.length === 0 ? undefined : times.reduce((a, b) => choose(a, b));
}
