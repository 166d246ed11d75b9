import { reloadConfig } from '../intake/config-cache';
import type { Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import { urlsOf } from './connection-urls';
import { languageOf } from './language';
import { fill, texts } from './texts';

/**
 * Registers all addresses of a connection at the platform's API with the token that the user gives, and says in words what came
 * of it. The token is used once and kept nowhere.
 */
export function registerWebhooks(services: Services, connectionId: string, token: string): string {
  const language = languageOf(services.host.locale());
  const { settings, connections } = reloadConfig(services);
  const connection = connections.find(({ id }) => id === connectionId);
  const registration =
    connection === undefined ? undefined : findVendor(connection.vendor)?.registration;
  if (connection === undefined || registration === undefined) return texts.testGone[language];
  const addresses = urlsOf(connection, settings).webhooks.map(({ event, url }) => ({
    webhook: event,
    url,
  }));
  const { status } = services.http.sendJson({
    url: registration.url,
    method: registration.method,
    headers: registration.headers(token.trim()),
    value: registration.body(addresses),
  });
  const isDone = status >= 200 && status < 300;
  return fill(texts[isDone ? 'registered' : 'notRegistered'][language], { status: String(status) });
}
