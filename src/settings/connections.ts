import type { Services } from '../platform/services';
import { vendorIds, type VendorId } from '../vendors/registry';
import { saveConnection, type Config, type Connection } from './config';
import { forgetConfig } from './config-cache';

/** 32 web-safe characters out of the SHA-256 of two UUIDs. */
export function makeSecret(services: Services): string {
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

/**
 * Takes a connection away with everything that lets anybody in, or out, in its name: what is stored of one connection has a name that
 * ends with its id.
 */
export function removeConnection(services: Services, id: string): void {
  const { properties } = services;
  for (const key of Object.keys(properties.getAll()))
    if (key.endsWith(`.${id}`)) properties.remove(key);
  forgetConfig(services);
}

/** Sees to it that every platform has a connection, so that its URL is ready to copy. */
export function ensureConnections(services: Services, config: Config): void {
  const covered = new Set(config.connections.map(({ vendor }) => vendor));
  for (const vendor of vendorIds) {
    if (!covered.has(vendor)) createConnection(services, vendor, 'Principal');
  }
}

/** From now on requests of the connection with this token are accepted. */
export function rememberToken(
  services: Services,
  connection: Connection,
  token: string,
): Connection {
  const accepted = { ...connection, tokens: [...new Set([...connection.tokens, token])] };
  saveConnection(services.properties, accepted);
  forgetConfig(services);
  return accepted;
}
