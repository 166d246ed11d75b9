import type { FieldsOf } from '../../events/fields';
import type { Maybe, ObjectReader } from '../object-reader';

const statuses: ReadonlyMap<string, string> = new Map(
  ['sent', 'delivered', 'read', 'failed'].flatMap((status, number) => [
    [status, status] as const,
    [String(number), status] as const,
  ]),
);

/**
 * The copy of the message inside its conversation: the newest public one when the event was sent, so in a burst, after a private
 * note or a deletion it is another message. undefined then.
 */
export function findCopy(newest: ObjectReader | undefined, id: string): ObjectReader | undefined {
  return id !== '' && newest?.id('id') === id ? newest : undefined;
}

/** How far the message came. Only the copy has it; a message from the contact has no way to go, but it may have failed. */
export function readDelivery(
  copy: ObjectReader | undefined,
  direction: 'in' | 'out' | undefined,
  error: Maybe<string>,
): FieldsOf<'message'> {
  const word = (copy?.text('status') ?? '').toLowerCase();
  const told = statuses.get(word);
  const status = error ? 'failed' : told;
  const changedAt = copy?.time('updated_at', 0) ?? undefined;
  return {
    status: direction === 'out' || status === 'failed' ? status : undefined,
    deliveredAt: direction === 'out' && told === 'delivered' ? changedAt : undefined,
    readAt: direction === 'out' && told === 'read' ? changedAt : undefined,
    error,
  };
}
