import type { Fact } from '../../src/events/event';
import type { EntityId, FieldsOf } from '../../src/events/fields';
import { emptyState, joinStates, readState, stateOf } from '../../src/projections/state';

/** What a row knows after those requests' facts, each request received a second after the one before. */
export function mergedFields<E extends EntityId>(
  entity: E,
  id: string,
  requests: readonly (readonly Fact[])[],
): FieldsOf<E> {
  const firstReceivedMs = Date.UTC(2026, 9, 1, 12);
  const state = requests
    .flatMap((facts, request) =>
      facts.map((fact, index) => ({
        ...fact,
        index,
        receivedAtMs: firstReceivedMs + request * 1000,
      })),
    )
    .filter((fact) => fact.entity === entity && fact.id === id)
    .map(({ atMs, receivedAtMs, index, fields }) =>
      stateOf(entity, {
        atMs: atMs ?? receivedAtMs,
        receivedAtMs,
        index,
        hash: JSON.stringify(fields),
        fields,
      }),
    )
    .reduce((known, said) => joinStates(entity, known, said), emptyState);
  return readState(entity, state);
}
