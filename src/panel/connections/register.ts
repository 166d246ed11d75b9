import type { HttpAnswer, HttpRequest } from '../../platform/http';
import type { Services } from '../../platform/services';
import type { Connection } from '../../settings/config';
import { registeredFrom, saveRegistered } from '../../settings/registrations';
import { isTokenLike, saveToken, tokenOf } from '../../settings/tokens';
import type { FetchCause } from '../../sync/fetch/fetch-texts';
import { readFetched } from '../../sync/fetch/read-fetched';
import { sayFailure } from '../../sync/fetch/say-failure';
import { findVendor } from '../../vendors/registry';
import { isObject } from '../../vendors/kit/object-reader';
import { urlsOf } from '../connection-urls';
import { done, refused, type Outcome } from '../outcome';
import { findConnection } from './find-connection';
import { languageOf } from '../language';
import { speaker } from '../speak';
import type { TextId } from '../texts';

/** As the sentence of a slow answer says. */
const timeoutSeconds = 15;

/** The call that tells the platform all addresses of a connection, in each form of the token. */
interface Registering {
  readonly connection: Connection;
  readonly requests: readonly [HttpRequest, ...HttpRequest[]];
  /** Address by webhook. */
  readonly urls: ReadonlyMap<string, string>;
}

function prepare(services: Services, connectionId: string, token: string): Outcome<Registering> {
  const speak = speaker(services);
  const known = findConnection(services, connectionId);
  if (known.kind !== 'done') return known;
  const { connection, settings } = known.value;
  const { registration } = findVendor(connection.vendor);
  if (registration === undefined) return refused(speak('registeredByHand'));
  const addresses = urlsOf(connection, settings).webhooks.map(({ event, url }) => ({
    webhook: event,
    url,
  }));
  const { url, method } = registration;
  const value = registration.body(addresses);
  const [first, ...others] = registration.headers(token);
  const request = { url, method, value, timeoutSeconds };
  const inForm = (headers: HttpRequest['headers']): HttpRequest => ({ ...request, headers });
  const urls = new Map(addresses.map((one) => [one.webhook, one.url] as const));
  return done({ connection, requests: [inForm(first), ...others.map(inForm)], urls });
}

/** What the button would send; nothing is sent. */
export function previewRegistration(services: Services, connectionId: string): Outcome<string> {
  const prepared = prepare(services, connectionId, '…');
  if (prepared.kind !== 'done') return prepared;
  const [{ method, url, headers, value }] = prepared.value.requests;
  const head = Object.entries({ ...headers, 'Content-Type': 'application/json' });
  const lines = head.map(([name, text]) => `${name}: ${text}`);
  const body = JSON.stringify(value, null, 2);
  const call = [`${method.toUpperCase()} ${url}`, ...lines, body].join('\n');
  return done(call, speaker(services)('registrationShown'));
}

/**
 * Registers all addresses of a connection at the platform's API, and says in words what came of it. `token`: blank takes the one that
 * was kept. `keeps`: it is kept, so that a changed secret is registered by itself.
 */
export function registerWebhooks(
  services: Services,
  connectionId: string,
  { token, keeps }: { readonly token: string; readonly keeps: boolean },
): Outcome {
  const speak = speaker(services);
  const known = token === '' ? tokenOf(services.properties.getAll(), connectionId) : token;
  if (known === null) return refused(speak('registerTokenMissing'));
  if (!isTokenLike(known)) return refused(speak('registerTokenOdd'));
  const prepared = prepare(services, connectionId, known);
  if (prepared.kind !== 'done') return prepared;
  const { connection, requests, urls } = prepared.value;
  const answer = send(services, requests);
  const refusal = sayRefusal(services, answer, { connection, token: known });
  if (refusal !== null) return refused(refusal);
  if (keeps) saveToken(services.properties, connectionId, known);
  const [secret = ''] = connection.secrets;
  saveRegistered(services.properties, connectionId, {
    atMs: services.clock.now(),
    secretDigest: services.codec.sha256(secret),
    webhooks: takenIn(answer, urls),
  });
  return done(null, speak('registered'));
}

const noAnswer: HttpAnswer = { status: 0, text: '', headers: {}, fault: 'unreachable' };

/** The answer to the first form of the token that is not refused; where all are, that to the last. */
function send({ http }: Services, requests: readonly HttpRequest[]): HttpAnswer {
  let answer = noAnswer;
  for (const request of requests) {
    [answer = noAnswer] = http.sendAll([request]);
    if (answer.status !== 401) break;
  }
  return answer;
}

/** PlugChat's page explains these three (https://plug-chat-docs.vercel.app/webhooks/update-webhooks). */
const refusals: ReadonlyMap<number, TextId> = new Map<number, TextId>([
  [401, 'registerUnauthorized'],
  [405, 'registerWrongMethod'],
  [415, 'registerWrongType'],
]);

/** What any platform's API may answer in its place. */
const common: ReadonlySet<FetchCause> = new Set<FetchCause>([
  'unreachable',
  'tooSlow',
  'quota',
  'throttled',
  'redirected',
  'page',
]);

/**
 * Of a good answer nothing is documented but its status: a bare `OK`, or nothing, may well be called HTML. Only what begins like a page
 * is one.
 */
const isTaken = ({ fault, status, text }: HttpAnswer): boolean =>
  fault === null && status >= 200 && status < 300 && !/^\s*</.test(text);

/** Null when it was taken. */
function sayRefusal(
  services: Services,
  answer: HttpAnswer,
  { connection, token }: { readonly connection: Connection; readonly token: string },
): string | null {
  if (isTaken(answer)) return null;
  const { status } = answer;
  const fetched = readFetched(answer, token, services.clock.now());
  const { name } = findVendor(connection.vendor);
  if (!fetched.ok && common.has(fetched.failure.cause))
    return sayFailure(fetched.failure, name, languageOf(services.host.locale()));
  return speaker(services)(refusals.get(status) ?? 'notRegistered', { status: String(status) });
}

/** Where the answer names addresses, those that are ours; else all that were sent. */
function takenIn({ text }: HttpAnswer, urls: ReadonlyMap<string, string>): readonly string[] {
  const value = parse(text);
  const named = [...urls.keys()].filter((webhook) => isObject(value) && webhook in value);
  if (named.length === 0 || !isObject(value)) return [...urls.keys()];
  return named.filter((webhook) => value[webhook] === urls.get(webhook));
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

/** After a changed secret; null where nothing was registered, or no token was kept. */
export function registerAgain(services: Services, connectionId: string): Outcome | null {
  const all = services.properties.getAll();
  const isKnown = registeredFrom(all, connectionId).atMs > 0 && tokenOf(all, connectionId) !== null;
  return isKnown ? registerWebhooks(services, connectionId, { token: '', keeps: false }) : null;
}
