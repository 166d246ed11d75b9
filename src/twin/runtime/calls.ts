import type { Failure } from './context/install';
import { UnsupportedValue } from './handle-store';
import { findMethod } from './methods';
import type { ExplainRefusal } from './permissions';
import { AuthorizationRequired } from '../services/triggers/authorization';
import type { Run } from './run';
import type { CallResult, Fault, ServiceCall } from './seam';
import type { ThreadMessage } from './thread-messages';

export type CallMessage = Extract<ThreadMessage, { readonly type: 'call' }>;

/** A call that was found, ready to be performed. */
export interface PreparedCall {
  readonly call: ServiceCall;
  perform(): unknown;
}

/** Finds receiver and method of a call; a text is the reason why it cannot be made. */
export function prepareCall(
  run: Run,
  message: CallMessage,
  explainRefusal: ExplainRefusal,
): PreparedCall | string {
  const receiver = run.handles.find(message.handle);
  if (!receiver) return `The handle ${message.handle} belongs to no object of this execution.`;
  const { object, className, service } = receiver;
  const name = `${className}.${message.method}`;
  const method = findMethod(object, message.method);
  if (!method) return `twin does not model ${name}`;
  const refusal = explainRefusal(name, run.context);
  if (refusal !== null) return refusal;
  const args = asList(run.handles.decode(message.args));
  const call: ServiceCall = {
    execution: run.info,
    index: run.callCount++,
    className,
    method: message.method,
    args,
    service,
    receiver: object,
  };
  const mismatch = explainMismatch(name, args);
  return mismatch ?? { call, perform: () => method(object, args) };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function explainMismatch(name: string, args: readonly unknown[]): string | null {
  if (!args.some((arg) => arg instanceof UnsupportedValue)) return null;
  const types = args.map(nameType).join();
  return `The parameters (${types}) don't match the method signature for ${name}.`;
}

function nameType(value: unknown): string {
  if (value instanceof UnsupportedValue) return value.type === 'function' ? '(class)' : value.type;
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  return typeof value === 'object' && value !== null && 'constructor' in value
    ? value.constructor.name
    : String(value);
}

/** Performs a call; as its fault wants it, if there is one. */
export function perform(
  prepared: PreparedCall,
  fault: Fault | undefined,
): CallResult | Promise<CallResult> {
  if (fault?.kind === 'answer') return { ok: true, value: fault.value };
  if (fault?.kind !== 'throw') return performNow(prepared);
  const thrown: CallResult = { ok: false, message: fault.message, isFatal: false };
  if (fault.when === 'before') return thrown;
  const result = performNow(prepared);
  return isPromise(result) ? result.then(() => thrown) : thrown;
}

function performNow(prepared: PreparedCall): CallResult | Promise<CallResult> {
  try {
    const value = prepared.perform();
    return isPromise(value) ? settle(value) : { ok: true, value };
  } catch (error) {
    return failedResult(error);
  }
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

async function settle(value: unknown): Promise<CallResult> {
  try {
    return { ok: true, value: await value };
  } catch (error) {
    return failedResult(error);
  }
}

/** How a call went that threw; the demand for authorisation ends the execution. */
function failedResult(error: unknown): CallResult {
  const isFatal = error instanceof AuthorizationRequired;
  return { ok: false, message: messageOf(error), isFatal };
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A fault of ours or of the machine as an uncaught exception. */
export function failureOf(error: unknown): Failure {
  return { name: '', message: messageOf(error), stack: '' };
}
