import type { Twin } from '../runtime/twin';
import { RequestError } from './http';

/** What a page asks through `google.script.run`. */
interface PageCall {
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/**
 * Runs a function for a page, as the owner. Names that end in `_` are private. Dates and functions do not travel.
 * Source: https://developers.google.com/apps-script/guides/html/communication
 */
export async function runFromPage(
  twin: Twin,
  body: unknown,
): Promise<{ readonly result: unknown } | { readonly error: string }> {
  const { functionName, args } = readCall(body);
  if (functionName.endsWith('_')) return { error: `${functionName} is not a function` };
  try {
    const result = await twin.run(functionName, args, 'clientCall');
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
