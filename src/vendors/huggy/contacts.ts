import { contactKey } from '../../events/contact-key';
import type { Person } from '../kit/person';
import { readChannel, readText, type HuggyItem, type ItemFacts } from './item';
import { readPerson } from './people';

/** `createdCustomer`: the event is the contact's beginning. */
export function decodeCreatedCustomer(item: HuggyItem): ItemFacts {
  const known = item.atMs ?? undefined;
  return decodeContact(item, { createdAt: known, updatedAt: known });
}

/** `updatedCustomer`, and the leads' events of 2018. */
export function decodeUpdatedCustomer(item: HuggyItem): ItemFacts {
  return decodeContact(item, { updatedAt: item.atMs ?? undefined });
}

/** `startedWidgetAttendance`: what the visitor typed; of a field left blank it does not tell that the contact has none. */
export function decodeWidgetVisitor(item: HuggyItem): ItemFacts {
  return contactItem(item, readPerson(item.reader), { updatedAt: item.atMs ?? undefined });
}

interface ContactTimes {
  readonly createdAt?: number | undefined;
  readonly updatedAt: number | undefined;
}

function decodeContact(item: HuggyItem, times: ContactTimes): ItemFacts {
  const { reader } = item;
  const name = readText(reader, 'name');
  const phone = readText(reader, 'mobile') ?? readText(reader, 'phone');
  const email = readText(reader, 'email');
  return contactItem(item, { id: reader.id('id') ?? undefined, name, phone, email }, times);
}

function contactItem({ reader, atMs }: HuggyItem, person: Person, times: ContactTimes): ItemFacts {
  const { name, phone, email } = person;
  const id = contactKey(person) ?? reader.requiredId('id');
  const fields = { name, phone, email, channel: readChannel(reader), ...times };
  return { entityId: id, facts: [{ entity: 'contact', id, atMs, fields }] };
}
