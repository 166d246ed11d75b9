import type { Services } from '../platform/services';
import { configFrom } from './config';
import { MissingTab } from './missing-tab';
import { repairTabs } from './repair';

/** Does work that meets a tab which the user deleted or took apart: the tab is made whole, and the work begins anew. */
export function withWholeTabs<T>(services: Services, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof MissingTab)) throw error;
    repairTabs(services, configFrom(services.properties.getAll()), error.tab);
    return work();
  }
}
