import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { decodeWhole } from '../kit/decoded';
import type { ObjectReader } from '../kit/object-reader';
import { wordsIn } from '../kit/words-in';
import type { TrebleItem } from './item';
import { messageFact } from './messages';
import { flowPerson, readFlowSession, sentFacts, sessionFacts, textOf } from './flow-session';
import { contactFacts, type Session } from './session';
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
    ...sentFacts(reader, session, { sentAt, deliveredAt, readAt, status }),
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: sentAt }),
    ...contactFacts(session, atMs),
  ];
  return decodeWhole(item, { entityId: session.id, atMs, facts });
}

/** `message_response`: the question was answered, and the answer is a message too. */
export function decodeResponse(item: TrebleItem): readonly Decoded[] {
  const { reader } = item;
  const session = readFlowSession(reader);
  const sentAt = readTime(reader, 'sent_at');
  const answeredAt = requireTime(reader, 'responded_at');
  const words = answerWords(reader);
  const answer = messageFact(session, {
    direction: 'in',
    sentAt: answeredAt,
    words,
    atMs: answeredAt,
    fields: { ...textOf(words), senderName: session.contactName, status: 'delivered' },
  });
  const facts = [
    ...sentFacts(reader, session, { sentAt, answeredAt, status: 'answered' }),
    answer,
    ...sessionFacts(reader, session, { sentAt: sentAt ?? answeredAt, lastActivityAt: answeredAt }),
    ...contactFacts(session, answeredAt),
  ];
  return decodeWhole(item, { entityId: session.id, atMs: answeredAt, facts });
}

/** What was written, in whatever form it comes; without it what Treble understood. */
function answerWords(reader: ObjectReader): string {
  const raw = reader.raw('actual_response');
  const isPlain = typeof raw !== 'object' || raw === null;
  const written = isPlain ? reader.text('actual_response') : wordsIn(raw).words.join(' ') || null;
  return written ?? reader.child('classified_answer').text('text') ?? '';
}

/**
 * `opt_out`: the person wants no more messages. Treble does not say when; the time of receipt stands for it. Its version is
 * the question's time, so that a repeated delivery says nothing new.
 */
export function decodeOptOut(item: TrebleItem): readonly Decoded[] {
  const { reader, receivedAtMs } = item;
  const session = readFlowSession(reader);
  const sentAt = readTime(reader, 'sent_at');
  const reason = reader.text('reason') ?? 'OPTOUT';
  const answer = reader.child('classified_answer').text('text');
  const leaveReason = [reason, answer].filter(Boolean).join(': ');
  const facts = [
    ...sentFacts(reader, session, { sentAt, status: 'answered' }),
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: sentAt }),
    ...contactFacts(session, sentAt ?? null, { leftAt: receivedAtMs, leaveReason }),
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
    ...flowPerson(reader, session),
    status: 'pending',
    statusHistory: atMs === null ? undefined : [[atMs, 'pending']],
  };
  const facts: readonly Fact[] = [
    ...sentFacts(reader, session, { sentAt, status: 'sent' }),
    ...personFacts(reader, session, { sentAt, atMs, fields }),
  ];
  return decodeWhole(item, { entityId: session.id, atMs, facts });
}

/**
 * `condition`: the flow took a branch. It has no time of its own; it tells who the session is with, and that there is one: open, as long
 * as nothing that has a time says more.
 */
export function decodeCondition(item: TrebleItem): readonly Decoded[] {
  const { reader } = item;
  const session = readFlowSession(reader);
  const sentAt = readTime(reader, 'sent_at');
  const atMs = sentAt ?? null;
  const fields = flowPerson(reader, session);
  const facts: readonly Fact[] = [
    ...personFacts(reader, session, { sentAt, atMs, fields }),
    { entity: 'conversation', id: session.id, atMs: 0, fields: { status: 'open' } },
  ];
  return decodeWhole(item, { entityId: session.id, atMs, facts });
}

interface PersonNews {
  readonly sentAt: number | undefined;
  readonly atMs: number | null;
  readonly fields: FieldsOf<'conversation'>;
}

/** What an event says of the session, of the conversation with its person, and of the contact. */
function personFacts(
  reader: ObjectReader,
  session: Session,
  { sentAt, atMs, fields }: PersonNews,
): readonly Fact[] {
  return [
    ...sessionFacts(reader, session, { sentAt, lastActivityAt: sentAt }),
    { entity: 'conversation', id: session.id, atMs, fields },
    ...contactFacts(session, atMs),
  ];
}
