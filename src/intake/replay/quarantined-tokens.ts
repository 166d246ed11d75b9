import { findVendor } from '../../vendors/registry';
import type { Services } from '../../platform/services';
import type { Ledger } from '../repair/ledger';
import type { StoredRequest } from '../journal/journal';
import { findBody } from '../judge/find-body';
import { readToken } from '../judge/judge';
import { causesOf, selectEntries } from './replay';

/** A token that quarantined requests carry. */
export interface QuarantinedToken {
  readonly connectionId: string;
  readonly token: string;
  /** SHA-256 of the token: names it without telling it. */
  readonly digest: string;
  readonly count: number;
  /** When the first of them came. */
  readonly firstMs: number;
  /** Keys of their causes in Falhas. */
  readonly causes: readonly string[];
}

const noneYet = { count: 0, firstMs: Infinity, causes: [] as const };

/** The tokens of all quarantined requests, each once per connection. */
export function quarantinedTokens(
  ledger: Ledger,
  codec: Services['codec'],
): readonly QuarantinedToken[] {
  const found = new Map<string, QuarantinedToken>();
  for (const { id } of ledger.config.connections) {
    for (const stored of selectEntries({ kind: 'quarantined', connectionId: id }, ledger)) {
      const token = tokenOf(stored, ledger);
      if (token === null) continue;
      const key = `${id}|${token}`;
      const known = found.get(key) ?? noneYet;
      found.set(key, {
        connectionId: id,
        token,
        digest: codec.sha256(token),
        count: known.count + 1,
        firstMs: Math.min(known.firstMs, stored.line.receivedAtMs),
        causes: [...new Set([...known.causes, ...causesOf(stored.line)])],
      });
    }
  }
  return [...found.values()];
}

function tokenOf({ request }: StoredRequest, { config }: Ledger): string | null {
  const connection = config.connections.find(({ id }) => id === request.connectionId);
  const vendor = connection === undefined ? undefined : findVendor(connection.vendor);
  if (vendor === undefined) return null;
  const found = findBody(request.body, vendor.takesForms === true);
  if ('code' in found) return null;
  try {
    return readToken(vendor, found.bodies[0]);
  } catch {
    return null;
  }
}
