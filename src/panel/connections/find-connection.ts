import { reloadConfig } from '../../settings/config-cache';
import type { Connection, Settings } from '../../settings/config';
import type { Services } from '../../platform/services';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';

/** A connection with the settings that its addresses are made from. */
export interface Known {
  readonly connection: Connection;
  readonly settings: Settings;
}

/** The connection of that id, as it is stored now; refused when it is gone. */
export function findConnection(services: Services, id: string): Outcome<Known> {
  const { settings, connections } = reloadConfig(services);
  const connection = connections.find((one) => one.id === id);
  if (connection === undefined) return refused(speaker(services)('connectionGone'));
  return done({ connection, settings });
}
