/**
 * The text in which values cross between the host and an execution: JSON, with a tagged object (`{"$": kind, …}`)
 * for what JSON cannot say. Used on both sides, so it names neither Node nor Apps Script.
 */
export type Wire = null | boolean | number | string | readonly Wire[] | WireObject;
export interface WireObject {
  readonly [key: string]: Wire;
}

/** A value JSON cannot hold: `kind` says which, `value` and `type` carry it. */
export interface Tag {
  readonly kind: string;
  readonly value: unknown;
  readonly type: string;
}

/** Gives the tag of a handle or enum member; undefined for ordinary objects. */
export type Describe = (value: object) => WireObject | undefined;

/** Makes the live value for a tag. */
export type Revive = (tag: Tag) => unknown;

const marker = '$';

/** Builds the tagged form of a value. */
export function tag(kind: string, value: Wire, type = ''): WireObject {
  return { [marker]: kind, v: value, c: type };
}

/** Turns a value into text; what cannot travel (functions, symbols, big integers) becomes an `unsupported` tag. */
export function encode(value: unknown, describe: Describe): string {
  return JSON.stringify(toWire(value, describe));
}

/** Turns text back into a value; `revive` makes handles, enum members and dates. */
export function decode(text: string, revive: Revive): unknown {
  const parsed: unknown = JSON.parse(text);
  return text.includes('"$":') ? reviveTree(parsed, revive) : parsed;
}

/** Revives the tags both sides read alike; null for the ones only one side knows. */
export function reviveCommon({ kind, value }: Tag): { readonly value: unknown } | null {
  if (kind === 'date') return { value: new Date(typeof value === 'number' ? value : Number.NaN) };
  if (kind === 'number') return { value: Number(value) };
  if (kind === 'undefined') return { value: undefined };
  return null;
}

function toWire(value: unknown, describe: Describe): Wire {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : tag('number', String(value));
  }
  if (value === undefined) return tag('undefined', null);
  if (typeof value !== 'object') return tag('unsupported', typeof value);
  const described = describe(value);
  if (described) return described;
  if (Array.isArray(value)) return Array.from(value, (item) => toWire(item, describe));
  if (value instanceof Date) return tag('date', value.getTime());
  return objectToWire(value, describe);
}

function objectToWire(value: object, describe: Describe): Wire {
  const pairs = Object.entries(value).map(([key, item]): [string, Wire] => [
    key,
    toWire(item, describe),
  ]);
  return marker in value ? tag('object', pairs) : Object.fromEntries(pairs);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function reviveTree(node: unknown, revive: Revive): unknown {
  if (Array.isArray(node)) {
    const items: unknown[] = node;
    items.forEach((item, index) => {
      if (typeof item === 'object') items[index] = reviveTree(item, revive);
    });
    return items;
  }
  return isRecord(node) ? reviveRecord(node, revive) : node;
}

function reviveRecord(node: Record<string, unknown>, revive: Revive): unknown {
  const kind = node[marker];
  if (typeof kind !== 'string') {
    for (const [key, item] of Object.entries(node)) node[key] = reviveTree(item, revive);
    return node;
  }
  const value = node['v'];
  if (kind === 'object' && Array.isArray(value)) {
    return Object.fromEntries(value.map((pair: unknown) => revivePair(pair, revive)));
  }
  const type = node['c'];
  return revive({ kind, value, type: typeof type === 'string' ? type : '' });
}

function revivePair(pair: unknown, revive: Revive): [string, unknown] {
  const list: readonly unknown[] = Array.isArray(pair) ? pair : [];
  const [key, item] = list;
  return [String(key), reviveTree(item, revive)];
}
