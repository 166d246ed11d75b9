import type { Meter } from './meter';
import type { Cache, Lock, Properties } from './services';

/**
 * The script lock: the only kind whose work in an anonymous web call is not disputed. Google may refuse an operation under load
 * ("too many LockService operations"): to ask is then as good as busy, and a lock that is not released ends with the run.
 */
export function connectLock(): Lock {
  const lock = LockService.getScriptLock();
  return {
    tryAcquire: (waitMs) => {
      try {
        return lock.tryLock(waitMs);
      } catch {
        return false;
      }
    },
    release: () => {
      try {
        lock.releaseLock();
      } catch {
        // It ends with this execution.
      }
    },
  };
}

/** The cache may forget anything at any time; one that fails has forgotten everything, and must not cost an event. */
export function connectCache(): Cache {
  const cache = CacheService.getScriptCache();
  return {
    get: (key) => orElse(null, () => cache.get(key)),
    getMany: (keys) => orElse({}, () => cache.getAll([...keys])),
    put: (key, value, lifetimeSeconds) =>
      orElse(undefined, () => cache.put(key, value, lifetimeSeconds)),
    putMany: (values, lifetimeSeconds) =>
      orElse(undefined, () => cache.putAll({ ...values }, lifetimeSeconds)),
    remove: (key) => orElse(undefined, () => cache.remove(key)),
  };
}

function orElse<T>(instead: T, ask: () => T): T {
  try {
    return ask();
  } catch {
    return instead;
  }
}

/**
 * The script's properties. The meter is told of each call as Google's daily quota counts it: one for each key that is written or
 * deleted, one for a read of one key or of all; refused calls too.
 */
export function connectProperties(meter: Meter): Properties {
  const properties = PropertiesService.getScriptProperties();
  const counted = <T>(operations: number, call: () => T): T => {
    meter.spend(operations);
    return call();
  };
  return {
    getAll: () => counted(1, () => properties.getProperties()),
    get: (key) => counted(1, () => properties.getProperty(key)),
    set: (key, value) => void counted(1, () => properties.setProperty(key, value)),
    setMany: (values) =>
      void counted(Math.max(1, Object.keys(values).length), () =>
        properties.setProperties({ ...values }, false),
      ),
    remove: (key) => void counted(1, () => properties.deleteProperty(key)),
  };
}
