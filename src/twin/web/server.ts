import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { jsonAnswer, RequestError, sendAnswer, type HttpAnswer, type Route } from './http';

/** A server that listens. */
export interface ListeningServer {
  /** Such as `http://127.0.0.1:8787`. */
  readonly url: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const localHosts = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * Serves the routes on loopback; port 0 takes any free one. Answers are dated by the clock that is given, as Google's are by Google's.
 * @throws the system's error when the port is taken
 */
export function serve(
  routes: readonly Route[],
  port: number,
  now: () => number,
): Promise<ListeningServer> {
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(now()).toUTCString());
    void respond(routes, request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      resolve({ url: `http://${loopback}:${bound}`, close: () => close(server) });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(
  routes: readonly Route[],
  raw: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const answer = await route(routes, raw, response);
    if (answer) sendAnswer(response, answer);
  } catch (error) {
    const status = error instanceof RequestError ? error.status : 500;
    const message = error instanceof Error ? error.message : String(error);
    if (response.headersSent) response.end();
    else sendAnswer(response, answerOf(jsonAnswer({ error: message }, status)));
  }
}

function answerOf(answer: HttpAnswer): Exclude<HttpAnswer, null> {
  return answer ?? { status: 500, headers: {}, body: '' };
}

async function route(
  routes: readonly Route[],
  raw: IncomingMessage,
  response: ServerResponse,
): Promise<HttpAnswer> {
  const method = raw.method ?? 'GET';
  const [path = '/', ...rest] = (raw.url ?? '/').split('?');
  checkOrigin(path, raw);
  const matching = routes.flatMap((candidate) => {
    const match = candidate.pattern.exec(path);
    return match ? [{ candidate, parts: match.slice(1).map(decodePart) }] : [];
  });
  const found = matching.find(({ candidate }) => fits(candidate, method));
  if (!found) {
    throw matching.length > 0
      ? new RequestError(405, `${method} is not offered here.`)
      : new RequestError(404, `Nothing is at ${path}.`);
  }
  const contentType = raw.headers['content-type'] ?? null;
  const query = rest.join('?');
  const { candidate, parts } = found;
  return candidate.answer({ method, path, query, contentType, parts, raw, response });
}

function fits({ method: offered }: Route, method: string): boolean {
  return offered === '*' || offered === method || (offered === 'GET' && method === 'HEAD');
}

function decodePart(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    throw new RequestError(400, 'The address holds a broken % sequence.');
  }
}

/** Web sites a person visits must not reach the twin's own interface; only the web app is open to all, as on Google. */
function checkOrigin(path: string, { headers }: IncomingMessage): void {
  if (path.startsWith('/macros/')) return;
  const { host = '', origin } = headers;
  const isForeign = origin !== undefined && origin !== `http://${host}`;
  if (!localHosts.test(host) || isForeign) {
    throw new RequestError(403, 'Only pages of the twin itself may ask this.');
  }
}
