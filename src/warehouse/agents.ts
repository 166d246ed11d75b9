import { readAgents } from '../intake/views/read-agents';
import { stintsOfAll } from '../intake/views/agent-days';
import type { Services } from '../platform/services';
import { findPersons } from '../projections/people';
import type { Config } from '../settings/config';
import { isoTime } from '../archive/tables';

/** Who each agent is, and what they did: by the key of their row. */
export function agentFields(services: Services, config: Config): ReadonlyMap<string, object> {
  const all = stintsOfAll(readAgents(services, config).known, services.clock.now());
  const members = all.map(({ agent, stints }) => ({ ...agent, stints }));
  const persons = findPersons(members, config.settings.people);
  const personOf = new Map(
    persons.flatMap(({ name, members: own }) =>
      own.map((one) => [`${one.connectionId}|${one.name}`, name] as const),
    ),
  );
  return new Map(
    members.map(({ key, connectionId, name, stints }) => [
      key,
      {
        person: personOf.get(`${connectionId}|${name}`) ?? name,
        stints: stints.map(({ doing, fromMs, untilMs, end }) => ({
          doing,
          began: isoTime(fromMs),
          ended: isoTime(untilMs),
          ends: end,
        })),
      },
    ]),
  );
}
