import { vendorIds, isVendorId, type VendorId } from '../events/vendor-id';
import { saveConnection, type Config, type Connection } from '../intake/config';
import { forgetConfig, reloadConfig } from '../intake/config-cache';
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
