type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

/** A call of the probe's own web app: what `receive.ts` is to do, with which values, and what is unusual about the request. */
export interface WebCall {
  readonly task: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly request?: Options;
}

/** The request of a call, as `fetchAll` takes it. */
export function requestOf(url: string, { task, values = {}, request }: WebCall) {
  const query = Object.entries({ task, ...values }).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const address = `${url}?${query.join('&')}`;
  return { url: address, method: 'post' as const, muteHttpExceptions: true, ...request };
}

/** Calls the web app, as anybody could: no sign-in goes along. */
export function call(url: string, webCall: WebCall): GoogleAppsScript.URL_Fetch.HTTPResponse {
  const { url: address, ...options } = requestOf(url, webCall);
  return UrlFetchApp.fetch(address, options);
}

/**
 * The JSON that the web app answered.
 * @throws {Error} when it answered something else, with the beginning of that
 */
export function readJson(
  response: GoogleAppsScript.URL_Fetch.HTTPResponse,
): Record<string, unknown> {
  const text = response.getContentText();
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Said below.
  }
  throw new Error(`${response.getResponseCode()} ${plain(text).slice(0, 200)}`);
}

/** A page without its tags. */
export const plain = (html: string): string =>
  html
    .replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Which of its addresses a script believes to have. */
export function kindOfUrl(url: string | null): string {
  if (url === null || url === '') return 'null';
  const [, kind] = /\/(exec|dev)$/.exec(url) ?? [];
  return kind ?? 'other';
}
