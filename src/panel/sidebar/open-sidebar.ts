import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { isStarted } from '../change';
import { openSidebar } from '../open-page';
import type { Outcome } from '../outcome';
import { setUp } from '../start/set-up';

/** Menu Plantão > Começar. What was deleted since the first time is made again before the panel opens. */
export function openStart(services: Services): Outcome | null {
  const { settings } = configFrom(services.properties.getAll());
  const outcome = isStarted(settings) ? setUp(services) : null;
  if (outcome !== null && outcome.kind !== 'done') return outcome;
  openSidebar(services, 'start');
  return null;
}

/** Menu Plantão > Conexões; until there is an address, the steps that make one. */
export function openConnections(services: Services): null {
  openSidebar(services, 'connections');
  return null;
}
