import { contactKey } from '../../events/contact-key';
import type { HuggyItem, ItemFacts } from './item';
import { readChannel } from './item';

/** `createdCustomer`: the event is the contact's beginning. */
export function decodeCreatedCustomer(item: HuggyItem): ItemFacts {
  const known = item.atMs ?? undefined;
  return decodeContact(item, { createdAt: known, updatedAt: known });
}

/** `updatedCustomer`, the leads' events of 2018, and `startedWidgetAttendance`, whose item is the contact's data too. */
export function decodeUpdatedCustomer(item: HuggyItem): ItemFacts {
  return decodeContact(item, { updatedAt: item.atMs ?? undefined });
}

interface ContactTimes {
  readonly createdAt?: number | undefined;
  readonly updatedAt: number | undefined;
}

function decodeContact({ reader, atMs }: HuggyItem, times: ContactTimes): ItemFacts {
  const name = reader.text('name');
  const phone = reader.text('mobile') ?? reader.text('phone');
  const email = reader.text('email');
  const id = contactKey({ id: reader.id('id'), phone, email }) ?? reader.requiredId('id');
  const fields = { name, phone, email, channel: readChannel(reader), ...times };
  return {
    entityId: id,
    facts: [{ entity: 'contact', id, atMs, fields }],
  };
}
