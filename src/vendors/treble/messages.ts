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
 * direction, the second it was sent and a hash of its words. Fractions differ between events, white space may; two equal
 * messages within one second are one row.
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
