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

export function connectProperties(): Properties {
  const properties = PropertiesService.getScriptProperties();
  return {
    getAll: () => properties.getProperties(),
    get: (key) => properties.getProperty(key),
    set: (key, value) => void properties.setProperty(key, value),
    setMany: (values) => void properties.setProperties({ ...values }, false),
    remove: (key) => void properties.deleteProperty(key),
  };
}
