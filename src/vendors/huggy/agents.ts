import type { HuggyItem, ItemFacts } from './item';

/**
 * `agentChangedStatus`: the agent's state at the envelope's time.
 * Fields: https://spotlight.huggy.io/publications/primeiros-passos-webhook-da-huggy
 */
export function decodeAgentStatus({ reader, atMs }: HuggyItem): ItemFacts {
  const id = reader.requiredId('id');
  const fields = {
    name: reader.text('name') ?? undefined,
    isOnline: reader.flag('isOnline'),
    isAvailable: reader.flag('isAvailable'),
    statusCode: reader.id('statusID'),
    email: reader.text('email') ?? undefined,
    origin: reader.text('origin'),
  };
  return { entityId: id, facts: [{ entity: 'agentStatus', id, atMs, fields }] };
}
