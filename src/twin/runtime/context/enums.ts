import { tag, type WireObject } from '../wire';
import type { EnumLists, ServiceShape } from './bridge';

/** The enum members of a context: one object per type and name, so that `===` works as on Apps Script. */
export interface EnumTable {
  find(type: string, name: string): object;
  describe(value: object): WireObject | undefined;
  /** Takes a service's enums in; gives those that hang off the service itself. */
  add(service: ServiceShape): Record<string, object>;
  /** The enums that hang off objects of a class. */
  ofClass(className: string): Record<string, object>;
}

/** Creates an empty table; members come into being when they are first named. */
export function createEnumTable(): EnumTable {
  const members = new Map<string, object>();
  const names = new WeakMap<object, string>();
  const classes = new Map<string, Record<string, object>>();
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
    add: ({ enums, objectEnums }) => {
      for (const [className, lists] of Object.entries(objectEnums)) {
        classes.set(className, makeEnums(lists, find));
      }
      return makeEnums(enums, find);
    },
    ofClass: (className) => classes.get(className) ?? {},
  };
}

function makeEnums(
  lists: EnumLists,
  find: (type: string, name: string, position: number) => object,
): Record<string, object> {
  const made = Object.entries(lists).map(([type, names]) => {
    const members = names.map((name, position) => [name, find(type, name, position)] as const);
    return [type, Object.freeze(Object.fromEntries(members))] as const;
  });
  return Object.fromEntries(made);
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
