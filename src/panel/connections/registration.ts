import type { Services } from '../../platform/services';
import type { Connection } from '../../settings/config';
import type { Registered } from '../../settings/registrations';
import { findVendor } from '../../vendors/registry';
import { sayMoment, type Reader } from '../say-moment';

/** What a platform was told by its API of a connection's addresses. */
export interface ShownRegistration {
  /** Blank: never. */
  readonly at: string;
  /** True when the secret has changed since: the platform still has the old addresses. */
  readonly isOutdated: boolean;
  /** Webhooks that it took, and those that it did not, by title. */
  readonly taken: readonly string[];
  readonly missing: readonly string[];
  /** The account's token is kept, so that a changed secret is registered by itself. */
  readonly hasToken: boolean;
}

/** Null where addresses are pasted by hand. */
export function readRegistration(
  { codec }: Services,
  connection: Connection,
  known: { readonly registered: Registered; readonly hasToken: boolean; readonly reader: Reader },
): ShownRegistration | null {
  const vendor = findVendor(connection.vendor);
  if (vendor.registration === undefined) return null;
  const { registered, hasToken, reader } = known;
  const [secret = ''] = connection.secrets;
  const isOutdated = registered.atMs > 0 && codec.sha256(secret) !== registered.secretDigest;
  const titled = vendor.webhooks.map(({ id, title }) => ({ id, title: title[reader.language] }));
  const isTaken = ({ id }: { readonly id: string }): boolean => registered.webhooks.includes(id);
  return {
    at: registered.atMs === 0 ? '' : sayMoment(registered.atMs, reader),
    isOutdated,
    taken: titled.filter(isTaken).map(({ title }) => title),
    missing: titled.filter((one) => !isTaken(one)).map(({ title }) => title),
    hasToken,
  };
}
