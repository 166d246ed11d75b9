import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { Blob } from '../utilities/blob';
import { Call, isPlainObject, textOf } from '../call';
import { DailyQuota } from '../daily-quota';
import type { HTTPResponse } from './http-response';
import { type HttpRequest, sendHttp } from './http-send';

const URL_LIMIT_CHARACTERS = 2_082;
const BODY_LIMIT_BYTES = 50 * 1024 * 1024;
const HEADERS_LIMIT = 100;
const HEADER_LIMIT_BYTES = 8 * 1024;
const ERROR_EXCERPT_CHARACTERS = 200;
const METHODS = new Set(['get', 'delete', 'patch', 'post', 'put', 'head', 'options']);
const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * `allowHost`: hosts beyond loopback that may be reached (none unless told).
 * `secondMs`: how long a second of a time-out lasts here, for tests of servers that do not answer (1,000 unless told).
 * `rewrite`: where a request really goes, e.g. from a vendor's address to a stand-in on loopback; asked before `allowHost`.
 */
export interface UrlFetchOptions {
  readonly callsPerDay?: number;
  readonly allowHost?: (host: string) => boolean;
  readonly rewrite?: (url: URL) => URL;
  readonly secondMs?: number;
}

/** What all executions of one twin share of UrlFetchApp. */
export interface UrlFetchState {
  readonly quota: DailyQuota;
  readonly route: (url: URL) => URL;
  readonly secondMs: number;
}

/** 20,000 calls a day unless told (a consumer account's quota). */
export function createUrlFetchState(options: UrlFetchOptions = {}): UrlFetchState {
  const { callsPerDay = 20_000, allowHost = () => false, secondMs = 1000 } = options;
  const { rewrite = (url: URL) => url } = options;
  return {
    secondMs,
    quota: new DailyQuota({ name: 'urlfetch', perDay: callsPerDay }),
    route(url) {
      const target = rewrite(url);
      if (isLoopback(target.hostname) || allowHost(target.hostname)) return target;
      throw new Error(`The local twin reaches loopback addresses only; refused ${target.origin}.`);
    },
  };
}

/**
 * `UrlFetchApp`: real HTTP. Sources: https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app and
 * https://developers.google.com/apps-script/guides/services/quotas
 */
export function makeUrlFetchApp(state: UrlFetchState): ServiceDefinition {
  return {
    name: 'UrlFetchApp',
    enums: {},
    create: (context) => new UrlFetchApp(state, context),
  };
}

class UrlFetchApp extends HostObject {
  readonly #state: UrlFetchState;
  readonly #context: ExecutionContext;

  constructor(state: UrlFetchState, context: ExecutionContext) {
    super();
    this.#state = state;
    this.#context = context;
  }

  async fetch(...values: unknown[]): Promise<HTTPResponse> {
    this.#spend(1);
    return this.#send(readRequest(new Call('UrlFetchApp.fetch', values)));
  }

  /** Sends all at once; throws the first failure in the order of the list. */
  async fetchAll(...values: unknown[]): Promise<HTTPResponse[]> {
    const requests = new Call('UrlFetchApp.fetchAll', values).list(0);
    this.#spend(requests.length);
    const read = requests.map((request) => readRequest(toFetchCall(request)));
    const outcomes = await Promise.allSettled(read.map((request) => this.#send(request)));
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    });
  }

  getRequest(...values: unknown[]): Record<string, unknown> {
    const request = readRequest(new Call('UrlFetchApp.getRequest', values));
    return {
      url: request.url.href,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      payload: request.body?.toString('utf8') ?? '',
      contentType: request.headers.get('content-type') ?? FORM_TYPE,
      followRedirects: request.followRedirects,
      useIntranet: false,
    };
  }

  #spend(calls: number): void {
    this.#state.quota.spend(this.#context.user, this.#context.clock.now(), calls);
  }

  async #send(request: FetchRequest): Promise<HTTPResponse> {
    const timeoutMs = request.timeoutSeconds * this.#state.secondMs;
    const response = await sendHttp({ ...request, timeoutMs }, this.#state.route);
    const code = response.getResponseCode();
    if (code < 400 || request.isMuted) return response;
    const body = response.getContentText().slice(0, ERROR_EXCERPT_CHARACTERS);
    throw new Error(
      `Request failed for ${request.url.origin} returned code ${code}. Truncated server response: ${body} (use muteHttpExceptions option to examine full response)`,
    );
  }
}

interface FetchRequest extends Omit<HttpRequest, 'timeoutMs'> {
  readonly timeoutSeconds: number;
  readonly isMuted: boolean;
}

function toFetchCall(request: unknown): Call {
  if (!isPlainObject(request)) return new Call('UrlFetchApp.fetchAll', [request]);
  return new Call('UrlFetchApp.fetchAll', [request['url'], request]);
}

function readRequest(call: Call): FetchRequest {
  const options = call.fields(1, true);
  const { body, contentType } = readPayload(options['payload']);
  if (body !== null && body.length > BODY_LIMIT_BYTES) {
    throw new Error('Limit exceeded: URLFetch POST Size.');
  }
  const method = textOf(options['method'] ?? (body === null ? 'get' : 'post')).toLowerCase();
  if (!METHODS.has(method)) throw new Error('Attribute provided with invalid value: method');
  const headers = readHeaders(options['headers']);
  const type = options['contentType'] ?? contentType;
  if (type !== null && !headers.has('content-type')) headers.set('content-type', textOf(type));
  return {
    url: readUrl(call),
    method,
    headers,
    body: method === 'get' || method === 'head' ? null : body,
    followRedirects: options['followRedirects'] !== false,
    timeoutSeconds: Number(options['timeoutSeconds'] ?? 360),
    isMuted: options['muteHttpExceptions'] === true,
  };
}

function readUrl(call: Call): URL {
  const text = call.text(0);
  if (text.length > URL_LIMIT_CHARACTERS) throw new Error('Limit exceeded: URLFetch URL Length.');
  const url = URL.canParse(text) ? text : `http://${text}`;
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new Error(`Invalid argument: ${text}`);
  return new URL(url);
}

function readHeaders(value: unknown): Headers {
  const headers = new Headers({ 'user-agent': 'Mozilla/5.0 (compatible; Google-Apps-Script)' });
  for (const [name, item] of Object.entries(isPlainObject(value) ? value : {})) {
    if (/^(?:host|content-length|connection|transfer-encoding)$/i.test(name)) {
      throw new Error(`Attribute provided with invalid value: Header:${name}`);
    }
    if (Buffer.byteLength(textOf(item)) > HEADER_LIMIT_BYTES) {
      throw new Error('Limit exceeded: URLFetch Header Size.');
    }
    headers.set(name, textOf(item));
  }
  if ([...headers].length > HEADERS_LIMIT) throw new Error('Limit exceeded: URLFetch Headers.');
  return headers;
}

/** Text as it is, a blob's bytes with its type, or an object's fields as a form. */
function readPayload(payload: unknown): { body: Buffer | null; contentType: string | null } {
  if (payload === undefined || payload === null) return { body: null, contentType: null };
  if (payload instanceof Blob) {
    return { body: Buffer.from(payload._readBytes()), contentType: payload.getContentType() };
  }
  if (!isPlainObject(payload))
    return { body: Buffer.from(textOf(payload)), contentType: FORM_TYPE };
  const entries = Object.entries(payload);
  if (entries.some(([, value]) => value instanceof Blob)) {
    throw new Error('The local twin does not model multipart payloads.');
  }
  const form = new URLSearchParams(
    entries.map(([name, value]): [string, string] => [name, textOf(value)]),
  );
  return { body: Buffer.from(form.toString()), contentType: FORM_TYPE };
}

/** Whether a host is this very machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
