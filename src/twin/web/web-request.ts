import { defaultWebSides, type WebSides } from './web-sides';

/** A request to the web app, as it comes from the wire (or a test). */
export interface WebRequest {
  readonly method: string;
  /** What follows `?`, without it; blank when there is none. */
  readonly query: string;
  /** What follows `/exec`, such as `/a/b`; blank when there is none. */
  readonly path?: string;
  /** Null when the request names none. */
  readonly contentType: string | null;
  readonly body: Uint8Array;
}

/** The body of a web call as `e.postData` gives it. */
interface PostData {
  readonly length: number;
  readonly type: string;
  readonly contents: string;
  readonly name: 'postData';
}

/** The argument of doGet and doPost. */
export interface WebEvent {
  readonly queryString: string;
  readonly parameter: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly contextPath: '';
  /** Bytes of the body; -1 for GET. */
  readonly contentLength: number;
  readonly postData?: PostData;
}

const formType = 'application/x-www-form-urlencoded';
const defaultType = 'application/octet-stream';

/**
 * Builds the event object that Google hands to doGet and doPost: no headers, no client address, no `pathInfo`.
 * Sources: https://developers.google.com/apps-script/guides/web#request_parameters and docs/twin-evidence.md, "Web app".
 */
export function buildWebEvent(
  { method, query, contentType, body }: WebRequest,
  { postDataType }: Pick<WebSides, 'postDataType'> = defaultWebSides,
): WebEvent {
  const hasBody = method === 'POST' && body.length > 0;
  const contents = hasBody ? new TextDecoder().decode(body) : '';
  const isForm = (contentType ?? '').toLowerCase().startsWith(formType);
  const pairs = [
    ...new URLSearchParams(query),
    ...(hasBody && isForm ? new URLSearchParams(contents) : []),
  ];
  const event = {
    queryString: query,
    parameter: firstValues(pairs),
    parameters: allValues(pairs),
    contextPath: '',
    contentLength: method === 'POST' ? body.length : -1,
  } as const;
  if (!hasBody) return event;
  const sent = contentType ?? defaultType;
  const type = postDataType === 'asSent' ? sent : sent.replace(/;.*/s, '').trim();
  return { ...event, postData: { length: body.length, type, contents, name: 'postData' } };
}

type Pairs = readonly (readonly [string, string])[];

function firstValues(pairs: Pairs): Record<string, string> {
  return Object.fromEntries(pairs.toReversed());
}

function allValues(pairs: Pairs): Record<string, string[]> {
  const names = new Set(pairs.map(([name]) => name));
  const valuesOf = (wanted: string) =>
    pairs.filter(([name]) => name === wanted).map(([, value]) => value);
  return Object.fromEntries([...names].map((name) => [name, valuesOf(name)]));
}
