import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { word } from '../../events/words/word';
import { said } from '../kit/decoded';
import type { ObjectReader } from '../kit/object-reader';
import { messageFact } from './messages';
import { personOf, readSession, type Session } from './session';

/** Who the session is with; the body of a flow's event is flat. */
export function readFlowSession(reader: ObjectReader): Session {
  return readSession(reader.requiredId('session_id'), reader, reader);
}

/**
 * The message that the flow sent; none without its time, which is part of its id. Its text is as old as the sending: a close
 * knows more of it.
 */
export function sentFacts(
  reader: ObjectReader,
  session: Session,
  progress: FieldsOf<'message'> & { readonly sentAt: number | undefined },
): readonly Fact[] {
  const words = reader.text('sent_text') ?? reader.child('question').text('text') ?? '';
  const { sentAt } = progress;
  if (sentAt === undefined) return [];
  const fields = { ...textOf(words), ...progress };
  return [messageFact(session, { direction: 'out', sentAt, words, atMs: sentAt, fields })];
}

/** A message without words may be a file; the close will tell. */
export function textOf(words: string): FieldsOf<'message'> {
  return words === '' ? {} : { kind: 'text', text: words };
}

/** What a flow's event says of the person and of the flow (`conversation_id` is the flow's number, not the conversation's). */
export function flowPerson(reader: ObjectReader, session: Session): FieldsOf<'conversation'> {
  const flow = said(reader.id('conversation_id'));
  return {
    ...personOf(session),
    inbox: flow === undefined ? undefined : `${word('flow')} ${flow}`,
  };
}

interface Activity {
  readonly sentAt: number | undefined;
  readonly lastActivityAt: number | undefined;
}

/**
 * The session as a conversation and an attendance. It is open as of the message's sending, not of its reading:
 * a goodbye may well be read after the close, and a closed session never opens again. Nobody serves in it: as an attendance it is
 * only sent.
 */
export function sessionFacts(
  reader: ObjectReader,
  session: Session,
  { sentAt, lastActivityAt }: Activity,
): readonly Fact[] {
  const { id, contactName, phone } = session;
  if (sentAt === undefined) return [];
  const conversation: FieldsOf<'conversation'> = {
    ...flowPerson(reader, session),
    status: 'open',
    openedAt: sentAt,
    lastActivityAt,
    statusHistory: [[sentAt, 'open']],
  };
  const attendance: FieldsOf<'attendance'> = {
    conversationId: id,
    contactName,
    phone,
    status: 'sent',
    startedAt: sentAt,
  };
  return [
    { entity: 'conversation', id, atMs: sentAt, fields: conversation },
    { entity: 'attendance', id, atMs: sentAt, fields: attendance },
  ];
}
