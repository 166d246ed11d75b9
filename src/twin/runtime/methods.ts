import { HostObject } from './host-object';

type Method = (receiver: HostObject, args: readonly unknown[]) => unknown;

const methodsOfClass = new WeakMap<object, Map<string, Method | null>>();

/** The public method of that name, or null: the host's own names (`_…`, `$…`), fields and accessors cannot be called. */
export function findMethod(object: HostObject, name: string): Method | null {
  const prototype = Reflect.getPrototypeOf(object) ?? object;
  const methods = methodsOfClass.get(prototype) ?? new Map<string, Method | null>();
  methodsOfClass.set(prototype, methods);
  const known = methods.get(name);
  if (known !== undefined) return known;
  const method = lookUp(prototype, name);
  methods.set(name, method);
  return method;
}

function lookUp(prototype: object, name: string): Method | null {
  if (name === 'constructor' || /^[_$]/.test(name)) return null;
  for (
    let level: object | null = prototype;
    level && level !== HostObject.prototype;
    level = Reflect.getPrototypeOf(level)
  ) {
    const value: unknown = Object.getOwnPropertyDescriptor(level, name)?.value;
    if (typeof value === 'function') {
      return (receiver, args): unknown => Reflect.apply(value, receiver, args);
    }
  }
  return null;
}
