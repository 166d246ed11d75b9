import { canonicalJson } from '../../events/canonical';
import { contactKey } from '../../events/contact-key';
import type { Decoded, Fact } from '../../events/event';
import { describeType } from '../../events/failure';
import type { FieldsOf } from '../../events/fields';
import { shortHash } from '../../events/short-hash';
import { failed, happened } from '../decoded';
import { mediaKindOf } from '../message-text';
import { isObject } from '../object-reader';
import type { WebhookRequest } from '../vendor';
import {
  acceptDirection,
  acceptEmail,
  acceptLink,
  acceptPhone,
  acceptText,
  acceptTime,
} from './accept';
import { openFinder, type Finder } from './find';
import { parsePaths, type ChosenPaths } from './paths';

/** Any JSON object becomes one row of Mensagens (and one of Contatos, where it names a person); a list, one for each item. */
export function decode({ webhook, body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  const chosen = parsePaths(webhook);
  if (!chosen.ok) return [failed('generic', chosen.failure)];
  const paths = chosen.value;
  if (!Array.isArray(body)) return [decodeOne({ item: body, path: '', paths, receivedAtMs })];
  return body.map((item: unknown, index) =>
    decodeOne({ item, path: `[${index}]`, paths, receivedAtMs }),
  );
}

interface Work {
  readonly item: unknown;
  readonly path: string;
  readonly paths: ChosenPaths;
  readonly receivedAtMs: number;
}

function decodeOne({ item, path, paths, receivedAtMs }: Work): Decoded {
  const received = describeType(item);
  if (!isObject(item))
    return failed('generic', { code: 'notAnObject', path, expected: 'object', received });
  const finder = openFinder(item, path, paths);
  const name = finder.find('event', 'text', acceptText) ?? 'generic';
  const atMs = finder.find('time', 'time', acceptTime) ?? null;
  const canonical = canonicalJson(item);
  const entityId = finder.find('id', 'id (number or text)', acceptText) ?? shortHash(canonical);
  const person = readPerson(finder);
  const fields = readMessage(finder, person, canonical);
  const [failure] = finder.failures;
  if (failure) return failed(name, failure);
  const message = { ...fields, sentAt: atMs ?? receivedAtMs };
  const facts: readonly Fact[] = [
    { entity: 'message', id: entityId, atMs, fields: message },
    ...contactFacts(person, atMs),
  ];
  return happened(name, item, { entityId, atMs, facts });
}

interface Person {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly channel: string | undefined;
}

function readPerson(finder: Finder): Person {
  return {
    id: finder.find('contact', 'id (number or text)', acceptText),
    name: finder.find('name', 'text', acceptText),
    phone: finder.find('phone', 'phone number', acceptPhone),
    email: finder.find('email', 'e-mail', acceptEmail),
    channel: finder.find('channel', 'text', acceptText),
  };
}

/** A body in which no text is found is shown whole, so that the row is never blank and the user sees what can be chosen. */
function readMessage(finder: Finder, person: Person, canonical: string): FieldsOf<'message'> {
  const attachmentUrl = finder.find('attachment', 'link', acceptLink);
  return {
    conversationId: finder.find('conversation', 'id (number or text)', acceptText),
    direction: finder.find('direction', 'in or out', acceptDirection),
    kind: attachmentUrl === undefined ? 'text' : mediaKindOf(attachmentUrl),
    text: finder.find('text', 'text', acceptText) ?? canonical,
    senderName: finder.find('sender', 'text', acceptText),
    contactName: person.name,
    phone: person.phone,
    channel: person.channel,
    status: finder.find('status', 'text', acceptText),
    attachmentUrl,
  };
}

function contactFacts(person: Person, atMs: number | null): readonly Fact[] {
  const id = contactKey(person);
  if (id === null) return [];
  const { name, phone, email, channel } = person;
  return [{ entity: 'contact', id, atMs, fields: { name, phone, email, channel } }];
}
