import { decodeRecord, parseObject } from '../events/decode-record';
import type { Properties, Services } from '../platform/services';

/** A key that shows the board on a screen, and nothing else. */
export interface Screen {
  readonly id: string;
  /** As the user called it. */
  readonly name: string;
  /** SHA-256 of the key, web-safe; the key itself is nowhere. */
  readonly digest: string;
  /** Whether customers are shown by name. */
  readonly showsNames: boolean;
  readonly madeAtMs: number;
}

const blank: Screen = { id: '', name: '', digest: '', showsNames: false, madeAtMs: 0 };

const property = 'screens';

/** Reads the screens out of all properties; what is damaged is left out. */
export function screensFrom(all: Readonly<Record<string, string>>): readonly Screen[] {
  const { list } = parseObject(all[property]);
  return (Array.isArray(list) ? list : [])
    .map((one: unknown) => decodeRecord(JSON.stringify(one ?? null), blank))
    .filter(({ id, digest }) => id !== '' && digest.length === 43);
}

/** Callers hold the lock. A key that was ended opens nothing from now on. */
export function saveScreens(
  { properties, cache, codec }: Services,
  screens: readonly Screen[],
): void {
  saveList(properties, screens);
  cache.put(screenPlaces.changed, codec.uuid(), lifetimeSeconds);
}

function saveList(properties: Properties, screens: readonly Screen[]): void {
  if (screens.length === 0) properties.remove(property);
  else properties.set(property, JSON.stringify({ list: screens }));
}

/** Where the cache keeps what a screen is answered from. */
export const screenPlaces = {
  /** The board as it was drawn last. */
  board: 'screen.board',
  /** The keys' digests. */
  known: 'screen.known',
  /** Another word after each change of the keys: what was read before is known by the word of then. */
  changed: 'screen.changed',
  /** When the properties were last read for a screen, and when the board was last made for one, epoch ms. */
  reread: 'screen.reread',
  remade: 'screen.remade',
} as const;

/** The longest that Google allows. */
const lifetimeSeconds = 21_600;
const validMs = 600_000;

/** What the cache says of screens. */
export type KnownScreens = Readonly<Record<string, string>>;

/** One call. */
export const readKnown = ({ cache }: Pick<Services, 'cache'>): KnownScreens =>
  cache.getMany(Object.values(screenPlaces));

/** The screens that the cache knows; null when it has forgotten them, or they have changed since. */
export function screensIn(known: KnownScreens, nowMs: number): readonly Screen[] | null {
  const { changed, atMs, list } = parseObject(known[screenPlaces.known]);
  const isFresh = changed === (known[screenPlaces.changed] ?? '') && nowMs - Number(atMs) < validMs;
  return isFresh && Array.isArray(list)
    ? screensFrom({ [property]: JSON.stringify({ list }) })
    : null;
}

/** Remembers the screens; `known` was read before the properties were. */
export function keepScreens(
  { cache, clock }: Pick<Services, 'cache' | 'clock'>,
  screens: readonly Screen[],
  known: KnownScreens,
): void {
  const changed = known[screenPlaces.changed] ?? '';
  const text = JSON.stringify({ changed, atMs: clock.now(), list: screens });
  cache.put(screenPlaces.known, text, lifetimeSeconds);
}

/** Keeps the board that screens show. */
export const keepBoard = ({ cache }: Pick<Services, 'cache'>, board: string): void =>
  cache.put(screenPlaces.board, board, lifetimeSeconds);

const pauseMs = 10_000;

/** Whether ten seconds have passed since that was last done; if so it counts as done now. */
export function mayAgain(
  { cache, clock }: Pick<Services, 'cache' | 'clock'>,
  known: KnownScreens,
  place: 'reread' | 'remade',
): boolean {
  const nowMs = clock.now();
  if (nowMs - Number(known[screenPlaces[place]] ?? 0) < pauseMs) return false;
  cache.put(screenPlaces[place], String(nowMs), lifetimeSeconds);
  return true;
}
