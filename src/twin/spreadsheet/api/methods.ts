import type { HostObject } from '../../runtime/host-object';
import { describeArgument, type ArgumentType, type Values } from './arguments';

/** One signature of a method and what it does. */
export interface Overload<S> {
  readonly arity: number;
  /** Runs when the arguments fit; null when they do not. */
  readonly tryRun: (self: S, args: readonly unknown[]) => { readonly result: unknown } | null;
}

/** The methods of one class by name; a method has one signature or several. */
export type MethodTable<S> = Readonly<Record<string, Overload<S> | readonly Overload<S>[]>>;

/** Makes the signatures of one class: `on([number, string], (self, row, text) => …)`. */
export function signaturesOf<S>(): <const P extends readonly ArgumentType<unknown>[]>(
  params: P,
  run: (self: S, ...args: Values<P>) => unknown,
) => Overload<S> {
  return (params, run) => ({
    arity: params.length,
    tryRun: (self, args) => (fit(params, args) ? { result: run(self, ...args) } : null),
  });
}

function fit<P extends readonly ArgumentType<unknown>[]>(
  params: P,
  args: readonly unknown[],
): args is Values<P> {
  return params.length === args.length && params.every((type, index) => type.is(args[index]));
}

/** A class whose instances get methods. */
interface HostClass<S> {
  readonly name: string;
  readonly prototype: S;
}

/**
 * Puts the methods on the class's prototype, where the bridge to the execution finds them.
 * Arguments that fit no signature throw Google's text for that.
 */
export function installMethods<S extends HostObject>(
  made: HostClass<S>,
  table: MethodTable<S>,
  path = `SpreadsheetApp.${made.name}`,
): void {
  for (const [name, entry] of Object.entries(table)) {
    const overloads = 'tryRun' in entry ? [entry] : entry;
    const method = function (this: S, ...args: unknown[]): unknown {
      return runOverload(overloads, { self: this, args, title: `${path}.${name}` });
    };
    Object.defineProperty(method, 'name', { value: name });
    Object.defineProperty(made.prototype, name, { value: method, configurable: true });
  }
}

interface MethodCall<S> {
  readonly self: S;
  readonly args: readonly unknown[];
  readonly title: string;
}

function runOverload<S>(overloads: readonly Overload<S>[], call: MethodCall<S>): unknown {
  const args = withoutMissing(call.args);
  for (const overload of overloads) {
    const padded = overload.arity > args.length ? call.args.slice(0, overload.arity) : args;
    const done = overload.tryRun(call.self, padded);
    if (done) return done.result;
  }
  const types = call.args.map(describeArgument).join(',');
  throw new Error(`The parameters (${types}) don't match the method signature for ${call.title}.`);
}

/** Trailing `undefined`s count as not given. */
function withoutMissing(args: readonly unknown[]): readonly unknown[] {
  let length = args.length;
  while (length > 0 && args[length - 1] === undefined) length--;
  return args.slice(0, length);
}
