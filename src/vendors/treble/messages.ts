import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { shortHash } from '../../events/short-hash';
import type { Session } from './session';

/** A message as Treble tells of it: it has no id. */
export interface TrebleMessage {
  readonly direction: 'in' | 'out';
  /** When it was sent, epoch ms. */
  readonly sentAt: number;
  /** The words it is known by, the same in every event: the text, the caption, else the link. */
  readonly words: string;
  /** When the saying was true, epoch ms; the newest one's text and kind are shown. */
  readonly atMs: number | null;
  readonly fields: FieldsOf<'message'>;
}

/**
 * The message's row. Its id is made of what sent, delivered, read, response and close all say of it: the session, the
 * direction, the second it was sent and a hash of its words. Fractions differ between events, white space may.
 */
export function messageFact(session: Session, message: TrebleMessage): Fact {
  const { direction, sentAt, words, atMs } = message;
  const second = Math.floor(sentAt / 1000);
  const sameWords = words.replace(/\s+/g, ' ').trim();
  return {
    entity: 'message',
    id: `${session.id}|${direction}|${second}|${shortHash(sameWords)}`,
    atMs,
    bornAtMs: sentAt,
    fields: {
      conversationId: session.id,
      direction,
      contactName: session.contactName,
      phone: session.phone,
      channel: 'WhatsApp',
      sentAt,
      ...message.fields,
    },
  };
}

/**
 * The rows of all messages of a session, oldest first. Of equal ones within one second only such a list tells that there are several: each
 * after the first has its rank in its id, which the close and the API's history both come to.
 */
export function messageFacts(session: Session, messages: readonly TrebleMessage[]): Fact[] {
  const counts = new Map<string, number>();
  return messages.map((message) => {
    const fact = messageFact(session, message);
    const rank = (counts.get(fact.id) ?? 0) + 1;
    counts.set(fact.id, rank);
    return rank === 1 ? fact : { ...fact, id: `${fact.id}|${rank}` };
  });
}
