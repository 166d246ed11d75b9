import type { ObjectReader } from '../object-reader';

/**
 * WhatsApp's words as PlugChat passes them on. `READ-SELF` (PlugChat) and `READ_BY_ME` (Z-API today) say that it was read
 * without a receipt for the other side; `PLAYED` that an audio was heard.
 */
const statusOf: ReadonlyMap<string, string> = new Map([
  ['PENDING', 'pending'],
  ['SENT', 'sent'],
  ['RECEIVED', 'delivered'],
  ['MESSAGE_RECEIVED', 'delivered'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['READ-SELF', 'read'],
  ['READ_SELF', 'read'],
  ['READ_BY_ME', 'read'],
  ['PLAYED', 'read'],
  ['FAILED', 'failed'],
  ['ERROR', 'failed'],
]);

/** The message's status in our words, else in PlugChat's; undefined when it says none. */
export function readStatusWord(reader: ObjectReader): string | undefined {
  const word = reader.text('status')?.trim() ?? '';
  return word === '' ? undefined : (statusOf.get(word.toUpperCase()) ?? word);
}
