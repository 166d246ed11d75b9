import type { HttpAnswer, HttpRequest } from '../platform/http';
import type { Services } from '../platform/services';
import type { Connection } from '../settings/config';
import { reloadConfig } from '../settings/config-cache';
import { registeredFrom, saveRegistered } from '../settings/registrations';
import { isTokenLike, saveToken, tokenOf } from '../settings/tokens';
import { findVendor } from '../vendors/registry';
import { isObject } from '../vendors/kit/object-reader';
import { urlsOf } from './connection-urls';
import { done, refused, type Outcome } from './outcome';
import { speaker } from './speak';
import type { TextId } from './texts';

const timeoutSeconds = 30;

/** The call that tells the platform all addresses of a connection. */
interface Registering {
  readonly connection: Connection;
  readonly request: HttpRequest;
  /** Address by webhook. */
  readonly urls: ReadonlyMap<string, string>;
}

function prepare(services: Services, connectionId: string, token: string): Outcome<Registering> {
  const speak = speaker(services);
  const { settings, connections } = reloadConfig(services);
  const connection = connections.find(({ id }) => id === connectionId);
  if (connection === undefined) return refused(speak('connectionGone'));
  const { registration } = findVendor(connection.vendor);
  if (registration === undefined) return refused(speak('registeredByHand'));
  const addresses = urlsOf(connection, settings).webhooks.map(({ event, url }) => ({
    webhook: event,
    url,
  }));
  const { url, method } = registration;
  const headers = registration.headers(token);
  const request = { url, method, headers, value: registration.body(addresses), timeoutSeconds };
  const urls = new Map(addresses.map((one) => [one.webhook, one.url] as const));
  return done({ connection, request, urls });
}

/** What the button would send; nothing is sent. */
export function previewRegistration(services: Services, connectionId: string): Outcome<string> {
  const prepared = prepare(services, connectionId, '…');
  if (prepared.kind !== 'done') return prepared;
  const { method, url, headers, value } = prepared.value.request;
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
  if (known === null || !isTokenLike(known)) return refused(speak('registerTokenMissing'));
  const prepared = prepare(services, connectionId, known);
  if (prepared.kind !== 'done') return prepared;
  const { connection, request, urls } = prepared.value;
  const [answer] = services.http.sendAll([request]);
  if (answer === undefined || answer.status < 200 || answer.status >= 300)
    return refused(sayRefusal(services, answer));
  if (keeps) saveToken(services.properties, connectionId, known);
  const [secret = ''] = connection.secrets;
  saveRegistered(services.properties, connectionId, {
    atMs: services.clock.now(),
    secretDigest: services.codec.sha256(secret),
    webhooks: takenIn(answer, urls),
  });
  return done(null, `${speak('registered')} ${sayRegistered(services, connection) ?? ''}`.trim());
}

/** PlugChat's page explains these three (https://plug-chat-docs.vercel.app/webhooks/update-webhooks). */
const refusals: ReadonlyMap<number, TextId> = new Map<number, TextId>([
  [0, 'registerUnreachable'],
  [401, 'registerUnauthorized'],
  [405, 'registerWrongMethod'],
  [415, 'registerWrongType'],
]);

function sayRefusal(services: Services, answer: HttpAnswer | undefined): string {
  const status = answer?.status ?? 0;
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

/** Which of a connection's webhooks the platform was told, and whether it must be told again; null where addresses are pasted by hand. */
export function sayRegistered(services: Services, connection: Connection): string | null {
  const vendor = findVendor(connection.vendor);
  if (vendor.registration === undefined) return null;
  const speak = speaker(services);
  const { atMs, secretDigest, webhooks } = registeredFrom(
    services.properties.getAll(),
    connection.id,
  );
  if (atMs === 0) return speak('neverRegistered');
  const [secret = ''] = connection.secrets;
  if (services.codec.sha256(secret) !== secretDigest) return speak('registeredOld');
  const all = vendor.webhooks.map(({ id }) => id);
  return speak('registeredNow', {
    count: String(webhooks.length),
    all: String(all.length),
    names: webhooks.join(', '),
  });
}
