import type { FieldsOf } from '../events/fields';
import { episodesOf, isEnd, lastObserved } from './episodes';
import { newestTimeOf, readState } from './read-state';
import type { State } from './state';

/**
 * What a conversation knows, its status and its end told by the same observations as its episodes: an event of its end that
 * shares its time with the last message, and comes before it, must not leave Conversas open and Atendimentos finished.
 */
export function readConversation(state: State): FieldsOf<'conversation'> {
  const fields = readState('conversation', state);
  const history = fields.statusHistory ?? [];
  const last = lastObserved(history);
  const saidAt = newestTimeOf(state, 'status') ?? -Infinity;
  const mayHold = saidAt > (last?.atMs ?? -Infinity) && !undoesEnd(fields.status, last?.state);
  if (last === undefined || mayHold) return fields;
  const ends = episodesOf(history).map(({ resolvedAt }) => resolvedAt);
  const closedAt = isEnd(last.state) ? (fields.closedAt ?? ends[ends.length - 1] ?? null) : null;
  return { ...fields, status: last.state, closedAt };
}

/** Only what was observed opens a conversation again: a message's copy of it may be older than it looks. */
function undoesEnd(said: string | null | undefined, last: string | undefined): boolean {
  return last !== undefined && isEnd(last) && !(typeof said === 'string' && isEnd(said));
}
