import type { Services } from '../../platform/services';
import type { Config, Connection } from '../../settings/config';
import { reloadBeforeRefusal } from '../../settings/config-cache';
import { isSameDigest } from '../../platform/same-digest';
import type { Address } from './web-request';

/** Who sends, and the configuration that told so; null connection: refused. */
export interface Sender {
  readonly config: Config;
  readonly connection: Connection | null;
}

/** Finds the connection whose secret the URL carries. */
export function authenticate(services: Services, address: Address, config: Config): Sender {
  const connection = findConnection(services, address, config);
  if (connection !== null) return { config, connection };
  const fresh = reloadBeforeRefusal(services);
  if (fresh === null) return { config, connection: null };
  return { config: fresh, connection: findConnection(services, address, fresh) };
}

function findConnection(services: Services, address: Address, config: Config): Connection | null {
  const connection = config.connections.find(({ id }) => id === address.connectionId);
  if (connection === undefined) return null;
  const given = services.codec.sha256(address.secret);
  const known = connection.secrets.map((secret) => services.codec.sha256(secret));
  const matches = [...known, ...(connection.digests ?? [])].map((digest) =>
    isSameDigest(given, digest),
  );
  return matches.includes(true) ? connection : null;
}
