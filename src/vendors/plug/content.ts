import type { MessageKind } from '../../events/message-kinds';
import type { ObjectReader } from '../kit/object-reader';

/** What a message says. */
export interface Content {
  readonly kind: MessageKind;
  readonly text: string;
  readonly attachmentUrl?: string | undefined;
}

/** Reads the object that makes a message of its kind; `message` is the whole message. */
export type ReadContent = (part: ObjectReader, message: ObjectReader) => Content;

/** The lines that say something. */
export function joinLines(lines: readonly (string | null | undefined)[]): string {
  return lines.filter(Boolean).join('\n');
}

/** What can be chosen: `[Sim | Não]`; blank when there is nothing. */
export function choices(labels: readonly string[]): string {
  const shown = labels.filter((label) => label !== '');
  return shown.length === 0 ? '' : `[${shown.join(' | ')}]`;
}
