import { decodeRecord } from '../../events/decode-record';
import { headedIds } from './waiting-room';

type All = Readonly<Record<string, string>>;

/** What Google gives all properties of a script together (https://developers.google.com/apps-script/guides/services/quotas). */
export const spaceBytes = 500_000;

/** What the waiting room takes of it, and all properties together; a sign counts as one byte, nearly all are. */
export function sizeOf(all: All): { readonly room: number; readonly all: number } {
  let [room, sum] = [0, 0];
  for (const [key, value] of Object.entries(all)) {
    const size = key.length + value.length;
    sum += size;
    if (key.startsWith('q.')) room += size;
  }
  return { room, all: sum };
}

/** Since when the oldest request waits that is not done, epoch ms; null when none does. Keys of what is done may stand a while longer. */
export function oldestMs(all: All, done: ReadonlySet<string>): number | null {
  const moments = headedIds(all)
    .filter((id) => !done.has(id))
    .map((id) => decodeRecord(all[`q.${id}.h`], { at: 0 }).at)
    .filter((atMs) => atMs > 0);
  return moments.length === 0 ? null : Math.min(...moments);
}
