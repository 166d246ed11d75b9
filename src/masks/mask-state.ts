import type { EntityId } from '../events/fields';
import { readState } from '../projections/read-state';
import type { State } from '../projections/state';
import { maskFields } from './mask-fields';
import type { Mask } from './mask-values';

/** What a row knows, with what is personal in it masked; where all ids go, sayings are told by pseudonyms of their hashes. */
export function maskState(entity: EntityId, state: State, mask: Mask): State {
  const isFromTeam = entity === 'message' && readState('message', state).direction === 'out';
  const owner = { entity, isFromTeam };
  const unions = Object.entries(maskFields(state.unions, owner, mask));
  return {
    sayings: state.sayings.map((saying) => ({
      ...saying,
      hash: mask.ids === 'all' ? mask.pseudonyms.hash(saying.hash) : saying.hash,
      fields: maskFields(saying.fields, owner, mask),
    })),
    unions: Object.fromEntries(
      unions.map(([name, observed]) => [name, Array.isArray(observed) ? observed : []]),
    ),
  };
}
