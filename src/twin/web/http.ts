import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as a route sees it. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** Without `?`. */
  readonly query: string;
  readonly contentType: string | null;
  /** The parts of the path that the route's pattern caught, decoded. */
  readonly parts: readonly string[];
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
}

/** A whole answer; null when the route writes the response by itself (server-sent events). */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
} | null;

/** A line of the routes' table. */
export interface Route {
  /** `*`: all methods. */
  readonly method: 'GET' | 'POST' | '*';
  readonly pattern: RegExp;
  answer(request: HttpRequest): HttpAnswer | Promise<HttpAnswer>;
}

/** Something a caller did wrong; its text is shown to them. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads a body; one over the limit is not kept. Gives `longest + 1` bytes then, so that the reader can refuse it. */
export async function readBody(raw: IncomingMessage, longestBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of raw) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (length <= longestBytes) chunks.push(chunk);
  }
  return length > longestBytes ? new Uint8Array(longestBytes + 1) : Buffer.concat(chunks);
}

const longestJsonBytes = 16 * 1024 * 1024;

/**
 * Reads a JSON body; a blank one is `absent`.
 * @throws {RequestError} when it is no JSON
 */
export async function readJson(raw: IncomingMessage, absent: unknown): Promise<unknown> {
  const body = await readBody(raw, longestJsonBytes);
  const text = new TextDecoder().decode(body).trim();
  if (text === '') return absent;
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'The body is not JSON.');
  }
}

/** A JSON answer. */
export function jsonAnswer(value: unknown, status = 200): HttpAnswer {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  };
  return { status, headers, body: `${JSON.stringify(value, null, 1)}\n` };
}

/** Puts an answer on the wire. */
export function sendAnswer(response: ServerResponse, answer: Exclude<HttpAnswer, null>): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
}
