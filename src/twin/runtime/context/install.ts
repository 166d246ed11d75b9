import { createConsole } from './console';
import { createDate } from './date';
import { createEnumTable } from './enums';
import { createGenerator } from './generator';
import { createHandleTable, type HandleTable } from './handles';
import type { ContextSetup, ExecutionSetup } from './bridge';

/** The function to call; `found` is whatever the project has under that name. */
export interface Entry {
  readonly name: string;
  readonly found: unknown;
}

/** How the thread drives the code in a context. All values are texts; the context's own objects never leave it. */
export interface ContextControl {
  /** Calls the entry function with encoded arguments; never throws. */
  invoke(entry: Entry, args: string): void;
  /** Records a failure that happened while the scripts were evaluated. */
  fail(error: unknown): void;
  /** After the microtasks: `v` + encoded result, or `e` + JSON of `Failure`. */
  finish(): string;
}

/** An uncaught exception, as the error page and the executions list tell it. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Names of a bare V8 context that Apps Script does not have. */
const foreignNames = ['SharedArrayBuffer', 'Atomics', 'gc'];

/** Begins an execution in a context; gives the thread control over it. */
export type BeginExecution = (setup: ExecutionSetup) => ContextControl;

/** Gives a fresh context the globals of Apps Script. Runs inside the context. */
export function install({ bridge, timeZone }: ContextSetup): BeginExecution {
  for (const name of foreignNames) Reflect.deleteProperty(globalThis, name);
  const now = () => bridge.now();
  defineGlobal('Date', createDate(now, timeZone));
  return ({ services, seed }) => {
    const enums = createEnumTable();
    const handles = createHandleTable(bridge, enums);
    defineGlobal('console', createConsole(bridge));
    Math.random = createGenerator(seed);
    for (const service of services) {
      const handle = handles.find(service.handle, service.name, enums.add(service));
      defineGlobal(service.name, handle);
    }
    return createControl(handles);
  };
}

function defineGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}

function createControl(handles: HandleTable): ContextControl {
  let outcome: { readonly value: unknown } | { readonly error: unknown } = { value: undefined };
  const fail = (error: unknown) => {
    outcome = { error };
  };
  return {
    invoke: (entry, args) => {
      try {
        const value: unknown = Reflect.apply(
          asFunction(entry),
          undefined,
          asList(handles.decode(args)),
        );
        outcome = { value };
        if (value instanceof Promise)
          value.then((later: unknown) => (outcome = { value: later }), fail);
      } catch (error) {
        fail(error);
      }
    },
    fail,
    finish: () => {
      if ('error' in outcome) return `e${JSON.stringify(describeFailure(outcome.error))}`;
      const { value } = outcome;
      return `v${handles.encode(value instanceof Promise ? undefined : value)}`;
    },
  };
}

function asFunction({ name, found }: Entry): () => unknown {
  if (typeof found === 'function') {
    return (...args: unknown[]): unknown => Reflect.apply(found, undefined, args);
  }
  const error = new Error(`Script function not found: ${name}`);
  error.name = '';
  throw error;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function describeFailure(error: unknown): Failure {
  if (error instanceof Error) {
    const { name, message, stack = '' } = error;
    return asTexts({ name, message, stack });
  }
  return { name: '', message: String(error), stack: '' };
}

/** Scripts may have put anything into an error's fields. */
function asTexts({ name, message, stack }: Record<keyof Failure, unknown>): Failure {
  return { name: String(name), message: String(message), stack: String(stack) };
}
