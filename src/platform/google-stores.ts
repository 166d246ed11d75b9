import type { Cache, Lock, Properties } from './services';

/** The script lock: the only kind whose work in an anonymous web call is not disputed. */
export function connectLock(): Lock {
  const lock = LockService.getScriptLock();
  return {
    tryAcquire: (waitMs) => lock.tryLock(waitMs),
    release: () => lock.releaseLock(),
  };
}

export function connectCache(): Cache {
  const cache = CacheService.getScriptCache();
  return {
    get: (key) => cache.get(key),
    put: (key, value, lifetimeSeconds) => cache.put(key, value, lifetimeSeconds),
    remove: (key) => cache.remove(key),
  };
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
