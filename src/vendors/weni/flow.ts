import type { Fact } from '../../events/event';
import type { ObjectReader } from '../kit/object-reader';
import { readBody } from './attachments';
import { contactColumns, contactFacts, makeContact, readContact, type Contact } from './contact';
import type { Said } from '../kit/decoded';

/**
 * The body of a flow's "call webhook" card, whose default is `{contact, flow, results}` (older flows: also path, run, input,
 * channel), and of "call resthook", which always has all of them. The conversation is the run of the flow; a body without
 * one is the contact's passage through that flow.
 */
export function readFlow(reader: ObjectReader): Said | null {
  const contact = completeContact(readContact(reader), reader);
  const flow = reader.child('flow');
  const run = reader.child('run');
  const passage = [flow.id('uuid') ?? flow.text('name'), contact.key].filter((part) => part);
  const id = run.id('uuid') ?? passage.join(':');
  if (id === '' || contact.key === undefined) return null;
  const openedAt = run.time('created_on') ?? undefined;
  const atMs = newestTime(reader, openedAt);
  const inbox = channelName(reader);
  const fields = {
    ...contactColumns(contact),
    inbox,
    status: 'bot',
    labels: [...flowLabel(flow), ...readResults(reader.child('results'))],
    openedAt,
    lastActivityAt: atMs ?? undefined,
  };
  const facts: readonly Fact[] = [
    { entity: 'conversation', id, atMs, bornAtMs: openedAt, fields },
    ...inputFacts({ reader, contact, conversationId: id, atMs }),
    ...contactFacts(contact, atMs),
  ];
  return { entityId: id, atMs, facts };
}

/** `contact.urn` is null for contacts without one; the input may still say where it came from. */
function completeContact(contact: Contact, reader: ObjectReader): Contact {
  if (contact.channel !== undefined) return contact;
  return makeContact(contact.uuid, contact.name, inputUrn(reader.child('input')));
}

function inputUrn(input: ObjectReader): string | undefined {
  if (typeof input.raw('urn') === 'string') return input.text('urn') ?? undefined;
  const urn = input.child('urn');
  const [scheme, path] = [urn.text('scheme'), urn.text('path')];
  return scheme && path ? `${scheme}:${path}` : undefined;
}

/** The newest moment that the body names: it is the version of what it says. */
function newestTime(reader: ObjectReader, openedAt: number | undefined): number | null {
  const times = [
    openedAt,
    reader.child('input').time('created_on'),
    ...reader.items('path').map((step) => step.time('arrived_on')),
  ].filter((time) => typeof time === 'number');
  return times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b));
}

function channelName(reader: ObjectReader): string | undefined {
  const own = reader.child('channel').text('name');
  return own ?? reader.child('input').child('channel').text('name') ?? undefined;
}

/** The flow's name and its results as labels, such as `Registration` and `Favorite Color: Red`. */
function readResults(results: ObjectReader): readonly string[] {
  return results.keys().flatMap((key) => {
    const result = results.child(key);
    const category = result.text('category');
    const value = result.text('value');
    const words = isTelling(category) ? category : (value ?? category);
    return words ? [`${result.text('name') ?? key}: ${words}`] : [];
  });
}

/** Categories that Weni gives to any answer: the answer itself says more. */
const anyAnswer: ReadonlySet<string> = new Set(['All Responses', 'Has Text', 'Other']);

const isTelling = (category: string | null | undefined): boolean =>
  typeof category === 'string' && !anyAnswer.has(category);

function flowLabel(flow: ObjectReader): readonly string[] {
  const name = flow.text('name');
  return name ? [name] : [];
}

interface InputOf {
  readonly reader: ObjectReader;
  readonly contact: Contact;
  readonly conversationId: string;
  readonly atMs: number | null;
}

/** The contact's last message, where the body has it; without a uuid of its own it is named by the run and its time. */
function inputFacts({ reader, contact, conversationId, atMs }: InputOf): readonly Fact[] {
  const input = reader.child('input');
  if (input.keys().length === 0) return [];
  const sentAt = input.time('created_on') ?? atMs ?? undefined;
  const id = input.id('uuid') ?? `${conversationId}:${sentAt ?? ''}`;
  const { name, phone, channel } = contact;
  const fields = {
    ...readBody(input, 'attachments'),
    conversationId,
    direction: 'in',
    senderName: name,
    contactName: name,
    phone,
    channel,
    sentAt,
  };
  return [
    { entity: 'message', id, atMs: sentAt ?? null, bornAtMs: input.time('created_on'), fields },
  ];
}
