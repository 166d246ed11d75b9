import type { FieldsOf } from '../../events/fields';
import { isObject, type Maybe, type ObjectReader } from '../kit/object-reader';

/**
 * Chatwoot's own words, by the names and by the numbers that its database has for them. `failed` is a word of a clock: **Retry**
 * makes the message `sent` again and takes the error away.
 * https://github.com/chatwoot/chatwoot/blob/develop/app/services/messages/status_update_service.rb
 */
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

/** What an event says of a message's way. */
export interface DeliveryNews {
  readonly reader: ObjectReader;
  readonly copy: ObjectReader | undefined;
  /** The message's `content_attributes`. */
  readonly attributes: ObjectReader;
  readonly direction: 'in' | 'out' | undefined;
  /** True for a later event of the message: only that one tells by saying nothing of an error that there is none. */
  readonly isUpdate: boolean;
  readonly isDeleted: boolean;
}

/** How far the message came; a message from the contact has no way to go, but it may have failed. */
export function readDelivery(news: DeliveryNews): FieldsOf<'message'> {
  const { copy, direction } = news;
  const told = readStatus(news);
  const error = readError(news);
  const status = told ?? guessStatus(news, error);
  const changedAt = copy?.time('updated_at', 0) ?? undefined;
  return {
    status: news.isDeleted ? 'deleted' : status,
    deliveredAt: direction === 'out' && told === 'delivered' ? changedAt : undefined,
    readAt: direction === 'out' && told === 'read' ? changedAt : undefined,
    error,
  };
}

/** The copy has it; some installations tell it beside the message too. */
function readStatus({ reader, copy, direction }: DeliveryNews): string | undefined {
  const word = reader.text('status') ?? copy?.text('status') ?? '';
  const status = statuses.get(word.toLowerCase());
  return direction === 'out' || status === 'failed' ? status : undefined;
}

/**
 * Where nothing tells the status: an error means that it failed. A later event without one means that it went out, be it by
 * **Retry**; how far, nobody says.
 */
function guessStatus(
  { reader, copy, direction, isUpdate }: DeliveryNews,
  error: Maybe<string>,
): string | undefined {
  if (error) return 'failed';
  const isOnItsWay = direction === 'out' && isUpdate && reader.flag('private') !== true;
  return isOnItsWay && error === null && copy === undefined ? 'sent' : undefined;
}

/** `external_error`: a text, now and then an object with one in it; null, `{}` or gone when there is none (any more). */
function readError({ attributes, isUpdate }: DeliveryNews): Maybe<string> {
  const key = 'external_error';
  if (!attributes.has(key)) return isUpdate ? null : undefined;
  if (!isObject(attributes.raw(key))) return attributes.text(key);
  const error = attributes.child(key);
  return error.text('message') ?? error.text('title') ?? null;
}
