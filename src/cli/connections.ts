import { configFrom, type Config } from '../settings/config';
import { urlsOf } from '../panel/connection-urls';
import type { Twin } from '../twin/runtime/twin';

/** A connection as `GET /api/connections` tells it. */
export interface ConnectionAddresses {
  readonly vendor: string;
  readonly account: string;
  readonly webhooks: readonly { readonly event: string; readonly url: string }[];
}

/** The script's property store as the twin keeps it. */
export const scriptStore = 'script';

/** The configuration that the app on a twin has stored. */
export function readConfig({ services }: Twin): Config {
  return configFrom(Object.fromEntries(services.properties.entries(scriptStore)));
}

/**
 * Every connection with its ready addresses, secrets included, at the address where the twin is served now. Read beside the app: its
 * own list is for pages that the menu opened.
 */
export function listConnections(twin: Twin): readonly ConnectionAddresses[] {
  const { settings, connections } = readConfig(twin);
  const served = { ...settings, execUrl: twin.execUrl() ?? settings.execUrl };
  return connections.map((connection) => {
    const { vendor, account, webhooks } = urlsOf(connection, served);
    return { vendor, account, webhooks: webhooks.map(({ event, url }) => ({ event, url })) };
  });
}
