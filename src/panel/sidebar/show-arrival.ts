import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { findSheet } from '../../sheets/find-sheet';
import { tabIds, tabs } from '../../tabs/tabs';
import { lookAtArrivals } from '../connections/arrivals';
import { firstTabOf } from '../connections/test-event';
import { languageOf } from '../language';

/** Where a connection's last event stands. */
export interface ShownArrival {
  /** Id and title of the tab; blank when it is in none. */
  readonly tab: string;
  readonly tabTitle: string;
}

export function sayArrival(services: Services, connectionId: string): ShownArrival {
  const look = lookAtArrivals(services, services.properties.getAll());
  const { lines } = look.arrivalOf(connectionId);
  const line = lines[lines.length - 1];
  const tab = line === undefined ? null : firstTabOf(services, look, line);
  const language = languageOf(services.host.locale());
  return { tab: tab ?? '', tabTitle: tab === null ? '' : tabs[tab].title[language] };
}

/** Brings a tab to the front; the first one when there is none of that id. */
export function showTab(services: Services, name: string): null {
  const id = tabIds.find((one) => one === name) ?? 'agentsNow';
  const { settings } = configFrom(services.properties.getAll());
  findSheet(services.workbook, tabs[id], settings.sheetIds[id])?.activate();
  return null;
}
