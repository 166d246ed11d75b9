import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A server on this machine that tells what it was asked. */
export interface EchoServer {
  readonly address: string;
  stop(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** `/echo` tells what it got, `/status/NNN` answers so, `/to?…` redirects to what follows. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/', headers } = request;
  const body = await readBody(request);
  if (url === '/never') return;
  const [, status] = /^\/status\/(\d+)/.exec(url) ?? [];
  const [, target] = /^\/to\?(.*)/.exec(url) ?? [];
  if (target !== undefined) {
    response.writeHead(302, { location: target }).end();
  } else if (status !== undefined) {
    response.writeHead(Number(status)).end('não '.repeat(100));
  } else {
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('x-request-id', '7');
    response.end(
      JSON.stringify({
        method,
        url,
        type: headers['content-type'] ?? null,
        auth: headers.authorization ?? null,
        body,
      }),
    );
  }
}

export async function startEchoServer(): Promise<EchoServer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
