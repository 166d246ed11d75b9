import { vendorIds, isVendorId, type VendorId } from '../vendors/registry';
import { saveConnection, type Config, type Connection } from '../settings/config';
import { forgetConfig, reloadConfig } from '../settings/config-cache';
import type { Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import { changeConnection, whileLocked } from './change';
import { urlsOf, type ConnectionUrls } from './connection-urls';
import { done, refused, type Outcome } from './outcome';
import { speaker } from './speak';
import type { TextId } from './texts';

/** 32 web-safe characters out of the SHA-256 of two UUIDs. */
function makeSecret(services: Services): string {
  return services.codec.sha256WebSafe(services.codec.uuid() + services.codec.uuid()).slice(0, 32);
}

/** A new connection of that platform under that label; stored, its secret fresh. */
function createConnection(services: Services, vendor: VendorId, account: string): Connection {
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
    if (!covered.has(vendor)) createConnection(services, vendor, 'Principal');
  }
}

/** Every connection with its ready URLs, secrets included: for the owner only. */
export function listConnections(services: Services): readonly ConnectionUrls[] {
  const { settings, connections } = reloadConfig(services);
  return connections.map((connection) => urlsOf(connection, settings));
}

/** What the page Conexões shows. */
export interface ConnectionsPage {
  readonly connections: readonly ConnectionUrls[];
  /** Platforms that a connection can be made for. */
  readonly vendors: readonly { readonly id: string; readonly name: string }[];
}

export function readConnectionsPage(services: Services): ConnectionsPage {
  return {
    connections: listConnections(services),
    vendors: vendorIds.map((id) => ({ id, name: findVendor(id).name })),
  };
}

type Listed = Outcome<readonly ConnectionUrls[]>;

const longestLabel = 60;

/** Adds a connection under that label; gives them all. */
export function addConnection(services: Services, vendor: string, label: string): Listed {
  const speak = speaker(services);
  if (label === '') return refused(speak('labelMissing'));
  if (label.length > longestLabel)
    return refused(speak('labelTooLong', { count: String(longestLabel) }));
  if (!isVendorId(vendor)) return refused(speak('vendorUnknown'));
  return whileLocked(services, () => {
    createConnection(services, vendor, label);
    return done(listConnections(services), speak('connectionAdded', { label }));
  });
}

/** Gives a connection a new secret; the old one stays valid until it is ended, so that no event is refused meanwhile. */
export function changeSecret(services: Services, id: string): Listed {
  const fresh = changeConnection(services, id, (connection) => ({
    ...connection,
    secrets: [makeSecret(services), ...connection.secrets.slice(0, 1)],
  }));
  return withList(services, fresh, 'secretChanged');
}

/** Ends every secret but the newest. */
export function dropOldSecrets(services: Services, id: string): Listed {
  const single = changeConnection(services, id, (connection) => ({
    ...connection,
    secrets: connection.secrets.slice(0, 1),
  }));
  return withList(services, single, 'secretDropped');
}

function withList(services: Services, outcome: Outcome, said: TextId): Listed {
  if (outcome.kind !== 'done') return outcome;
  return done(listConnections(services), speaker(services)(said));
}
