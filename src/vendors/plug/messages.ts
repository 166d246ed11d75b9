import { word } from '../../events/words/word';
import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { bracketed } from '../message-text';
import { decodeWhole, said } from '../decoded';
import type { ObjectReader } from '../object-reader';
import { readFirstId, readMoment, type PlugItem } from './item';
import type { Content } from './content';
import { readContent } from './message-content';
import { contactFacts, readName, readParty, type Party } from './party';
import { readStatusWord } from './status-words';

/** One message, of `receiveMessage` or of an attendance's `chat`. */
export interface Message {
  readonly id: string;
  readonly atMs: number | null;
  readonly party: Party;
  readonly contactName: string | undefined;
  readonly fields: FieldsOf<'message'>;
  /** null when the content is still to come (`waitingMessage`) or there is none. */
  readonly content: Content | null;
  readonly isAwaited: boolean;
}

/** `receiveMessage`: the message and the person it came from. Own messages come too when PlugChat is told to send them. */
export function decodeReceived(item: PlugItem): readonly Decoded[] {
  const message = receivedAt(readMessage(item.reader), item.receivedAtMs);
  const { id, atMs, party, contactName } = message;
  const facts = [...messageFacts(message), ...contactFacts(party, contactName, atMs)];
  return decodeWhole(item, { entityId: id, atMs, facts });
}

/** A message without a time of its own was sent by the time it arrived. */
function receivedAt(message: Message, receivedAtMs: number): Message {
  const sentAt = message.fields.sentAt ?? receivedAtMs;
  return { ...message, fields: { ...message.fields, sentAt } };
}

/** Reads a message; `key` is its key in the `chat` map, its id there too. */
export function readMessage(reader: ObjectReader, key?: string): Message {
  const id = readFirstId(reader, ['messageId'], key?.trim());
  const party = readParty(reader);
  const isMine = said(reader.flag('fromMe'));
  const sentAt = readMoment(reader);
  const chatName = readName(reader, 'chatName', party.phone);
  const senderName = readName(reader, 'senderName', party.phone);
  const isFromPerson = isMine !== true && party.contactKey !== null;
  const contactName = isFromPerson ? (senderName ?? chatName) : chatName;
  const fields: FieldsOf<'message'> = {
    conversationId: party.conversationId,
    direction: isMine === undefined ? undefined : isMine ? 'out' : 'in',
    senderName: senderName ?? automaticSender(reader) ?? participantOf(reader, isMine),
    contactName,
    phone: party.phone,
    channel: 'WhatsApp',
    sentAt,
    status: readStatusWord(reader),
  };
  const content = readContent(reader);
  const isAwaited = reader.flag('waitingMessage') === true;
  return { id, atMs: sentAt ?? null, party, contactName, fields, content, isAwaited };
}

/** The operator who wrote is never said; that nobody wrote is. */
function automaticSender(reader: ObjectReader): string | undefined {
  return reader.flag('isAutomaticMessage') === true ? word('automatic') : undefined;
}

/** Who wrote in a group without showing a name. */
function participantOf(reader: ObjectReader, isMine: boolean | undefined): string | undefined {
  if (isMine === true || reader.flag('isGroup') !== true) return undefined;
  return said(reader.id('participantPhone')) ?? said(reader.id('participantLid'));
}

const awaited: Content = { kind: 'unknown', text: bracketed(word('awaited'), []) };
const empty: Content = { kind: 'unknown', text: bracketed(word('empty'), []) };

/**
 * The message's row. A message whose content is still to come gets a placeholder with an earlier clock, so that
 * the content wins whenever it comes, before or after.
 */
export function messageFacts(message: Message): readonly Fact[] {
  const { id, atMs, fields, content } = message;
  const known: Fact = { entity: 'message', id, atMs, fields: { ...fields, ...content } };
  if (content !== null) return [known];
  const beforeMs = atMs === null ? 0 : atMs - 1;
  const placeholder = message.isAwaited ? awaited : empty;
  return [known, { entity: 'message', id, atMs: beforeMs, fields: placeholder }];
}
