import { type ExecutionContext, HostObject, type ServiceDefinition } from '../runtime/host-object';
import type { DocumentChange, Storage } from '../storage/storage';
import { Call, textOf } from './call';
import { DailyQuota } from './daily-quota';

/**
 * `operationsPerDay`: 50,000 on a consumer account, 500,000 on Workspace.
 * `countBulkWritesBy`: whether `setProperties` costs one operation (`call`) or one for each key (`key`, the worse reading; no source says).
 * `beforeEachWrite`: called in `setProperties` before each key is written. When it throws (a fault, a kill) the keys before it stay
 * written: Google does not promise that the call is atomic.
 */
export interface PropertyOptions {
  readonly operationsPerDay?: number;
  readonly countBulkWritesBy?: 'key' | 'call';
  readonly beforeEachWrite?: (executionId: string, key: string) => void | Promise<void>;
}

const COLLECTION = 'properties';
const VALUE_LIMIT_BYTES = 9 * 1024;
const STORE_LIMIT_BYTES = 500 * 1024;
const STORE_FULL_TEXT =
  'You have exceeded the property storage quota. Please remove some properties and try again.';

type Entry = readonly [key: string, value: string | null];

/** The property stores of one twin (`script`, `document`, `user:<e-mail>`), each change durable before the call returns. */
export class PropertyStores {
  readonly #storage: Storage;
  readonly #stores = new Map<string, Map<string, string>>();
  readonly quota: DailyQuota;

  constructor(
    storage: Storage,
    readonly options: PropertyOptions,
  ) {
    this.#storage = storage;
    this.quota = new DailyQuota({ name: 'properties', perDay: options.operationsPerDay ?? 50_000 });
    for (const [documentKey, json] of storage.read(COLLECTION)) {
      const [store, key] = splitDocumentKey(documentKey);
      this.#open(store).set(key, String(JSON.parse(json)));
    }
  }

  /** All properties of a store, in the order they were first set. */
  entries(store: string): ReadonlyMap<string, string> {
    return this.#open(store);
  }

  /** Sets (or, with null, removes) properties in one durable transaction. */
  write(store: string, entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    this.#storage.commit(entries.map((entry) => toChange(store, entry)));
    const properties = this.#open(store);
    for (const [key, value] of entries) {
      if (value === null) properties.delete(key);
      else properties.set(key, value);
    }
  }

  #open(store: string): Map<string, string> {
    const found = this.#stores.get(store);
    if (found !== undefined) return found;
    const opened = new Map<string, string>();
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

/**
 * `PropertiesService`. Values are text of up to 9 KB, a store's keys and values together up to 500 KB, operations are counted a day.
 * Sources: https://developers.google.com/apps-script/reference/properties/properties and
 * https://developers.google.com/apps-script/guides/services/quotas
 */
export function makePropertiesService(stores: PropertyStores): ServiceDefinition {
  return {
    name: 'PropertiesService',
    enums: {},
    create: (context) => new PropertiesService(stores, context),
  };
}

class PropertiesService extends HostObject {
  readonly #stores: PropertyStores;
  readonly #context: ExecutionContext;

  constructor(stores: PropertyStores, context: ExecutionContext) {
    super();
    this.#stores = stores;
    this.#context = context;
  }

  getScriptProperties(): Properties {
    return new Properties('script', this.#stores, this.#context);
  }

  getUserProperties(): Properties {
    return new Properties(`user:${this.#context.user}`, this.#stores, this.#context);
  }

  getDocumentProperties(): Properties {
    return new Properties('document', this.#stores, this.#context);
  }
}

class Properties extends HostObject {
  readonly #name: string;
  readonly #stores: PropertyStores;
  readonly #context: ExecutionContext;

  constructor(name: string, stores: PropertyStores, context: ExecutionContext) {
    super();
    this.#name = name;
    this.#stores = stores;
    this.#context = context;
  }

  getProperty(...values: unknown[]): string | null {
    const key = new Call('PropertiesService.Properties.getProperty', values).text(0);
    this.#spend(1);
    return this.#entries.get(key) ?? null;
  }

  getProperties(): Record<string, string> {
    this.#spend(1);
    return Object.fromEntries(this.#entries);
  }

  getKeys(): string[] {
    this.#spend(1);
    return [...this.#entries.keys()];
  }

  setProperty(...values: unknown[]): this {
    const call = new Call('PropertiesService.Properties.setProperty', values);
    const entry = [call.text(0), call.text(1)] as const;
    this.#spend(1);
    checkRoom(this.#entries, [entry]);
    this.#stores.write(this.#name, [entry]);
    return this;
  }

  setProperties(...values: unknown[]): this | Promise<this> {
    const call = new Call('PropertiesService.Properties.setProperties', values);
    const entries = Object.entries(call.fields(0)).map(
      ([key, value]) => [key, textOf(value)] as const,
    );
    const others = !call.lacks(1) && call.flag(1) ? this.#othersThan(entries) : [];
    const isByCall = this.#stores.options.countBulkWritesBy === 'call';
    this.#spend(isByCall ? 1 : Math.max(1, entries.length));
    checkRoom(this.#entries, [...others, ...entries]);
    return this.#writeAll([...others, ...entries]);
  }

  deleteProperty(...values: unknown[]): this {
    const key = new Call('PropertiesService.Properties.deleteProperty', values).text(0);
    this.#spend(1);
    if (this.#entries.has(key)) this.#stores.write(this.#name, [[key, null]]);
    return this;
  }

  deleteAllProperties(): this {
    this.#spend(1);
    this.#stores.write(this.#name, this.#othersThan([]));
    return this;
  }

  get #entries(): ReadonlyMap<string, string> {
    return this.#stores.entries(this.#name);
  }

  #spend(operations: number): void {
    this.#stores.quota.spend(this.#context.user, this.#context.clock.now(), operations);
  }

  #othersThan(
    entries: readonly (readonly [string, string])[],
  ): readonly (readonly [string, null])[] {
    const kept = new Set(entries.map(([key]) => key));
    return [...this.#entries.keys()].filter((key) => !kept.has(key)).map((key) => [key, null]);
  }

  #writeAll(entries: readonly Entry[]): this | Promise<this> {
    const before = this.#stores.options.beforeEachWrite;
    if (before !== undefined) return this.#writeOneByOne(entries, before);
    this.#stores.write(this.#name, entries);
    return this;
  }

  async #writeOneByOne(
    entries: readonly Entry[],
    before: NonNullable<PropertyOptions['beforeEachWrite']>,
  ): Promise<this> {
    for (const entry of entries) {
      await before(this.#context.id, entry[0]);
      this.#stores.write(this.#name, [entry]);
    }
    return this;
  }
}

function checkRoom(current: ReadonlyMap<string, string>, entries: readonly Entry[]): void {
  let bytes = sizeOf([...current]);
  for (const [key, value] of entries) {
    if (key === '') throw new Error('Invalid argument: key');
    if (value !== null && Buffer.byteLength(value) > VALUE_LIMIT_BYTES) {
      throw new Error('Argument too large: value');
    }
    const old = current.get(key);
    bytes +=
      (value === null ? 0 : sizeOf([[key, value]])) -
      (old === undefined ? 0 : sizeOf([[key, old]]));
  }
  if (bytes > STORE_LIMIT_BYTES) throw new Error(STORE_FULL_TEXT);
}

function sizeOf(entries: readonly (readonly [string, string])[]): number {
  return entries.reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
}

function toChange(store: string, [key, value]: Entry): DocumentChange {
  const json = value === null ? null : JSON.stringify(value);
  return { collection: COLLECTION, key: `${encodeURIComponent(store)}/${key}`, json };
}

function splitDocumentKey(documentKey: string): readonly [store: string, key: string] {
  const slash = documentKey.indexOf('/');
  return [decodeURIComponent(documentKey.slice(0, slash)), documentKey.slice(slash + 1)];
}
