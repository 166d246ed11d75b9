import type { FieldsOf, Observed } from '../events/fields';

/**
 * An agent's situation in the vocabulary's words: available, paused, offline, unknown; or the vendor's own name of the status
 * where it gives one. The booleans decide, because the meaning of vendors' codes is not documented.
 */
export function situationOf(agent: FieldsOf<'agentStatus'>): string {
  if (agent.statusLabel) return agent.statusLabel;
  if (agent.isOnline === false) return 'offline';
  if (agent.isOnline === true && agent.isAvailable === true) return 'available';
  return agent.isOnline === true && agent.isAvailable === false ? 'paused' : 'unknown';
}

/** When the newest state of the list began: the first of the last run of equal states; null for an empty list. */
export function sinceWhen(history: readonly Observed[] | null | undefined): number | null {
  const newest = history?.[history.length - 1];
  if (history === null || history === undefined || newest === undefined) return null;
  let first = history.length - 1;
  while (history[first - 1]?.[1] === newest[1]) first -= 1;
  return history[first]?.[0] ?? newest[0];
}
