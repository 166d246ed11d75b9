/** The event object of `doPost` as far as we use it (https://developers.google.com/apps-script/guides/web#request_parameters). */
export interface WebEvent {
  readonly queryString?: string | null;
  readonly postData?: { readonly contents?: string };
}

/** What the URL says of the sender. Blank where it says nothing. */
export interface Address {
  readonly connectionId: string;
  readonly secret: string;
  readonly webhook: string;
  /** True for the panel's own test event. No platform's address says so, and it takes the secret as any other. */
  readonly isTest: boolean;
}

/**
 * Reads `k=<connection id>.<secret>`, `w=<webhook>` and `t=1` (a test event of the panel) from the query string itself: a form body would be merged into
 * `parameter`, and could then pretend to be part of the URL.
 */
export function readAddress(event: WebEvent): Address {
  const query = readQuery(event);
  const [connectionId = '', secret = ''] = (query.get('k') ?? '').split('.');
  return { connectionId, secret, webhook: query.get('w') ?? '', isTest: query.get('t') === '1' };
}

/** What the query string says; of an event that is none, nothing: anybody may call the web app's functions with anything. */
export function readQuery(event: unknown): ReadonlyMap<string, string> {
  const text: unknown =
    typeof event === 'object' && event !== null ? Reflect.get(event, 'queryString') : '';
  const pairs = (typeof text === 'string' ? text : '').split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return [name, decodeComponent(value)] as const;
  });
  return new Map(pairs);
}

function decodeComponent(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

/** The raw body, whatever content type it was sent under; blank when there is none. */
export function readBody(event: WebEvent): string {
  return event.postData?.contents ?? '';
}
