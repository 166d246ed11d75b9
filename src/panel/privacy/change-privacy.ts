import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { forgetConfig } from '../../settings/config-cache';
import { makeSecret } from '../../settings/connections';
import { defaultPrivacy, savePrivacy, type Privacy } from '../../settings/privacy';
import { isStarted, whileLocked } from '../change';
import { done, refused, type Outcome } from '../outcome';
import { speaker } from '../speak';

/** Changes what is done with people's data; requests that come from then on meet it. */
export function changePrivacy(
  services: Services,
  said: string,
  change: (privacy: Privacy) => Privacy,
): Outcome {
  return whileLocked(services, () => {
    const { settings, privacy = defaultPrivacy } = configFrom(services.properties.getAll());
    if (!isStarted(settings)) return refused(speaker(services)('notStarted'));
    savePrivacy(services.properties, change(privacy));
    forgetConfig(services);
    return done(null, said);
  });
}

/** With a key for pseudonyms, made where there is none: it never changes, or nobody would be the same any more. */
export const withKey = (services: Services, privacy: Privacy): Privacy =>
  privacy.key === '' ? { ...privacy, key: makeSecret(services) } : privacy;
