import { readChoices } from '../../choices/choices';
import type { Config } from '../../settings/config';
import { journalStatuses, openStatuses, type Line } from '../journal/journal';

/** Which lines are worked off: open ones, and what a connection kept while it was paused, once it has gone on. */
export function openIn({ connections }: Config): (line: Line) => boolean {
  const going = new Set(
    connections.filter(({ choices }) => !readChoices(choices).isPaused).map(({ id }) => id),
  );
  return ({ status, connectionId }) =>
    openStatuses.has(status) || (status === journalStatuses.held && going.has(connectionId));
}
