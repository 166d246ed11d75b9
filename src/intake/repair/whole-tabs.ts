import type { Services } from '../../platform/services';
import { configFrom, type Config } from '../../settings/config';
import { MissingTab } from '../../tabs/missing-tab';
import { repairTabs } from './repair';

/**
 * Does work that meets a tab which the user deleted or took apart: the tab is made whole, and the work begins anew, with the
 * configuration as it is then (null the first time).
 */
export function withWholeTabs<T>(services: Services, work: (mended: Config | null) => T): T {
  try {
    return work(null);
  } catch (error) {
    if (!(error instanceof MissingTab)) throw error;
    repairTabs(services, configFrom(services.properties.getAll()), error.tab);
    return work(configFrom(services.properties.getAll()));
  }
}
