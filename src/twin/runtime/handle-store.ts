import { EnumValue, HostObject, type ServiceDefinition } from './host-object';
import { decode, encode, reviveCommon, tag, type Tag, type WireObject } from './wire';

/** A host object as an execution knows it. */
interface Receiver {
  readonly object: HostObject;
  readonly className: string;
  readonly service: string;
}

/** A function or symbol that a script put where only data can go. */
export class UnsupportedValue {
  constructor(readonly type: string) {}
}

/** The host objects one execution has handles of. Services have the numbers 0, 1, … in the order of their table. */
export interface HandleStore {
  find(handle: number): Receiver | undefined;
  encode(value: unknown, service: string): string;
  decode(text: string): unknown;
}

/** Creates an execution's store; a service's object is made when it is first called. */
export function createHandleStore(
  services: readonly ServiceDefinition[],
  create: (service: ServiceDefinition) => HostObject,
): HandleStore {
  const receivers = new Map<number, Receiver>();
  const numbers = new Map<HostObject, number>();
  const add = (handle: number, receiver: Receiver) => {
    receivers.set(handle, receiver);
    numbers.set(receiver.object, handle);
    return receiver;
  };
  const numberOf = (object: HostObject, service: string) => {
    const known = numbers.get(object);
    if (known !== undefined) return known;
    const handle = services.length + numbers.size;
    add(handle, { object, className: classNameOf(object), service });
    return handle;
  };
  const describe = (value: object, service: string): WireObject | undefined => {
    if (value instanceof HostObject) {
      return tag('handle', numberOf(value, service), classNameOf(value));
    }
    return value instanceof EnumValue ? tag('enum', value.name, value.type) : undefined;
  };
  return {
    find: (handle) => {
      const known = receivers.get(handle);
      const service = services[handle];
      if (known || !service) return known;
      const { name } = service;
      return add(handle, { object: create(service), className: name, service: name });
    },
    encode: (value, service) => encode(value, (item) => describe(item, service)),
    decode: (text) => decode(text, (found) => revive(found, receivers)),
  };
}

function revive(found: Tag, receivers: ReadonlyMap<number, Receiver>): unknown {
  const { kind, value } = found;
  if (kind === 'handle' && typeof value === 'number') return receivers.get(value)?.object;
  if (kind === 'text') return value;
  if (kind === 'unsupported') return new UnsupportedValue(String(value));
  return reviveCommon(found)?.value;
}

const classNames = new Map<object, string>();

/** The class's name; what a bundler adds to tell equal names apart (`_Range`, `Range2`) is taken off. */
export function classNameOf(object: HostObject): string {
  const { constructor } = object;
  const known = classNames.get(constructor);
  if (known !== undefined) return known;
  const name = constructor.name.replace(/^_+|\d+$/g, '');
  classNames.set(constructor, name);
  return name;
}
