import { reloadConfig } from '../settings/config-cache';
import type { Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import { urlsOf } from './connection-urls';
import { done, refused, type Outcome } from './outcome';
import { speaker } from './speak';

/**
 * Registers all addresses of a connection at the platform's API with the token that the user gives, and says in words what came
 * of it. The token is used once and kept nowhere.
 */
export function registerWebhooks(services: Services, connectionId: string, token: string): Outcome {
  const speak = speaker(services);
  if (token === '') return refused(speak('registerTokenMissing'));
  const { settings, connections } = reloadConfig(services);
  const connection = connections.find(({ id }) => id === connectionId);
  const registration =
    connection === undefined ? undefined : findVendor(connection.vendor).registration;
  if (connection === undefined) return refused(speak('connectionGone'));
  if (registration === undefined) return refused(speak('registeredByHand'));
  const addresses = urlsOf(connection, settings).webhooks.map(({ event, url }) => ({
    webhook: event,
    url,
  }));
  const [{ status } = { status: 0 }] = services.http.sendAll([
    {
      url: registration.url,
      method: registration.method,
      headers: registration.headers(token),
      value: registration.body(addresses),
      timeoutSeconds: 30,
    },
  ]);
  if (status >= 200 && status < 300) return done(null, speak('registered'));
  if (status === 0) return refused(speak('registerUnreachable'));
  return refused(speak('notRegistered', { status: String(status) }));
}
