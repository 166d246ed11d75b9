import type { HttpRequest } from './http';

/** Sends an event to one listener. */
export type SendEvent = (name: string, data: unknown) => void;

const beatMs = 20_000;

/**
 * Turns a response into a stream of server-sent events. `subscribe` is given the sender and gives the function that
 * stops it, called when the listener goes away.
 */
export function streamEvents(
  { raw, response }: HttpRequest,
  subscribe: (send: SendEvent) => () => void,
): null {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const stop = subscribe((name, data) => {
    response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const beat = setInterval(() => response.write(': beat\n\n'), beatMs);
  raw.on('close', () => {
    clearInterval(beat);
    stop();
  });
  return null;
}
