import { HTTPResponse } from './http-response';

const RESPONSE_LIMIT_BYTES = 50 * 1024 * 1024;
const MOST_REDIRECTS = 10;

/** One request, ready to go. `body` is null for none. */
export interface HttpRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Buffer | null;
  readonly followRedirects: boolean;
  readonly timeoutMs: number;
}

/** Sends a request; each hop of a redirect goes through `route`, so that it cannot leave the hosts allowed. */
export async function sendHttp(
  request: HttpRequest,
  route: (url: URL) => URL,
): Promise<HTTPResponse> {
  const signal = AbortSignal.timeout(request.timeoutMs);
  let hop = request;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await sendOnce(hop, route(hop.url), signal);
    const location = response.headers.get('location');
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status) && location !== null;
    if (!isRedirect || !request.followRedirects) return readResponse(response);
    await response.body?.cancel();
    hop = nextHop(hop, response.status, new URL(location, hop.url));
  }
  throw new Error(`Exceeded maximum redirects: ${request.url.href}`);
}

async function sendOnce(hop: HttpRequest, target: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(target, {
      method: hop.method.toUpperCase(),
      headers: hop.headers,
      body: hop.body,
      redirect: 'manual',
      signal,
    });
  } catch (cause) {
    const text = signal.aborted ? 'Timeout' : 'Address unavailable';
    throw new Error(`${text}: ${hop.url.href}`, { cause });
  }
}

async function readResponse(response: Response): Promise<HTTPResponse> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (body.length > RESPONSE_LIMIT_BYTES) {
    throw new Error('Limit exceeded: URLFetch Response Size.');
  }
  return new HTTPResponse({ code: response.status, headers: response.headers, body });
}

/** After 301, 302 and 303 a POST goes on as GET without its body; 307 and 308 keep it. */
function nextHop(hop: HttpRequest, status: number, url: URL): HttpRequest {
  if (status >= 307 || hop.method === 'get' || hop.method === 'head') return { ...hop, url };
  const headers = new Headers(hop.headers);
  headers.delete('content-type');
  return { ...hop, url, method: 'get', body: null, headers };
}
