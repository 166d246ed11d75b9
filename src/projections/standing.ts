import type { FieldsOf, Observed } from '../events/fields';
import { notBefore } from '../events/observed';
import { episodesOf, isEnd, lastObserved } from './episodes';
import { newestTimeOf, readState } from './read-state';
import { isUndated } from './saying';
import type { State } from './state';

/**
 * What a conversation knows, its status and its end told by the same observations as its episodes: an event of its end that
 * shares its time with the last message, and comes before it, must not leave Conversas open and Atendimentos finished.
 */
export function readConversation(state: State): FieldsOf<'conversation'> {
  const fields = readState('conversation', state);
  const history = fields.statusHistory ?? [];
  const last = lastObserved(history);
  if (last === undefined) return fields;
  const saidAt = newestTimeOf(state, 'status') ?? -Infinity;
  const isSaidLater = saidAt > last.atMs;
  if (isEnd(last.state)) {
    // Only what was observed opens a conversation again: a message's copy of it may be older than it looks.
    const status = isSaidLater && saysEnd(fields) ? fields.status : last.state;
    return { ...fields, status, closedAt: lastEnd(history) };
  }
  if (!isSaidLater) return { ...fields, status: last.state, closedAt: null };
  return saysEnd(fields) && isDatedAt(state, saidAt) ? endAt(fields, saidAt) : fields;
}

/** When the last episode ended: of two ends without an opening between them the first, as its attendance shows. */
function lastEnd(history: readonly Observed[]): number | null {
  const ends = episodesOf(history).map(({ resolvedAt }) => resolvedAt);
  return ends[ends.length - 1] ?? null;
}

const saysEnd = ({ status }: FieldsOf<'conversation'>): boolean =>
  typeof status === 'string' && isEnd(status);

/** An end that nobody announced, but that a later event shows: it was then at the latest, until the event of the end tells when. */
function endAt(fields: FieldsOf<'conversation'>, atMs: number): FieldsOf<'conversation'> {
  const end = [atMs, notBefore(fields.status ?? '')] as const;
  return { ...fields, statusHistory: [...(fields.statusHistory ?? []), end], closedAt: atMs };
}

function isDatedAt({ sayings }: State, atMs: number): boolean {
  return sayings.some((said) => said.atMs === atMs && 'status' in said.fields && !isUndated(said));
}
