import { vendorIds, isVendorId } from '../vendors/registry';
import { createConnection, makeSecret } from '../settings/connections';
import { reloadConfig } from '../settings/config-cache';
import type { Services } from '../platform/services';
import { findVendor } from '../vendors/registry';
import { changeConnection, whileLocked } from './change';
import { urlsOf, type ConnectionUrls } from './connection-urls';
import { done, refused, type Outcome } from './outcome';
import { registerAgain, sayRegistered } from './register';
import { speaker } from './speak';
import type { TextId } from './texts';

/** A connection as the page shows it. */
interface ListedConnection extends ConnectionUrls {
  /** Which webhooks the platform was told by its API; null where addresses are pasted by hand. */
  readonly registered: string | null;
}

/** Every connection with its ready URLs, secrets included: for the owner only. */
export function listConnections(services: Services): readonly ListedConnection[] {
  const { settings, connections } = reloadConfig(services);
  return connections.map((connection) => ({
    ...urlsOf(connection, settings),
    registered: sayRegistered(services, connection),
  }));
}

/** What the page Conexões shows. */
export interface ConnectionsPage {
  readonly connections: readonly ListedConnection[];
  /** Platforms that a connection can be made for. */
  readonly vendors: readonly { readonly id: string; readonly name: string }[];
}

export function readConnectionsPage(services: Services): ConnectionsPage {
  return {
    connections: listConnections(services),
    vendors: vendorIds.map((id) => ({ id, name: findVendor(id).name })),
  };
}

type Listed = Outcome<readonly ListedConnection[]>;

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
  const registered = fresh.kind === 'done' ? registerAgain(services, id) : null;
  const listed = withList(services, fresh, 'secretChanged');
  if (registered === null || listed.kind !== 'done') return listed;
  return done(listed.value, registered.sentence);
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
