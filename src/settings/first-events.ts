import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** When the first event of each connection came, by its id, epoch ms; `longAgo` where it was before anybody looked. */
export type FirstEvents = Readonly<Record<string, number>>;

export const longAgo = -1;
const key = 'firstEvents';
const nothing: { readonly at: Readonly<Record<string, unknown>> } = { at: {} };

export function firstEventsFrom(all: Readonly<Record<string, string>>): FirstEvents {
  const entries = Object.entries(decodeRecord(all[key], nothing).at);
  return Object.fromEntries(
    entries.flatMap(([id, atMs]) => (typeof atMs === 'number' ? [[id, atMs] as const] : [])),
  );
}

export function saveFirstEvents({ set }: Pick<Properties, 'set'>, at: FirstEvents): void {
  set(key, JSON.stringify({ at }));
}
