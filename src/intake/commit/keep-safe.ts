import type { Services } from '../../platform/services';
import type { Config } from '../../settings/config';
import { forgetConfig } from '../../settings/config-cache';
import { erasedName, writeErased } from '../../settings/privacy';
import { shield } from '../judge/shield';
import type { Request } from '../journal/request';

/**
 * A request as it may be stored (see `shield`). What newly names somebody who was erased, such as another conversation, is remembered:
 * further events may name them by that alone.
 */
export function keepSafe(services: Services, sent: Request, config: Config): Request {
  const { request, news } = shield(services, sent, config);
  if (news.length > 0) remember(services, news, config);
  return request;
}

function remember(services: Services, entries: readonly string[], { privacy }: Config): void {
  const untilMs = Math.max(0, ...(privacy?.erased ?? []).map((person) => person.untilMs));
  const stored = entries.map(
    (entry) => [erasedName(entry), writeErased({ untilMs, entries: entry })] as const,
  );
  try {
    services.properties.setMany(Object.fromEntries(stored));
    forgetConfig(services);
  } catch {
    // The event itself is masked all the same, and must not be lost.
    services.logError('What newly names somebody who was erased could not be kept.');
  }
}
