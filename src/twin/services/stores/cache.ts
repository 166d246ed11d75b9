import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { Call, textOf } from '../call';

/**
 * `eviction`: Google's page says that past 1,000 items the 900 farthest from expiring are kept; a measurement says first in, first out.
 * `documentCacheInWebApp`: as for the document lock.
 */
export interface CacheOptions {
  readonly eviction?: 'farthestFromExpiry' | 'fifo';
  readonly documentCacheInWebApp?: 'null' | 'works';
}

/** The sides taken unless told otherwise. */
export const defaultCacheSides = {
  eviction: 'farthestFromExpiry',
  documentCacheInWebApp: 'null',
} as const;

interface Item {
  readonly value: string;
  readonly expiresAtMs: number;
}

const VALUE_LIMIT_BYTES = 102_400;
const KEY_LIMIT_CHARACTERS = 250;
const ITEM_LIMIT = 1_000;
const ITEMS_KEPT = 900;
const DEFAULT_LIFE_S = 600;
const LONGEST_LIFE_S = 21_600;

/** What the caches of one twin hold, by cache (`script`, `document`, `user:<e-mail>`). Never on disk: a cache may forget. */
export class CacheContent {
  readonly #caches = new Map<string, Map<string, Item>>();

  constructor(readonly options: Required<CacheOptions>) {}

  /** Forgets everything in all caches, as Google may do at any time. */
  forgetAll(): void {
    this.#caches.clear();
  }

  items(cache: string): Map<string, Item> {
    const found = this.#caches.get(cache);
    if (found !== undefined) return found;
    const opened = new Map<string, Item>();
    this.#caches.set(cache, opened);
    return opened;
  }
}

/** The caches that all executions of one twin share; `farthestFromExpiry` unless told. */
export function createCacheContent(options: CacheOptions = {}): CacheContent {
  return new CacheContent({ ...defaultCacheSides, ...options });
}

/**
 * `CacheService`. Values of up to 102,400 bytes, keys of up to 250 characters, 1 to 21,600 s (600 unless told), 1,000 items.
 * Source: https://developers.google.com/apps-script/reference/cache/cache
 */
export function makeCacheService(content: CacheContent): ServiceDefinition {
  return {
    name: 'CacheService',
    enums: {},
    create: (context) => new CacheService(content, context),
  };
}

class CacheService extends HostObject {
  readonly #content: CacheContent;
  readonly #context: ExecutionContext;

  constructor(content: CacheContent, context: ExecutionContext) {
    super();
    this.#content = content;
    this.#context = context;
  }

  getScriptCache(): Cache {
    return this.#open('script');
  }

  getUserCache(): Cache {
    return this.#open(`user:${this.#context.user}`);
  }

  getDocumentCache(): Cache | null {
    const isAbsent =
      this.#context.kind === 'webApp' && this.#content.options.documentCacheInWebApp === 'null';
    return isAbsent ? null : this.#open('document');
  }

  #open(name: string): Cache {
    return new Cache(name, this.#content, this.#context);
  }
}

class Cache extends HostObject {
  readonly #name: string;
  readonly #content: CacheContent;
  readonly #context: ExecutionContext;

  constructor(name: string, content: CacheContent, context: ExecutionContext) {
    super();
    this.#name = name;
    this.#content = content;
    this.#context = context;
  }

  get(...values: unknown[]): string | null {
    return this.#find(readKey(new Call('CacheService.Cache.get', values).text(0)));
  }

  getAll(...values: unknown[]): Record<string, string> {
    const keys = new Call('CacheService.Cache.getAll', values).list(0).map(textOf);
    const found = keys.map((key) => [key, this.#find(readKey(key))] as const);
    return Object.fromEntries(
      found.flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
    );
  }

  put(...values: unknown[]): void {
    const call = new Call('CacheService.Cache.put', values);
    this.#store([[call.text(0), call.text(1)]], call.optionalInteger(2, DEFAULT_LIFE_S));
  }

  putAll(...values: unknown[]): void {
    const call = new Call('CacheService.Cache.putAll', values);
    const entries = Object.entries(call.fields(0)).map(
      ([key, value]) => [key, textOf(value)] as const,
    );
    this.#store(entries, call.optionalInteger(1, DEFAULT_LIFE_S));
  }

  remove(...values: unknown[]): void {
    this.#items.delete(readKey(new Call('CacheService.Cache.remove', values).text(0)));
  }

  removeAll(...values: unknown[]): void {
    const keys = new Call('CacheService.Cache.removeAll', values).list(0).map(textOf);
    for (const key of keys) this.#items.delete(readKey(key));
  }

  get #items(): Map<string, Item> {
    return this.#content.items(this.#name);
  }

  #find(key: string): string | null {
    const item = this.#items.get(key);
    if (item === undefined) return null;
    if (item.expiresAtMs > this.#context.clock.now()) return item.value;
    this.#items.delete(key);
    return null;
  }

  #store(entries: readonly (readonly [string, string])[], lifeSeconds: number): void {
    for (const [key, value] of entries) {
      readKey(key);
      if (Buffer.byteLength(value) > VALUE_LIMIT_BYTES)
        throw new Error('Argument too large: value');
    }
    const expiresAtMs = this.#context.clock.now() + Math.min(lifeSeconds, LONGEST_LIFE_S) * 1000;
    for (const [key, value] of entries) {
      this.#items.delete(key);
      this.#items.set(key, { value, expiresAtMs });
      if (this.#items.size > ITEM_LIMIT) this.#evict();
    }
  }

  #evict(): void {
    const nowMs = this.#context.clock.now();
    for (const [key, item] of this.#items) if (item.expiresAtMs <= nowMs) this.#items.delete(key);
    if (this.#items.size <= ITEM_LIMIT) return;
    const oldestFirst = [...this.#items];
    const order =
      this.#content.options.eviction === 'fifo'
        ? oldestFirst
        : oldestFirst.toSorted(([, a], [, b]) => a.expiresAtMs - b.expiresAtMs);
    for (const [key] of order.slice(0, order.length - ITEMS_KEPT)) this.#items.delete(key);
  }
}

function readKey(key: string): string {
  if (key === '') throw new Error('Invalid argument: key');
  if (key.length > KEY_LIMIT_CHARACTERS) throw new Error('Argument too large: key');
  return key;
}
