import { parseState } from '../projections/state-text';
import type { State } from '../projections/state';
import type { KeyRow } from '../sheets/key-window';

/** When a row last learnt something, by its vendor's time; when it was appended, where it knows nothing by itself. Epoch ms. */
export function newestMs({ state, writtenAtMs }: KeyRow): number {
  const { sayings, unions }: State = parseState(state);
  const times = [
    ...sayings.map(({ atMs }) => atMs),
    ...Object.values(unions).flatMap((observed) => observed.map(([atMs]) => atMs)),
  ];
  return times.length === 0 ? writtenAtMs : Math.max(...times);
}
