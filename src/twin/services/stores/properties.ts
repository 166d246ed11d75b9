import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { Call, textOf } from '../call';
import type { PropertyEntry, PropertyOptions, PropertyStores } from './property-stores';

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
    this.#stores.checkRoom(this.#name, [entry]);
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
    this.#stores.checkRoom(this.#name, [...others, ...entries]);
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

  #writeAll(entries: readonly PropertyEntry[]): this | Promise<this> {
    const before = this.#stores.options.beforeEachWrite;
    if (before !== undefined) return this.#writeOneByOne(entries, before);
    this.#stores.write(this.#name, entries);
    return this;
  }

  async #writeOneByOne(
    entries: readonly PropertyEntry[],
    before: NonNullable<PropertyOptions['beforeEachWrite']>,
  ): Promise<this> {
    for (const entry of entries) {
      await before(this.#context.id, entry[0]);
      this.#stores.write(this.#name, [entry]);
    }
    return this;
  }
}
