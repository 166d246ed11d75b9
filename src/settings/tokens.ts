import type { Properties } from '../platform/services';

/**
 * Tokens of other systems' APIs, by what they are for (`weni`, or a connection's id). They stand in the script's properties alone: never
 * in a cell, the journal, a log or the copy of the configuration, and no page is told one again.
 */
const prefix = 'token.';

/** Signed tokens (JWT) have a thousand signs and more; a property holds 9 KB. */
export const longestToken = 4000;

/** Whether the text can stand in a header: one line of visible signs. */
export const isTokenLike = (text: string): boolean =>
  text.length <= longestToken && /^[\x21-\x7e]{4,}$/.test(text);

export function saveToken({ set }: Pick<Properties, 'set'>, owner: string, token: string): void {
  set(prefix + owner, token);
}

export function forgetToken({ remove }: Pick<Properties, 'remove'>, owner: string): void {
  remove(prefix + owner);
}

/** The token out of all properties; null when none was given. */
export const tokenOf = (all: Readonly<Record<string, string>>, owner: string): string | null =>
  all[prefix + owner] ?? null;
