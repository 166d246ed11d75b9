/** What a message can be; decoders choose from this list, labels are made from it. */
export const messageKinds = [
  'text',
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contact',
  'reaction',
  'template',
  /** Buttons offered, or the button that was chosen. */
  'buttons',
  /** A list offered, or the line that was chosen. */
  'list',
  'poll',
  'event',
  'payment',
  'order',
  'product',
  'call',
  'pin',
  'group',
  /** A form offered, or its answers. */
  'form',
  'email',
  /** Written by the platform itself, such as "chat transferred". */
  'system',
  /** What the vendor could not or would not say. */
  'unknown',
] as const;

export type MessageKind = (typeof messageKinds)[number];
