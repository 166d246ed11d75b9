import type { Twin } from '../../src/twin/runtime/twin';

const store = 'script';

/** A connection as it is stored. */
export interface StoredConnection {
  readonly id: string;
  readonly account: string;
  readonly secrets: readonly string[];
  readonly tokens: readonly string[];
}

/** The object that a script property holds; an empty one when it holds none. */
export function readStored(twin: Twin, key: string): Readonly<Record<string, unknown>> {
  const text = twin.services.properties.entries(store).get(key);
  const value: unknown = text === undefined ? {} : JSON.parse(text);
  return { ...(typeof value === 'object' ? value : {}) };
}

/** Changes fields of an object that a script property holds. */
export function changeStored(twin: Twin, key: string, changes: object): void {
  const changed = JSON.stringify({ ...readStored(twin, key), ...changes });
  twin.services.properties.write(store, [[key, changed]]);
}

/** All connections, as they are stored. */
export function storedConnections(twin: Twin): readonly StoredConnection[] {
  const keys = [...twin.services.properties.entries(store).keys()];
  return keys
    .filter((key) => key.startsWith('connection.'))
    .map((key) => readStored(twin, key))
    .map(({ id, account, secrets, tokens }) => ({
      id: String(id),
      account: String(account),
      secrets: texts(secrets),
      tokens: texts(tokens),
    }));
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];
