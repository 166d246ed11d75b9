import { canonicalJson } from '../../events/canonical';
import type { Decoded, Fact } from '../../events/event';
import { describeType } from '../../events/failure';
import type { FieldsOf } from '../../events/fields';
import { shortHash } from '../../events/short-hash';
import { failed, happened } from '../kit/decoded';
import { mediaKindOf } from '../kit/message-text';
import { isObject } from '../kit/object-reader';
import { contactFacts, type Person } from '../kit/person';
import { statusWord } from '../kit/status-words';
import type { WebhookRequest } from '../vendor';
import {
  acceptDirection,
  acceptEmail,
  acceptLink,
  acceptPhone,
  acceptText,
  acceptTime,
} from './accept';
import { decodeEvolution } from './evolution';
import { openFinder, type Finder } from './find';
import { parsePaths, type ChosenPaths } from './paths';
import { redactSecrets } from '../kit/redact';

/** Any JSON object becomes one row of Mensagens (and one of Contatos, where it names a person); a list, one for each item. */
export function decode({ webhook, body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  const chosen = parsePaths(webhook);
  if (!chosen.ok) return [failed('generic', chosen.failure)];
  const paths = chosen.value;
  const evolution = paths.size === 0 ? decodeEvolution(body, receivedAtMs) : null;
  if (evolution !== null) return evolution;
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
  const entityId =
    finder.find('id', 'id (number or text)', acceptText) ?? shortHash(canonicalJson(item));
  const message = readMessage(finder, atMs ?? receivedAtMs);
  const [failure] = finder.failures;
  if (failure) return failed(name, failure);
  const facts: readonly Fact[] = [
    { entity: 'message', id: entityId, atMs, fields: message.fields },
    ...(message.fields.text === undefined ? [shownWhole(entityId, item)] : []),
    ...contactFacts(message.person, atMs, { channel: message.fields.channel }),
  ];
  return happened(name, item, { entityId, atMs, facts });
}

/** Whom a message is to is a customer only when it is ours; these name us then. */
const namesUsIn = ['to'];
const namesUsOut = ['pushName', 'notifyName', 'profile.name', 'from', 'author', 'author.name'];

function readPerson(finder: Finder): Person {
  return {
    id: finder.find('contact', 'id (number or text)', acceptText),
    name: finder.find('name', 'text', acceptText),
    phone: finder.find('phone', 'phone number', acceptPhone),
    email: finder.find('email', 'e-mail', acceptEmail),
  };
}

interface Message {
  readonly person: Person;
  readonly fields: FieldsOf<'message'>;
}

function readMessage(finder: Finder, sentAt: number): Message {
  const attachmentUrl = finder.find('attachment', 'link', acceptLink);
  const direction = finder.find('direction', 'in or out', acceptDirection);
  const person = readPerson(finder.without(direction === 'out' ? namesUsOut : namesUsIn));
  const fields: FieldsOf<'message'> = {
    conversationId: finder.find('conversation', 'id (number or text)', acceptText),
    direction,
    kind: attachmentUrl === undefined ? 'text' : mediaKindOf(attachmentUrl),
    text: finder.find('text', 'text', acceptText),
    senderName: finder.find('sender', 'text', acceptText),
    contactName: person.name,
    phone: person.phone,
    channel: finder.find('channel', 'text', acceptText),
    sentAt,
    status: statusWord(finder.find('status', 'text', acceptText)),
    attachmentUrl,
  };
  return { person, fields };
}

/**
 * A body in which no text is found is shown whole, without its secrets, so that the row is never blank and the user sees what can
 * be chosen. A saying older than any, so that a text of the same message wins whenever it comes.
 */
function shownWhole(id: string, item: unknown): Fact {
  return { entity: 'message', id, atMs: 0, fields: { text: canonicalJson(redactSecrets(item)) } };
}
