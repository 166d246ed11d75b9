import type { Services } from '../../../platform/services';
import { dayOf } from '../../../projections/agent-days';
import type { Config } from '../../../settings/config';
import { keepBoard } from '../../../settings/screens';
import type { BoardSources } from '../dashboard/write-dashboard';
import { makeBoard, type Board } from './board';

/** Days that the hours which are shown are chosen from. */
const monthDays = 31;

/** Draws the board that screens show. */
export function drawBoard(
  services: Services,
  config: Config,
  { agents, readTotals }: BoardSources,
): Board {
  const nowMs = services.clock.now();
  const rows = readTotals(dayOf(nowMs, config.settings.offsetMinutes) - monthDays);
  return makeBoard(config, { agents, rows, nowMs });
}

/** Keeps in the cache what screens are answered from: while it does, a screen costs one look there. */
export const showOnScreens = (services: Services, config: Config, from: BoardSources): void =>
  keepBoard(services, JSON.stringify(drawBoard(services, config, from)));
