import type { DocumentChange, Storage } from '../../storage/storage';
import { DailyQuota } from '../daily-quota';

/**
 * `operationsPerDay`: 50,000 on a consumer account, 500,000 on Workspace.
 * `countBulkWritesBy`: whether `setProperties` costs one operation (`call`) or one for each key (`key`, the worse reading; no source says).
 * `valueLimitBytes`: 9 KB by Google's page; somebody stored values of up to 512 KB (https://tanaikech.github.io, 22 May 2023).
 * `beforeEachWrite`: called in `setProperties` before each key is written. When it throws (a fault, a kill) the keys before it stay
 * written: Google does not promise that the call is atomic.
 */
export interface PropertyOptions {
  readonly operationsPerDay?: number;
  readonly countBulkWritesBy?: 'key' | 'call';
  readonly valueLimitBytes?: number;
  readonly beforeEachWrite?: (executionId: string, key: string) => void | Promise<void>;
}

/** The sides taken unless told otherwise. */
export const defaultPropertySides = {
  operationsPerDay: 50_000,
  countBulkWritesBy: 'key',
  valueLimitBytes: 9 * 1024,
} as const;

const COLLECTION = 'properties';
const STORE_LIMIT_BYTES = 500 * 1024;
const STORE_FULL_TEXT =
  'You have exceeded the property storage quota. Please remove some properties and try again.';

/** A property to set, or with null to remove. */
export type PropertyEntry = readonly [key: string, value: string | null];

interface Store {
  readonly values: Map<string, string>;
  /** Keys and values together, in UTF-8. */
  bytes: number;
}

/** The property stores of one twin (`script`, `document`, `user:<e-mail>`), each change durable before the call returns. */
export class PropertyStores {
  readonly #storage: Storage;
  readonly #stores = new Map<string, Store>();
  readonly quota: DailyQuota;

  constructor(
    storage: Storage,
    readonly options: PropertyOptions,
  ) {
    this.#storage = storage;
    this.quota = new DailyQuota({
      name: 'properties',
      perDay: options.operationsPerDay ?? defaultPropertySides.operationsPerDay,
    });
    for (const [documentKey, json] of storage.read(COLLECTION)) {
      const [store, key] = splitDocumentKey(documentKey);
      apply(this.#open(store), [key, String(JSON.parse(json))]);
    }
  }

  /** All properties of a store, in the order they were first set. */
  entries(store: string): ReadonlyMap<string, string> {
    return this.#open(store).values;
  }

  /** How much of what Google allows a store takes, from 0 to 1. */
  shareUsed(store: string): number {
    return this.#open(store).bytes / STORE_LIMIT_BYTES;
  }

  /** Throws Google's texts when a key or value is not allowed, or the store would be too full. */
  checkRoom(store: string, entries: readonly PropertyEntry[]): void {
    const { bytes, values } = this.#open(store);
    const { valueLimitBytes = defaultPropertySides.valueLimitBytes } = this.options;
    for (const entry of entries) checkEntry(entry, valueLimitBytes);
    const added = entries
      .map((entry) => growth(values, entry))
      .reduce((sum, size) => sum + size, 0);
    if (bytes + added > STORE_LIMIT_BYTES) throw new Error(STORE_FULL_TEXT);
  }

  /** Sets (or, with null, removes) properties in one durable transaction. */
  write(store: string, entries: readonly PropertyEntry[]): void {
    if (entries.length === 0) return;
    this.#storage.commit(entries.map((entry) => toChange(store, entry)));
    for (const entry of entries) apply(this.#open(store), entry);
  }

  #open(store: string): Store {
    const found = this.#stores.get(store);
    if (found !== undefined) return found;
    const opened = { values: new Map<string, string>(), bytes: 0 };
    this.#stores.set(store, opened);
    return opened;
  }
}

/** Opens the property stores kept in `storage` (collection `properties`). */
export function createPropertyStores(
  storage: Storage,
  options: PropertyOptions = {},
): PropertyStores {
  return new PropertyStores(storage, options);
}

function checkEntry([key, value]: PropertyEntry, valueLimitBytes: number): void {
  if (key === '') throw new Error('Invalid argument: key');
  if (value !== null && Buffer.byteLength(value) > valueLimitBytes) {
    throw new Error('Argument too large: value');
  }
}

function apply(store: Store, entry: PropertyEntry): void {
  const [key, value] = entry;
  store.bytes += growth(store.values, entry);
  if (value === null) store.values.delete(key);
  else store.values.set(key, value);
}

/** By how many bytes a change makes a store larger. */
function growth(values: ReadonlyMap<string, string>, [key, value]: PropertyEntry): number {
  return sizeOf(key, value) - sizeOf(key, values.get(key) ?? null);
}

function sizeOf(key: string, value: string | null): number {
  return value === null ? 0 : Buffer.byteLength(key) + Buffer.byteLength(value);
}

function toChange(store: string, [key, value]: PropertyEntry): DocumentChange {
  const json = value === null ? null : JSON.stringify(value);
  return { collection: COLLECTION, key: `${encodeURIComponent(store)}/${key}`, json };
}

function splitDocumentKey(documentKey: string): readonly [store: string, key: string] {
  const slash = documentKey.indexOf('/');
  return [decodeURIComponent(documentKey.slice(0, slash)), documentKey.slice(slash + 1)];
}
