import { word } from '../../events/words/word';
import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { bracketed } from '../kit/message-text';
import { decodeWhole, said } from '../kit/decoded';
import type { ObjectReader } from '../kit/object-reader';
import { statusWord } from '../kit/status-words';
import { readFirstId, readMoment, type PlugItem } from './item';
import type { Content } from './content';
import { readContent } from './message-content';
import { lidFacts, partyFacts, type Party } from '../kit/whatsapp-party';
import { readName, readParty } from './party';

/** One message, of `receiveMessage` or of an attendance's `chat`. */
export interface Message {
  readonly id: string;
  readonly atMs: number | null;
  readonly party: Party;
  readonly contactName: string | undefined;
  readonly fields: FieldsOf<'message'>;
  /** null when the content is still to come (`waitingMessage`) or there is none. */
  readonly content: Content | null;
  /** What the body does to the message. A later act of the same moment wins over an earlier one. */
  readonly act: Act;
}

type Act = 'await' | 'write' | 'edit' | 'revoke';

/** Milliseconds that an act's clock is ahead: PlugChat may give an edit the moment of what it edits, and send it first. */
const aheadMs: Readonly<Record<Act, number>> = { await: 0, write: 0, edit: 1, revoke: 2 };

/** `receiveMessage`: the message and the person it came from. Own messages come too when PlugChat is told to send them. */
export function decodeReceived(item: PlugItem): readonly Decoded[] {
  const message = receivedAt(readMessage(item.reader), item.receivedAtMs);
  const { id, atMs, party, contactName } = message;
  const facts = [...messageFacts(message), ...partyFacts(party, contactName, atMs)];
  return decodeWhole(item, { entityId: id, atMs, facts });
}

/** A message without a time of its own was sent by the time it arrived; when one was deleted says nothing of when it was sent. */
function receivedAt(message: Message, receivedAtMs: number): Message {
  if (message.act === 'revoke') return message;
  const sentAt = message.fields.sentAt ?? receivedAtMs;
  return { ...message, fields: { ...message.fields, sentAt } };
}

/** Reads a message; `key` is its key in the `chat` map, its id there too. */
export function readMessage(reader: ObjectReader, key?: string): Message {
  const act = readAct(reader);
  const id = readId(reader, act, key);
  const party = readParty(reader);
  const isMine = said(reader.flag('fromMe'));
  const sentAt = readMoment(reader);
  const chatName = readName(reader, 'chatName', party);
  const senderName = readName(reader, 'senderName', party);
  const isFromPerson = isMine !== true && (party.phone ?? party.lid) !== undefined;
  const contactName = isFromPerson ? (senderName ?? chatName) : chatName;
  const fields: FieldsOf<'message'> = {
    conversationId: party.conversationId,
    direction: isMine === undefined ? undefined : isMine ? 'out' : 'in',
    senderName: senderName ?? automaticSender(reader) ?? participantOf(reader, isMine),
    contactName,
    phone: party.phone,
    channel: 'WhatsApp',
    sentAt,
    status: statusWord(reader.text('status')),
  };
  const content = readContent(reader);
  return { id, atMs: sentAt ?? null, party, contactName, fields, content, act };
}

function readAct(reader: ObjectReader): Act {
  if (reader.text('notification') === 'REVOKE') return 'revoke';
  if (reader.flag('isEdit') === true) return 'edit';
  return reader.flag('waitingMessage') === true ? 'await' : 'write';
}

/** A deletion may name what it deletes beside an id of its own. */
function readId(reader: ObjectReader, act: Act, key: string | undefined): string {
  const deleted = act === 'revoke' ? said(reader.id('referenceMessageId')) : undefined;
  return deleted ?? readFirstId(reader, ['messageId'], key?.trim());
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

/** The message's row. */
export function messageFacts(message: Message): readonly Fact[] {
  const { id, atMs, party, act } = message;
  const clock = atMs === null ? null : atMs + aheadMs[act];
  const bornAtMs = act === 'write' ? atMs : undefined;
  const row = { entity: 'message', id } as const;
  return [
    { ...row, atMs: clock, bornAtMs, fields: saidOf(message) },
    ...placeholderOf(message),
    ...lidFacts(id, party),
  ];
}

function saidOf({ act, fields, content }: Message): FieldsOf<'message'> {
  if (act !== 'revoke') return { ...fields, ...content };
  const { conversationId, phone, contactName, channel } = fields;
  const text = bracketed(word('deleted'), []);
  const status = 'deleted';
  return { conversationId, phone, contactName, channel, text, status, attachmentUrl: null };
}

/**
 * What stands in the row until something better is known, whenever that comes: it is older than any other saying. The content of
 * a message that is still to come or has none; of a deletion who wrote what was deleted.
 */
function placeholderOf({ id, atMs, act, fields, content }: Message): readonly Fact[] {
  const { direction, senderName } = fields;
  const place = { entity: 'message', id } as const;
  if (act === 'revoke')
    return [{ ...place, atMs: 0, fields: { direction, senderName, kind: 'unknown' } }];
  if (content !== null) return [];
  const beforeMs = atMs === null ? 0 : atMs - 1;
  return [{ ...place, atMs: beforeMs, fields: act === 'await' ? awaited : empty }];
}
