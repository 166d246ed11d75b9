import { eraseStateFrom } from '../../privacy/erase-state';
import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { readMasks, type MasksPage } from './masks';
import { readRetention, type RetentionPage } from './retention';

/** What the page Dados pessoais shows. */
interface PrivacyPage extends MasksPage {
  readonly retention: RetentionPage;
  /** Somebody is being erased: it is to be gone on with. */
  readonly isErasing: boolean;
}

export function readPrivacyPage(services: Services): PrivacyPage {
  const all = services.properties.getAll();
  const config = configFrom(all);
  return {
    ...readMasks(config),
    retention: readRetention(services, config),
    isErasing: eraseStateFrom(all) !== null,
  };
}
