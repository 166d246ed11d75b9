import type { ObjectReader } from '../kit/object-reader';

const types = ['incoming', 'outgoing', 'activity', 'template'] as const;

export type MessageType = (typeof types)[number];

const typeOf: ReadonlyMap<string, MessageType> = new Map(
  types.flatMap((type, number) => [[type, type] as const, [String(number), type] as const]),
);

/** `message_type`: a word on the wire, a number in the nested copies and in Evolvy's help page. */
export function readMessageType(reader: ObjectReader): MessageType | undefined {
  return typeOf.get((reader.text('message_type') ?? '').trim().toLowerCase());
}

/** From the contact or to the contact; templates (greetings, surveys) go to the contact. */
export function directionOf(type: MessageType | undefined): 'in' | 'out' | undefined {
  if (type === undefined) return undefined;
  return type === 'incoming' ? 'in' : 'out';
}
