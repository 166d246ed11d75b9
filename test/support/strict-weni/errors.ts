import type { WeniReply } from './workspace';

/** Messages by field, or below it by place or key. */
export type Errors = Record<string, string[] | Record<string, string[]>>;

type ErrorPlace = string | { readonly field: string; readonly at: string };

export function addError(errors: Errors, place: ErrorPlace, message: string): void {
  if (typeof place === 'string') {
    const known = errors[place];
    if (Array.isArray(known)) known.push(message);
    else errors[place] = [message];
    return;
  }
  const known = errors[place.field];
  if (Array.isArray(known)) return;
  const below = known ?? {};
  errors[place.field] = below;
  below[place.at] = [...(below[place.at] ?? []), message];
}

export const reply = (errors: Errors): WeniReply => ({ status: 400, body: errors });

/** A value of a body as text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
