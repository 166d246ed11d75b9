import { dropMarks } from '../../events/words/word';
import { parseTime } from '../../events/time';
import { isObject } from '../kit/object-reader';
import { isShared, partyOf, type Party } from '../kit/whatsapp-party';

type Part = Readonly<Record<string, unknown>>;

/** Which message an item is of, and whose chat it is in. */
export interface EvolutionKey {
  readonly id: string | undefined;
  readonly isMine: boolean;
  readonly party: Party;
  /** Who wrote in a group, without a name. */
  readonly participant: string | undefined;
}

/**
 * Reads the key of an item: WhatsApp's own `key`, or the flat form of `messages.update` (`keyId`; its `messageId` is a row of
 * Evolution's database, https://github.com/evolution-foundation/evolution-api/issues/2010). Where the address is a LID, the phone
 * stands in `remoteJidAlt` or `senderPn` (issue 2466), of which the latter is our own in messages of ours.
 */
export function readEvolutionKey(item: Part): EvolutionKey {
  const key = isObject(item['key']) ? item['key'] : item;
  const find = (...names: readonly string[]): string | undefined =>
    names.map((name) => textOf(key[name]) ?? textOf(item[name])).find((text) => text !== undefined);
  const isMine = key['fromMe'] === true || key['fromMe'] === 'true';
  const chat = find('remoteJid');
  const alternatives = [find('remoteJidAlt'), isMine ? undefined : find('senderPn')];
  const addresses = [chat, ...alternatives].flatMap((address) => address ?? []);
  const isGroup = chat !== undefined && isShared(chat);
  return {
    id: isObject(item['key']) ? textOf(key['id']) : find('keyId', 'id'),
    isMine,
    party: partyOf(isGroup ? [chat] : addresses),
    participant: isGroup
      ? partyOf([find('participantAlt', 'participantPn', 'participant') ?? '']).phone
      : undefined,
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? dropMarks(value.trim()) : undefined;
}

/** Epoch ms of a time that may come as the two halves of a 64 bit number. */
export function readEvolutionTime(value: unknown): number | undefined {
  const low = isObject(value) ? value['low'] : value;
  return parseTime(low) ?? undefined;
}
