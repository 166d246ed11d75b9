import { vendorIds, isVendorId, type VendorId } from '../events/vendor-id';
import { saveConnection, type Config, type Connection } from '../intake/config';
import { forgetConfig, reloadConfig } from '../intake/config-cache';
import { holdLock } from '../intake/hold';
import type { Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import { urlsOf, type ConnectionUrls } from './connection-urls';

/** 32 web-safe characters out of the SHA-256 of two UUIDs. */
function makeSecret(services: Services): string {
  return services.codec.sha256WebSafe(services.codec.uuid() + services.codec.uuid()).slice(0, 32);
}

/** A new connection of that platform under that label; stored, its secret fresh. */
export function createConnection(
  services: Services,
  vendor: VendorId,
  account: string,
): Connection {
  const connection: Connection = {
    id: `c${services.codec.uuid().replace(/-/g, '').slice(0, 8)}`,
    vendor,
    account,
    secrets: [makeSecret(services)],
    tokens: [],
    handshakeAtMs: null,
  };
  saveConnection(services.properties, connection);
  forgetConfig(services);
  return connection;
}

/** Sees to it that every platform has a connection, so that its URL is ready to copy. */
export function ensureConnections(services: Services, config: Config): void {
  const covered = new Set(config.connections.map(({ vendor }) => vendor));
  for (const vendor of vendorIds) {
    if (!covered.has(vendor) && findVendor(vendor) !== undefined)
      createConnection(services, vendor, 'Principal');
  }
}

/** Every connection with its ready URLs, secrets included: for the owner only. */
export function listConnections(services: Services): readonly ConnectionUrls[] {
  const { settings, connections } = reloadConfig(services);
  return connections.map((connection) => urlsOf(connection, settings));
}

/** Adds a connection that the user asked for in the panel; an unknown platform or a blank label changes nothing. */
export function addConnection(
  services: Services,
  vendor: string,
  account: string,
): readonly ConnectionUrls[] {
  const label = account.trim().slice(0, 60);
  if (isVendorId(vendor) && label !== '') createConnection(services, vendor, label);
  return listConnections(services);
}

/** Gives a connection a new secret; the old one stays valid until it is ended, so that no event is refused meanwhile. */
export function changeSecret(services: Services, id: string): readonly ConnectionUrls[] {
  return changeConnection(services, id, (connection) => ({
    ...connection,
    secrets: [makeSecret(services), ...connection.secrets.slice(0, 1)],
  }));
}

/** Ends every secret but the newest. */
export function dropOldSecrets(services: Services, id: string): readonly ConnectionUrls[] {
  return changeConnection(services, id, (connection) => ({
    ...connection,
    secrets: connection.secrets.slice(0, 1),
  }));
}

const lockWaitMs = 20_000;

/** Changes a connection under the lock, since a hold may be pinning its token. */
function changeConnection(
  services: Services,
  id: string,
  change: (connection: Connection) => Connection,
): readonly ConnectionUrls[] {
  if (services.lock.tryAcquire(lockWaitMs)) {
    holdLock(services, () => {
      const connection = reloadConfig(services).connections.find((one) => one.id === id);
      if (connection !== undefined) saveConnection(services.properties, change(connection));
      forgetConfig(services);
    });
  }
  return listConnections(services);
}
