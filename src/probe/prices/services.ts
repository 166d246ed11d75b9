import type { Desk } from '../notes';
import { marks } from '../places';
import { priceAll, timed, type PriceJob } from './time';

/** Prices of properties, cache, lock and of what needs no round trip; the names are those of the twin's cost table. */
export function priceServices(desk: Desk): void {
  priceAll([...listStores(), ...listOthers()], desk);
}

const keyOf = (index: number): string => `${marks.key}.price.${index}`;
const longValue = 'x'.repeat(8_000);

function listStores(): readonly PriceJob[] {
  const properties = PropertiesService.getUserProperties();
  const cache = CacheService.getUserCache();
  const often = { samples: 15 };
  return [
    timed('Properties.setProperty', often, (index) => {
      properties.setProperty(keyOf(index), longValue);
    }),
    timed('Properties.getProperty', often, (index) => void properties.getProperty(keyOf(index))),
    timed('properties.of120kB', { samples: 5 }, () => void properties.getProperties()),
    timed('Properties.setProperties', { samples: 5 }, (index) => {
      properties.setProperties({ [keyOf(index)]: 'x', [keyOf(index + 1)]: 'y' });
    }),
    timed('Properties.deleteProperty', often, (index) => {
      properties.deleteProperty(keyOf(index));
    }),
    timed('Cache.put', often, (index) => cache.put(keyOf(index), 'x', 600)),
    timed('Cache.get', often, (index) => void cache.get(keyOf(index))),
    timed('Cache.remove', often, (index) => cache.remove(keyOf(index))),
  ];
}

function listOthers(): readonly PriceJob[] {
  const lock = LockService.getUserLock();
  const take = (): void => void lock.tryLock(0);
  const release = (): void => lock.releaseLock();
  const bytes = Utilities.newBlob(longValue);
  const local = { samples: 5, repeat: 10 };
  return [
    timed('Lock.tryLock', { samples: 10, before: release }, take),
    timed('Lock.releaseLock', { samples: 10, before: take }, release),
    timed('Utilities.computeDigest', local, () => {
      Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'x');
    }),
    timed('Utilities.getUuid', local, () => void Utilities.getUuid()),
    timed('Utilities.gzip', local, () => void Utilities.gzip(bytes)),
    timed('ScriptApp.getProjectTriggers', { samples: 6 }, () => {
      ScriptApp.getProjectTriggers();
    }),
  ];
}
