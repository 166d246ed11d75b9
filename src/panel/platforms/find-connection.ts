import type { Services } from '../../platform/services';
import type { Connection, Settings } from '../../settings/config';
import { reloadConfig } from '../../settings/config-cache';
import { pollForms } from '../../sync/poll/poll-forms';
import { findWalk } from '../../sync/reconcile/walks';
import { isStarted } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';

type OfVendor = Pick<Connection, 'vendor'>;

/** Whether that platform can be asked for the status of its agents. */
export const isPollable = ({ vendor }: OfVendor): boolean => pollForms[vendor] !== undefined;

/** Whether that platform lists what it has sent. */
export const isListed = ({ vendor }: OfVendor): boolean => findWalk(vendor) !== null;

/** Whether there is something to ask that platform for. */
export const isAskable = (connection: OfVendor): boolean =>
  isPollable(connection) || isListed(connection);

interface Found {
  readonly connection: Connection;
  readonly settings: Settings;
}

/** The connection that a page means; refused where it is gone, or its platform cannot be asked. */
export function findConnection(services: Services, id: string): Outcome<Found> {
  const speak = speaker(services);
  const { settings, connections } = reloadConfig(services);
  const connection = connections.find((one) => one.id === id);
  if (!isStarted(settings)) return refused(speak('notStarted'));
  if (connection === undefined) return refused(speak('connectionGone'));
  return isAskable(connection) ? done({ connection, settings }) : refused(speak('badRequest'));
}
