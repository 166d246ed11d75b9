import { parseObject } from '../events/decode-record';
import type { Services } from '../platform/services';
import { lockKeys, readMarks, type LockMarks } from './busy-mark';
import { configFrom, type Config } from './config';
import { choosePacket, packetPlaces, packetsIn, type Packet } from './laid-out';
import { isOfPrivacy } from './privacy';
import { readReserve } from './reserve';

const cacheKey = 'config.1';
const validMs = 300_000;
/** Another word after each change: what was read before it is known by the word of then. */
const changedKey = 'config.changed';
const rereadKey = 'config.reread';
const rereadMs = 10_000;
/** Of a thousand items the cache forgets those first that are nearest to their end: so what is kept carries its time, and lives long. */
const lifetimeSeconds = 21_600;

/** What a request is met with. */
export interface Welcome {
  readonly config: Config;
  readonly marks: LockMarks;
  readonly packet: Packet | null;
}

/** The configuration, from the cache when it is there (about 5 ms instead of 30), and what is said of the lock. May be up to five minutes old. */
export function loadConfig(services: Services): Welcome {
  const known = services.cache.getMany([cacheKey, changedKey, ...lockKeys, ...packetPlaces]);
  const { [cacheKey]: cached, [changedKey]: changed = '' } = known;
  const nowMs = services.clock.now();
  const texts = cached === undefined ? null : readTexts(cached);
  const isValid = nowMs - Number(texts?.['atMs'] ?? 0) < validMs && texts?.['changed'] === changed;
  // Who read before a change may put what it read into the cache after it.
  const config = texts !== null && isValid ? configFrom(texts) : reloadOrReserve(services, changed);
  const packet = choosePacket(packetsIn(known, nowMs), nowMs);
  return { config, marks: readMarks(known, nowMs), packet };
}

/** When Google refuses the properties (their daily limit), the copy in the settings sheet must do. */
function reloadOrReserve(services: Services, changed: string): Config {
  try {
    return reload(services, changed);
  } catch (error) {
    const reserve = readReserve(services);
    if (reserve === null) throw error;
    return reserve;
  }
}

/** Reads the configuration from the properties and remembers it. */
export const reloadConfig = (services: Services): Config => reload(services, readChanged(services));

const readChanged = ({ cache }: Services): string => cache.get(changedKey) ?? '';

/** `changed` was read before. */
function reload(services: Services, changed: string): Config {
  const all = services.properties.getAll();
  const ours = Object.entries(all).filter(
    ([key]) => key === 'settings' || key.startsWith('connection.') || isOfPrivacy(key),
  );
  const remembered = { ...Object.fromEntries(ours), changed, atMs: String(services.clock.now()) };
  services.cache.put(cacheKey, JSON.stringify(remembered), lifetimeSeconds);
  return configFrom(all);
}

/** What was read before this moment is no longer trusted; whoever has changed the configuration calls this. */
export function forgetConfig({ cache, codec }: Services): void {
  cache.put(changedKey, codec.uuid(), lifetimeSeconds);
}

/**
 * Before a sender is refused the properties are read once more, at most every ten seconds, so that a stale cache
 * never turns away a correct sender, and a stranger cannot spend the daily quota of reads.
 */
export function reloadBeforeRefusal(services: Services): Config | null {
  const nowMs = services.clock.now();
  if (nowMs - Number(services.cache.get(rereadKey) ?? 0) < rereadMs) return null;
  services.cache.put(rereadKey, String(nowMs), lifetimeSeconds);
  return reloadOrReserve(services, readChanged(services));
}

function readTexts(cached: string): Record<string, string> {
  const texts = Object.entries(parseObject(cached)).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(texts);
}
