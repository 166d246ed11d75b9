import { canonicalJson } from '../../events/canonical';
import type { Decoded, Fact } from '../../events/event';
import { describeType } from '../../events/failure';
import { extraPrefix, type FieldsOf } from '../../events/fields';
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
import { parseChoice, type Choice } from './paths';
import { isOfPeople, recordFields } from './record-events';
import { redactSecrets } from '../kit/redact';

/**
 * Any JSON object becomes one row of Mensagens (and one of Contatos, where it names a person); a list, one for each item. Records of
 * people become rows of Contatos alone.
 */
export function decode({ webhook, body, receivedAtMs }: WebhookRequest): readonly Decoded[] {
  const read = parseChoice(webhook);
  if (!read.ok) return [failed('generic', read.failure)];
  const choice = read.value;
  const isPlain = choice.paths.size === 0 && choice.extras.size === 0 && !choice.isOfContacts;
  const evolution = isPlain ? decodeEvolution(body, receivedAtMs) : null;
  if (evolution !== null) return evolution;
  const decodeItem = choice.isOfContacts ? decodeRecord : decodeOne;
  if (!Array.isArray(body)) return [decodeItem({ item: body, path: '', choice, receivedAtMs })];
  return body.map((item: unknown, index) =>
    decodeItem({ item, path: `[${index}]`, choice, receivedAtMs }),
  );
}

interface Work {
  readonly item: unknown;
  readonly path: string;
  readonly choice: Choice;
  readonly receivedAtMs: number;
}

const notAnObject = ({ item, path }: Work): Decoded => {
  const received = describeType(item);
  return failed('generic', { code: 'notAnObject', path, expected: 'object', received });
};

/** What every object may tell: what happened, and when. */
function openItem({ item, path, choice }: Work) {
  const finder = openFinder(item, path, choice.paths);
  const name = finder.find('event', 'text', acceptText) ?? 'generic';
  const atMs = finder.find('time', 'time', acceptTime) ?? null;
  return { finder, name, atMs };
}

function decodeOne(work: Work): Decoded {
  const { item, choice, receivedAtMs } = work;
  if (!isObject(item)) return notAnObject(work);
  const { finder, name, atMs } = openItem(work);
  const entityId =
    finder.find('id', 'id (number or text)', acceptText) ?? shortHash(canonicalJson(item));
  const message = readMessage(finder, atMs ?? receivedAtMs);
  const [failure] = finder.failures;
  if (failure) return failed(name, failure);
  const { channel } = message.fields;
  const told = isOfPeople(name) ? recordFields(name, atMs ?? receivedAtMs) : {};
  const more = { channel, ...told, ...readExtras(finder, choice) };
  const facts: readonly Fact[] = [
    { entity: 'message', id: entityId, atMs, fields: message.fields },
    ...(message.fields.text === undefined ? [shownWhole(entityId, item)] : []),
    ...contactFacts(message.person, atMs, more),
  ];
  return happened(name, item, { entityId, atMs, facts });
}

/** A record of a person: whoever it names, with what the user chose of the rest. */
function decodeRecord(work: Work): Decoded {
  const { item, path, choice, receivedAtMs } = work;
  if (!isObject(item)) return notAnObject(work);
  const { finder, name, atMs } = openItem(work);
  const found = readPerson(finder);
  const person = { ...found, id: found.id ?? finder.find('id', 'id (number or text)', acceptText) };
  const channel = finder.find('channel', 'text', acceptText);
  const [failure] = finder.failures;
  if (failure) return failed(name, failure);
  const more = {
    channel,
    ...recordFields(name, atMs ?? receivedAtMs),
    ...readExtras(finder, choice),
  };
  const facts = contactFacts(person, atMs, more);
  const [fact] = facts;
  if (fact === undefined) {
    const expected = 'id, phone or e-mail';
    return failed(name, { code: 'missingField', path, expected, received: 'nothing' });
  }
  return happened(name, item, { entityId: fact.id, atMs, facts });
}

/** What the user chose beyond the columns. */
function readExtras(finder: Finder, { extras }: Choice): FieldsOf<'contact'> {
  const told = [...extras].map(([name, path]) => {
    const value = finder.at(path);
    const isEmpty = value === null || value === '';
    return [`${extraPrefix}${name}`, isEmpty ? null : acceptText(value)] as const;
  });
  return Object.fromEntries(told);
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
