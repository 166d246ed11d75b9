import type { Twin } from '../runtime/twin';
import { RequestError } from './http';

/** What a page asks through `google.script.run`. */
interface PageCall {
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** What a page is answered: the function's result, or the message of its error. */
export type PageAnswer = { readonly result: unknown } | { readonly error: string };

/** Runs a function for a page of a dialog or a sidebar, as the owner who has it open. */
export async function runForDialog(twin: Twin, body: unknown): Promise<PageAnswer> {
  return runForPage(twin, readCall(body), 'clientCall');
}

/**
 * Runs a function for a page of the web app: as the owner, for whoever looks at it. `functionName` comes from the address, the
 * arguments are the body.
 */
export async function runForVisitor(
  twin: Twin,
  functionName: string,
  args: unknown,
): Promise<PageAnswer> {
  if (!Array.isArray(args))
    throw new RequestError(400, 'The body must be a JSON array of arguments.');
  return runForPage(twin, { functionName, args }, 'webApp');
}

/** Dates and functions do not travel. Source: https://developers.google.com/apps-script/guides/html/communication */
async function runForPage(
  twin: Twin,
  { functionName, args }: PageCall,
  kind: 'clientCall' | 'webApp',
): Promise<PageAnswer> {
  try {
    const result = await twin.runForPage(functionName, args, kind);
    return { result: toPageValue(result) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function readCall(body: unknown): PageCall {
  if (typeof body !== 'object' || body === null)
    throw new RequestError(400, 'Give functionName and args.');
  const functionName: unknown = Reflect.get(body, 'functionName');
  const args: unknown = Reflect.get(body, 'args') ?? [];
  if (typeof functionName !== 'string' || !Array.isArray(args)) {
    throw new RequestError(400, 'Give functionName and args.');
  }
  return { functionName, args };
}

/** The whole result becomes null when any part of it cannot travel, as on Google. */
function toPageValue(value: unknown): unknown {
  return canTravel(value) ? value : null;
}

function canTravel(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(canTravel);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || prototype === Object.prototype;
  return isPlain && Object.values(value).every(canTravel);
}
