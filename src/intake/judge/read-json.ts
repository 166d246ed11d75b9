/** A whole number of so many digits may lie beyond 2^53, where `JSON.parse` would round it. */
const mayRound = /[[:,\s]-?\d{16,}\s*[,\]}]/;
const textOrNumber = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads a body as JSON; null when it is none. A byte order mark at its beginning is skipped. Whole numbers that a JavaScript
 * number cannot hold exactly come as text, so that two long ids never become one.
 *
 * @example readJson('{"id":12345678901234567890}') // { value: { id: '12345678901234567890' } }
 */
export function readJson(body: string): { readonly value: unknown } | null {
  const text = body.replace(/^\uFEFF/, '');
  try {
    const value: unknown = JSON.parse(mayRound.test(text) ? quoteLongNumbers(text) : text);
    return { value };
  } catch {
    return null;
  }
}

function quoteLongNumbers(text: string): string {
  return text.replace(textOrNumber, (token) => (isRounded(token) ? `"${token}"` : token));
}

const isRounded = (token: string): boolean =>
  /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
