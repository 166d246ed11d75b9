import { parseObject } from '../events/decode-record';
import type { Services } from '../platform/services';
import { busyKey } from './busy-mark';
import { configFrom, type Config } from './config';
import { readReserve } from './reserve';

const cacheKey = 'config.1';
const cacheSeconds = 300;
const changedKey = 'config.changed';
/** Clocks of two executions differ by less. */
const clockMarginMs = 1000;
const rereadKey = 'config.reread';
const rereadSeconds = 10;

/** What a request is met with. */
export interface Welcome {
  readonly config: Config;
  /** The lock was busy a moment ago. */
  readonly isBusy: boolean;
}

/** The configuration, from the cache when it is there (about 5 ms instead of 30), and the busy mark. May be up to five minutes old. */
export function loadConfig(services: Services): Welcome {
  const {
    [cacheKey]: cached,
    [changedKey]: changedAt,
    [busyKey]: mark,
  } = services.cache.getMany([cacheKey, changedKey, busyKey]);
  const texts = cached === undefined ? null : readTexts(cached);
  const isFresh = texts !== null && isReadAfter(texts, changedAt);
  return {
    config: isFresh ? configFrom(texts) : reloadOrReserve(services),
    isBusy: mark !== undefined,
  };
}

/** Who read before a change may put what it read into the cache after it. */
function isReadAfter({ readAtMs }: Readonly<Record<string, string>>, changedAt?: string): boolean {
  return changedAt === undefined || Number(readAtMs ?? 0) > Number(changedAt) + clockMarginMs;
}

/** When Google refuses the properties (their daily limit), the copy in the settings sheet must do. */
function reloadOrReserve(services: Services): Config {
  try {
    return reloadConfig(services);
  } catch (error) {
    const reserve = readReserve(services);
    if (reserve === null) throw error;
    return reserve;
  }
}

/** Reads the configuration from the properties and remembers it. */
export function reloadConfig(services: Services): Config {
  const readAtMs = services.clock.now();
  const all = services.properties.getAll();
  const ours = Object.entries(all).filter(
    ([key]) => key === 'settings' || key.startsWith('connection.'),
  );
  const remembered = { ...Object.fromEntries(ours), readAtMs: String(readAtMs) };
  services.cache.put(cacheKey, JSON.stringify(remembered), cacheSeconds);
  return configFrom(all);
}

/** What was read before this moment is no longer trusted; whoever has changed the configuration calls this. */
export function forgetConfig(services: Services): void {
  services.cache.put(changedKey, String(services.clock.now()), 2 * cacheSeconds);
}

/**
 * Before a sender is refused the properties are read once more, at most every ten seconds, so that a stale cache
 * never turns away a correct sender, and a stranger cannot spend the daily quota of reads.
 */
export function reloadBeforeRefusal(services: Services): Config | null {
  if (services.cache.get(rereadKey) !== null) return null;
  services.cache.put(rereadKey, '1', rereadSeconds);
  return reloadOrReserve(services);
}

function readTexts(cached: string): Record<string, string> {
  const texts = Object.entries(parseObject(cached)).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(texts);
}
