import { shortHash } from '../events/short-hash';
import type { Services } from '../platform/services';

/** People who were erased are known by keyed hashes of what names them, each so long; they begin with a sign that is cheap to tell. */
export const entryLength = 11;
const signLength = 3;

/** Who was erased. */
export interface Gone {
  readonly isEmpty: boolean;
  has(identity: string): boolean;
  /** From now on that names somebody who was erased, too. Gives its entry. */
  add(identity: string): string;
}

type Hmac = Pick<Services['codec'], 'hmacSha256WebSafe'>;

/** @param entries one behind the other, as they are stored */
export function openGone(
  { hmacSha256WebSafe }: Hmac,
  key: string,
  entries: readonly string[],
): Gone {
  const known = new Set<string>();
  const signs = new Set<string>();
  const keep = (entry: string): void => {
    known.add(entry);
    signs.add(entry.slice(0, signLength));
  };
  for (const text of entries)
    for (let at = 0; at + entryLength <= text.length; at += entryLength)
      keep(text.slice(at, at + entryLength));
  const signOf = (identity: string): string =>
    shortHash(`${key}|${identity}`).padStart(signLength, '0').slice(-signLength);
  const entryOf = (identity: string): string =>
    signOf(identity) +
    hmacSha256WebSafe(`gone|${identity}`, key).slice(0, entryLength - signLength);
  return {
    get isEmpty() {
      return known.size === 0;
    },
    has: (identity) => signs.has(signOf(identity)) && known.has(entryOf(identity)),
    add: (identity) => {
      const entry = entryOf(identity);
      keep(entry);
      return entry;
    },
  };
}
