import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCall } from './answer';
import type { SeenCall, WeniReply, Workspace } from './workspace';

/** What happens to a call before Weni sees it; null: nothing. */
export type Trouble = (call: SeenCall) => WeniReply | 'hangUp' | 'loseAnswer' | null;

export interface StrictWeni {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** What goes wrong from now on; null: nothing. */
  trouble: Trouble | null;
  close(): Promise<void>;
}

/** Serves a workspace on loopback. */
export async function listenAsWeni(workspace: Workspace): Promise<StrictWeni> {
  const weni: { trouble: Trouble | null } = { trouble: null };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await readCall(request);
    const trouble = weni.trouble?.(call) ?? null;
    const isHeard = trouble === null || trouble === 'loseAnswer';
    if (!isHeard) workspace.calls.push(call);
    const reply = isHeard ? answerCall(workspace, call) : trouble;
    if (reply === 'hangUp' || trouble === 'loseAnswer') return void response.destroy();
    send(response, reply);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(weni, { url: addressOf(server), close: () => close(server) });
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

function send(response: ServerResponse, { status, body, headers = {} }: WeniReply): void {
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
