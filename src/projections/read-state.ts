import type { EntityId, FieldsOf } from '../events/fields';
import type { State } from './state';

/** What the state says of each field now. The state holds only fields of its entity: `stateOf` lets no others in. */
export function readState<E extends EntityId>(_entity: E, state: State): FieldsOf<E> {
  const values: Record<string, unknown> = { ...state.bests, ...state.unions };
  for (const saying of state.sayings) Object.assign(values, saying.fields);
  return values as FieldsOf<E>;
}
