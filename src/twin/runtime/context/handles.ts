import { decode, encode, reviveCommon, tag, type Tag, type WireObject } from '../wire';
import type { Bridge } from './bridge';
import type { EnumTable } from './enums';

/** The handles of a context: stand-ins for objects that live in the host. */
export interface HandleTable {
  /** The handle with this number, made when first asked for. `own` are properties of its own (a service's enums). */
  find(handle: number, className: string, own?: Record<string, unknown>): object;
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/** Names that must look absent, or JavaScript itself would call the host (`await handle`, `JSON.stringify(handle)`). */
const absent = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'prototype', '$$typeof']);

/** Creates the table of handles over a bridge to the host. */
export function createHandleTable(bridge: Bridge, enums: EnumTable): HandleTable {
  const handles = new Map<number, object>();
  const numbers = new WeakMap<object, number>();
  const table: HandleTable = {
    find: (handle, className, own = enums.ofClass(className)) => {
      const known = handles.get(handle);
      if (known) return known;
      const made = makeHandle({ handle, className, own, bridge, table });
      handles.set(handle, made);
      numbers.set(made, handle);
      return made;
    },
    encode: (value) => encode(value, describe),
    decode: (text) => decode(text, revive),
  };
  const describe = (value: object): WireObject | undefined => {
    const handle = numbers.get(value);
    return handle === undefined ? enums.describe(value) : tag('handle', handle);
  };
  const revive = (found: Tag): unknown => reviveHere(found, table, enums);
  return table;
}

function reviveHere(found: Tag, table: HandleTable, enums: EnumTable): unknown {
  const { kind, value, type } = found;
  if (kind === 'handle' && typeof value === 'number') return table.find(value, type);
  if (kind === 'enum' && typeof value === 'string') return enums.find(type, value);
  return reviveCommon(found)?.value;
}

interface HandleParts {
  readonly handle: number;
  readonly className: string;
  readonly own: Record<string, unknown>;
  readonly bridge: Bridge;
  readonly table: HandleTable;
}

function makeHandle(parts: HandleParts): object {
  const properties = new Map<PropertyKey, unknown>();
  const asText = () => parts.className;
  properties.set('toString', asText).set(Symbol.toPrimitive, asText);
  return new Proxy(Object.freeze({}), {
    get: (_target, key) => {
      if (properties.has(key)) return properties.get(key);
      if (Object.hasOwn(parts.own, key)) {
        const value: unknown = Reflect.get(parts.own, key);
        properties.set(key, value);
        return value;
      }
      if (typeof key === 'symbol' || absent.has(key)) return undefined;
      const method = makeMethod(parts, key);
      properties.set(key, method);
      return method;
    },
    set: (_target, key) => {
      throw new Error(`Cannot add property ${String(key)} to ${parts.className}.`);
    },
  });
}

function makeMethod({ handle, bridge, table }: HandleParts, method: string): object {
  return function callHost(...args: unknown[]): unknown {
    const answer = bridge.call(handle, method, table.encode(args));
    const body = answer.slice(1);
    if (answer.startsWith('v')) return table.decode(body);
    throw makeException(body, callHost);
  };
}

/** What a service throws: an Error named `Exception`, with a stack that begins at the caller. */
function makeException(message: string, above: (...args: unknown[]) => unknown): Error {
  const error = new Error(message);
  error.name = 'Exception';
  Error.captureStackTrace(error, above);
  return error;
}
