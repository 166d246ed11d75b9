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

/** Creates an empty table; members come into being when they are first named: most executions name hardly any. */
export function createEnumTable(): EnumTable {
  const members = new Map<string, object>();
  const names = new WeakMap<object, string>();
  const classes = new Map<string, Record<string, object>>();
  const namesOfType = new Map<string, readonly string[]>();
  const find = (type: string, name: string): object => {
    const key = `${type}.${name}`;
    const known = members.get(key);
    if (known) return known;
    const member = makeMember(name, Math.max(0, namesOfType.get(type)?.indexOf(name) ?? 0));
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
      const addLists = (lists: EnumLists): Record<string, object> => {
        for (const [type, list] of Object.entries(lists)) namesOfType.set(type, list);
        return makeEnums(lists, find);
      };
      for (const [className, lists] of Object.entries(objectEnums)) {
        classes.set(className, addLists(lists));
      }
      return addLists(enums);
    },
    ofClass: (className) => classes.get(className) ?? {},
  };
}

/** An object with one property for each enum; an enum is made when its property is first read. */
function makeEnums(
  lists: EnumLists,
  find: (type: string, name: string) => object,
): Record<string, object> {
  const made: Record<string, object> = {};
  for (const [type, names] of Object.entries(lists)) {
    const makeEnum = (): object =>
      Object.freeze(Object.fromEntries(names.map((name) => [name, find(type, name)] as const)));
    Object.defineProperty(made, type, { enumerable: true, get: makeEnum });
  }
  return made;
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
