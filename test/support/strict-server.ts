import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A call as a server saw it; names of headers in small letters. */
export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A text is sent as it is, anything else as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What happens to a call before the server's own answer; null: nothing. `loseAnswer`: it is answered, and nobody hears it; `silence`: the
 * connection stays open, and nothing comes.
 */
export type Trouble = (call: SeenCall) => Reply | 'hangUp' | 'loseAnswer' | 'silence' | null;

export interface StrictServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Every call, in the order in which they came. */
  readonly calls: SeenCall[];
  /** What goes wrong from now on; null: nothing. */
  trouble: Trouble | null;
  close(): Promise<void>;
}

/** A server on loopback that answers as the function says; `miss` hears of calls that something happened to before. */
export async function serveStrictly(
  answer: (call: SeenCall) => Reply | Promise<Reply>,
  miss: (call: SeenCall) => void = () => undefined,
): Promise<StrictServer> {
  const calls: SeenCall[] = [];
  const state: { trouble: Trouble | null } = { trouble: null };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(request);
    calls.push(call);
    const trouble = state.trouble?.(call) ?? null;
    const isHeard = trouble === null || trouble === 'loseAnswer';
    if (!isHeard) miss(call);
    if (trouble === 'silence') return;
    const reply = isHeard ? await answer(call) : trouble;
    if (reply === 'hangUp' || trouble === 'loseAnswer') return void response.destroy();
    send(response, reply);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, { url: addressOf(server), calls, close: () => close(server) });
}

async function readCall(request: IncomingMessage): Promise<SeenCall> {
  const url = new URL(request.url ?? '/', 'http://loopback');
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers),
    body,
  };
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    ...(isText ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Leads calls for these hosts to their servers, and leaves others as they are. */
export const rewriteTo =
  (servers: ReadonlyMap<string, StrictServer>) =>
  (url: URL): URL => {
    const server = servers.get(url.hostname);
    return server === undefined ? url : new URL(url.pathname + url.search, server.url);
  };
