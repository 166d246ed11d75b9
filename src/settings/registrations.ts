import { decodeRecord } from '../events/decode-record';
import type { Properties } from '../platform/services';

/** What a platform was told last of a connection's addresses. */
export interface Registered {
  /** Epoch ms; 0: never. */
  readonly atMs: number;
  /** Digest of the secret that the addresses had. */
  readonly secretDigest: string;
  /** The webhooks that the platform took. */
  readonly webhooks: readonly string[];
}

const never: Registered = { atMs: 0, secretDigest: '', webhooks: [] };
const keyOf = (connectionId: string): string => `registered.${connectionId}`;

export function registeredFrom(
  all: Readonly<Record<string, string>>,
  connectionId: string,
): Registered {
  const stored = decodeRecord(all[keyOf(connectionId)], never);
  return { ...stored, webhooks: stored.webhooks.filter((id) => typeof id === 'string') };
}

export function saveRegistered(
  properties: Properties,
  connectionId: string,
  registered: Registered,
): void {
  properties.set(keyOf(connectionId), JSON.stringify(registered));
}
