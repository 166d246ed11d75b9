import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { decodeWhole, said } from '../decoded';
import type { ObjectReader } from '../object-reader';
import type { TrebleItem } from './item';
import { messageFact } from './messages';
import { contactFacts, personOf, readSession, type Session } from './session';
import { readTime, requireTime } from './times';

/** `message_delivered` and `message_read`: how far a message of the flow came. */
export function decodeProgress(item: TrebleItem): readonly Decoded[] {
  const { reader, event } = item;
  const session = readFlowSession(reader);
  const sentAt = requireTime(reader, 'sent_at');
  const deliveredAt = readTime(reader, 'delivered_at');
  const readAt = readTime(reader, 'read_at');
  const status = event === 'message_read' ? 'read' : 'delivered';
  const atMs = (event === 'message_read' ? readAt : deliveredAt) ?? null;
  const facts = [
    sentFact(reader, session, { sentAt, deliveredAt, readAt, status }),
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: sentAt }),
    ...contactFacts(session, atMs),
  ];
  return decodeWhole(item, { entityId: session.id, atMs, facts });
}

/** `message_response`: the question was answered, and the answer is a message too. */
export function decodeResponse(item: TrebleItem): readonly Decoded[] {
  const { reader } = item;
  const session = readFlowSession(reader);
  const sentAt = requireTime(reader, 'sent_at');
  const answeredAt = requireTime(reader, 'responded_at');
  const words =
    reader.text('actual_response') ?? reader.child('classified_answer').text('text') ?? '';
  const answer = messageFact(session, {
    direction: 'in',
    sentAt: answeredAt,
    words,
    atMs: answeredAt,
    fields: { ...textOf(words), senderName: session.contactName, status: 'delivered' },
  });
  const facts = [
    sentFact(reader, session, { sentAt, answeredAt, status: 'answered' }),
    answer,
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: answeredAt }),
    ...contactFacts(session, answeredAt),
  ];
  return decodeWhole(item, { entityId: session.id, atMs: answeredAt, facts });
}

/** `opt_out`: the person wants no more messages. Treble does not say when; the time of receipt stands for it. */
export function decodeOptOut(item: TrebleItem): readonly Decoded[] {
  const { reader, receivedAtMs } = item;
  const session = readFlowSession(reader);
  const sentAt = requireTime(reader, 'sent_at');
  const reason = reader.text('reason') ?? 'OPTOUT';
  const answer = reader.child('classified_answer').text('text');
  const leaveReason = [reason, answer].filter(Boolean).join(': ');
  const facts = [
    sentFact(reader, session, { sentAt, status: 'answered' }),
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: sentAt }),
    ...contactFacts(session, null, { leftAt: receivedAtMs, leaveReason }),
  ];
  return decodeWhole(item, { entityId: session.id, atMs: null, facts });
}

/** `timeout`: the person did not answer in time and the flow went its other way. The body may be a response's as well. */
export function decodeTimeout(item: TrebleItem): readonly Decoded[] {
  const { reader } = item;
  const session = readFlowSession(reader);
  const sentAt = readTime(reader, 'sent_at');
  const atMs = readTime(reader, 'timeout_at') ?? null;
  const fields: FieldsOf<'conversation'> = {
    ...personOf(session),
    status: 'pending',
    statusHistory: atMs === null ? undefined : [[atMs, 'pending']],
  };
  const facts: readonly Fact[] = [
    ...(sentAt === undefined ? [] : [sentFact(reader, session, { sentAt, status: 'sent' })]),
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: sentAt }),
    { entity: 'conversation', id: session.id, atMs, fields },
    ...contactFacts(session, atMs),
  ];
  return decodeWhole(item, { entityId: session.id, atMs, facts });
}

/** `condition`: the flow took a branch. It has no time of its own; it tells who the session is with. */
export function decodeCondition(item: TrebleItem): readonly Decoded[] {
  const { reader } = item;
  const session = readFlowSession(reader);
  const sentAt = readTime(reader, 'sent_at');
  const facts = [
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: sentAt }),
    ...contactFacts(session, sentAt ?? null),
  ];
  return decodeWhole(item, { entityId: session.id, atMs: sentAt ?? null, facts });
}

function readFlowSession(reader: ObjectReader): Session {
  return readSession(reader.requiredId('session_id'), reader, reader);
}

/** The message that the flow sent. Its text is as old as the sending: a close knows more of it. */
function sentFact(
  reader: ObjectReader,
  session: Session,
  progress: FieldsOf<'message'> & { readonly sentAt: number },
): Fact {
  const words = reader.text('sent_text') ?? reader.child('question').text('text') ?? '';
  const { sentAt } = progress;
  const fields = { ...textOf(words), ...progress };
  return messageFact(session, { direction: 'out', sentAt, words, atMs: sentAt, fields });
}

/** A message without words may be a file; the close will tell. */
function textOf(words: string): FieldsOf<'message'> {
  return words === '' ? {} : { kind: 'text', text: words };
}

interface Activity {
  readonly sentAt: number | undefined;
  readonly lastActivityAt: number | undefined;
}

/**
 * The session as a conversation and an attendance. It is open as of the message's sending, not of its reading:
 * a goodbye may well be read after the close, and a closed session never opens again.
 */
function sessionFacts(
  reader: ObjectReader,
  session: Session,
  { sentAt, lastActivityAt }: Activity,
): readonly Fact[] {
  const { id, contactName, phone } = session;
  const flow = said(reader.id('conversation_id'));
  const inbox = flow === undefined ? undefined : `Fluxo ${flow}`;
  const person = { ...personOf(session), inbox };
  if (sentAt === undefined) return [{ entity: 'conversation', id, atMs: null, fields: person }];
  const conversation: FieldsOf<'conversation'> = {
    ...person,
    status: 'open',
    openedAt: sentAt,
    lastActivityAt,
    statusHistory: [[sentAt, 'open']],
  };
  const attendance: FieldsOf<'attendance'> = {
    conversationId: id,
    contactName,
    phone,
    status: 'active',
    startedAt: sentAt,
  };
  return [
    { entity: 'conversation', id, atMs: sentAt, fields: conversation },
    { entity: 'attendance', id, atMs: sentAt, fields: attendance },
  ];
}
