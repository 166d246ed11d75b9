import type { Fact } from '../../src/events/event';
import type { EntityId, FieldsOf } from '../../src/events/fields';
import { emptyState, joinStates, stateOf } from '../../src/projections/state';
import { sayingHash } from '../../src/projections/saying';
import { readState } from '../../src/projections/read-state';

/** What a row knows after those requests' facts, each request received a second after the one before. */
export function mergedFields<E extends EntityId>(
  entity: E,
  id: string,
  requests: readonly (readonly Fact[])[],
): FieldsOf<E> {
  const firstReceivedMs = Date.UTC(2026, 9, 1, 12);
  let state = emptyState;
  for (const [request, facts] of requests.entries())
    for (const [index, fact] of facts.entries()) {
      if (fact.entity !== entity || fact.id !== id) continue;
      const receivedAtMs = firstReceivedMs + request * 1000;
      const { fields } = fact;
      const clock = { atMs: fact.atMs ?? receivedAtMs, receivedAtMs, index };
      const hash = sayingHash(JSON.stringify(fields), index, fact.atMs !== null);
      const saying = { ...clock, hash, revision: 1, fields };
      state = joinStates(entity, state, stateOf(entity, saying));
    }
  return readState(entity, state);
}
