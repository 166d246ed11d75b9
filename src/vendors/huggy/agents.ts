import { readText, type HuggyItem, type ItemFacts } from './item';

/**
 * `agentChangedStatus`: the agent's state at the envelope's time.
 * Fields: https://spotlight.huggy.io/publications/primeiros-passos-webhook-da-huggy
 */
export function decodeAgentStatus({ reader, atMs }: HuggyItem): ItemFacts {
  const id = reader.requiredId('id');
  const fields = {
    name: readText(reader, 'name') ?? undefined,
    isOnline: reader.flag('isOnline'),
    isAvailable: reader.flag('isAvailable'),
    statusCode: reader.id('statusID'),
    email: readText(reader, 'email') ?? undefined,
    origin: readText(reader, 'origin'),
  };
  return { entityId: id, facts: [{ entity: 'agentStatus', id, atMs, fields }] };
}
