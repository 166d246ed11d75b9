import type { Connection, Settings } from '../settings/config';
import { findVendor } from '../vendors/registry';

/** One webhook of a connection with its ready address. */
interface WebhookUrl {
  readonly event: string;
  readonly title: string;
  readonly clickPath: string;
  readonly url: string;
  readonly isOfFlow: boolean;
}

export interface ConnectionUrls {
  readonly id: string;
  readonly vendor: string;
  /** The platform's name as users know it. */
  readonly name: string;
  readonly account: string;
  readonly setupHint: string;
  /** The platform's own page about its webhooks; blank where there is none. */
  readonly helpPage: string;
  readonly webhooks: readonly WebhookUrl[];
  /** True where the platform's API can be told all addresses at once. */
  readonly canRegister: boolean;
  /** True while an old secret is still valid beside the new one. */
  readonly hasOldSecret: boolean;
}

/** Ready addresses of a connection, secret included. The whole address stays under 255 characters (older Chatwoot cuts there). */
export function urlsOf(connection: Connection, settings: Settings): ConnectionUrls {
  const vendor = findVendor(connection.vendor);
  const [secret = ''] = connection.secrets;
  const { language } = settings;
  const webhooks = vendor.webhooks.map((webhook) => ({
    event: webhook.id,
    title: webhook.title[language],
    clickPath: webhook.clickPath[language],
    url: `${settings.execUrl ?? ''}?k=${connection.id}.${secret}&w=${webhook.id}`,
    isOfFlow: webhook.isOfFlow === true,
  }));
  return {
    id: connection.id,
    vendor: connection.vendor,
    name: vendor.name,
    account: connection.account,
    setupHint: vendor.setupHint[language],
    helpPage: vendor.helpPage ?? '',
    webhooks,
    canRegister: vendor.registration !== undefined,
    hasOldSecret: connection.secrets.length > 1,
  };
}
