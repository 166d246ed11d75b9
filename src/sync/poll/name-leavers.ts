import { readAgents } from '../../intake/views/read-agents';
import type { Services } from '../../platform/services';
import { configFrom } from '../../settings/config';
import { MissingTab } from '../../tabs/missing-tab';
import type { PolledAgent } from '../../vendors/kit/polled-agents';

/** Gives those who are no longer in a platform's list the names that Agora knows them by. */
export function nameLeavers(
  services: Services,
  connectionId: string,
  changes: readonly PolledAgent[],
): readonly PolledAgent[] {
  if (changes.every(({ name }) => name !== null)) return changes;
  const names = namesInAgora(services);
  return changes.map((agent) => ({
    ...agent,
    name: agent.name ?? names.get(`${connectionId}|${agent.id}`) ?? null,
  }));
}

/** By the row's key. Whoever takes the lock after this must not see what was read before. */
function namesInAgora(services: Services): ReadonlyMap<string, string> {
  try {
    const config = configFrom(services.properties.getAll());
    const { known } = readAgents(services, config);
    return new Map(known.map(({ key, name }) => [key, name] as const));
  } catch (error) {
    if (error instanceof MissingTab) return new Map();
    throw error;
  } finally {
    services.workbook.flush();
  }
}
