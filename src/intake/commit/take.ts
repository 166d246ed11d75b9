import type { Request } from '../journal/request';
import { rowsOf } from '../journal/journal-write';
import { recentRows } from './memory';

/** Requests taken from the waiting room at once, so that one hold stays short. */
const maxRequestsPerHold = 300;

/**
 * What a hold takes of those that wait, oldest first; at least one. With its own request it fills no more journal rows than the next hold
 * looks at: else, when this one is killed before it empties the waiting room, its first requests would be journaled twice.
 */
export function takeForHold(
  waiting: readonly Request[],
  own: Request | undefined,
): readonly Request[] {
  let rows = own === undefined ? 0 : rowsOf(own);
  const some = waiting.slice(0, maxRequestsPerHold);
  const tooMany = some.findIndex((request) => (rows += rowsOf(request)) > recentRows);
  return tooMany === -1 ? some : some.slice(0, Math.max(1, tooMany));
}
