import { tag, type WireObject } from '../wire';
import type { ServiceShape } from './bridge';

/** The enum members of a context: one object per type and name, so that `===` works as on Apps Script. */
export interface EnumTable {
  find(type: string, name: string): object;
  describe(value: object): WireObject | undefined;
  /** The enums that hang off a service, by name. */
  ofService(service: ServiceShape): Record<string, object>;
}

/** Creates an empty table; members come into being when they are first named. */
export function createEnumTable(): EnumTable {
  const members = new Map<string, object>();
  const names = new WeakMap<object, string>();
  const find = (type: string, name: string, position = 0): object => {
    const key = `${type}.${name}`;
    const known = members.get(key);
    if (known) return known;
    const member = makeMember(name, position);
    members.set(key, member);
    names.set(member, name);
    return member;
  };
  return {
    find,
    describe: (value) => {
      const name = names.get(value);
      return name === undefined ? undefined : tag('text', name);
    },
    ofService: (service) =>
      Object.fromEntries(
        service.enums.map(({ name, members: list }) => [name, makeEnum(name, list, find)]),
      ),
  };
}

function makeEnum(
  type: string,
  list: readonly string[],
  find: (type: string, name: string, position: number) => object,
): object {
  return Object.freeze(
    Object.fromEntries(list.map((name, position) => [name, find(type, name, position)])),
  );
}

function makeMember(name: string, position: number): object {
  const asName = () => name;
  const methods = { toString: asName, name: asName, toJSON: asName, ordinal: () => position };
  return Object.freeze(
    Object.defineProperties(
      {},
      Object.fromEntries(Object.entries(methods).map(([key, value]) => [key, { value }])),
    ),
  );
}
