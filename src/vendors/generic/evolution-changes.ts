import { isObject } from '../kit/object-reader';
import { unwrapMessage } from './evolution-content';
import { readEvolutionKey, readEvolutionTime } from './evolution-key';

type Part = Readonly<Record<string, unknown>>;

/** What an item does to an earlier message: `protocolMessage` of the types REVOKE (0) and MESSAGE_EDIT (14). */
export interface Change {
  /** Of the earlier message. */
  readonly id: string | undefined;
  /** Its new content; null when it was deleted. */
  readonly edited: unknown;
  readonly atMs: number | undefined;
}

/** The change that a message is; null when it is a message of its own. */
export function changeIn(message: unknown): Change | null {
  const inner = unwrapMessage(message);
  const change = isObject(inner) ? inner['protocolMessage'] : undefined;
  return isObject(change) ? readChange(change) : null;
}

/** Reads a change; null when it is neither a deletion nor an edit. */
export function readChange(change: Part): Change | null {
  const { type, editedMessage } = change;
  const isDeletion = type === 0 || type === 'REVOKE';
  if (!isDeletion && !isObject(editedMessage)) return null;
  const { id } = readEvolutionKey(change);
  const atMs = readEvolutionTime(change['timestampMs']);
  return { id, edited: isDeletion ? null : editedMessage, atMs };
}
