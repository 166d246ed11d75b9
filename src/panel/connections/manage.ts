import type { Connection } from '../../settings/config';
import { findVendor, isVendorId } from '../../vendors/registry';
import { createConnection, makeSecret, removeConnection } from '../../settings/connections';
import { reloadConfig } from '../../settings/config-cache';
import type { Services } from '../../platform/services';
import { changeConnection, whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { findConnection } from './find-connection';
import { registerAgain } from './register';
import { speaker } from '../speak';

const longestLabel = 60;

/** Null when the label can be given to a connection of that platform; else why not. */
function whyNot(services: Services, vendor: string, label: string): string | null {
  const speak = speaker(services);
  if (label === '') return speak('labelMissing');
  if (label.length > longestLabel) return speak('labelTooLong', { count: String(longestLabel) });
  const isTaken = reloadConfig(services).connections.some(
    (one) => one.vendor === vendor && one.account.toLowerCase() === label.toLowerCase(),
  );
  return isTaken ? speak('labelTaken', { label }) : null;
}

/** Many platforms have a "Principal". */
const nameOf = ({ vendor, account }: Connection): string =>
  `${findVendor(vendor).name} · ${account}`;

/** Adds a connection under that label; gives its id. */
export function addConnection(services: Services, vendor: string, label: string): Outcome<string> {
  if (!isVendorId(vendor)) return refused(speaker(services)('vendorUnknown'));
  return whileLocked(services, () => {
    const problem = whyNot(services, vendor, label);
    if (problem !== null) return refused(problem);
    const made = createConnection(services, vendor, label);
    return done(made.id, speaker(services)('connectionAdded', { label: nameOf(made) }));
  });
}

/** Gives a connection another label. Rows that are written already keep the old one. */
export function renameConnection(services: Services, id: string, label: string): Outcome {
  const known = findConnection(services, id);
  if (known.kind !== 'done') return known;
  const { account, vendor } = known.value.connection;
  if (account === label) return done(null);
  const problem = whyNot(services, vendor, label);
  if (problem !== null) return refused(problem);
  const renamed = changeConnection(services, id, (connection) => ({
    ...connection,
    account: label,
  }));
  return renamed.kind === 'done' ? done(null, speaker(services)('renamed')) : renamed;
}

/** Gives a connection a new secret; the old one stays valid until it is ended, so that no event is refused meanwhile. */
export function changeSecret(services: Services, id: string): Outcome {
  const fresh = changeConnection(services, id, (connection) => ({
    ...connection,
    secrets: [makeSecret(services), ...connection.secrets.slice(0, 1)],
  }));
  if (fresh.kind !== 'done') return fresh;
  const registered = registerAgain(services, id);
  return done(null, registered?.sentence ?? speaker(services)('secretChanged'));
}

/** Ends every secret but the newest. */
export function dropOldSecrets(services: Services, id: string): Outcome {
  const single = changeConnection(services, id, (connection) => ({
    ...connection,
    secrets: connection.secrets.slice(0, 1),
  }));
  return single.kind === 'done' ? done(null, speaker(services)('secretDropped')) : single;
}

/** Takes a connection away: its secrets and tokens are gone, its rows stay. */
export function dropConnection(services: Services, id: string): Outcome {
  return whileLocked(services, () => {
    const known = findConnection(services, id);
    if (known.kind !== 'done') return known;
    removeConnection(services, id);
    const label = nameOf(known.value.connection);
    return done(null, speaker(services)('connectionRemoved', { label }));
  });
}
