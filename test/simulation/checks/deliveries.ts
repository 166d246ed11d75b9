import { longBody, noise } from '../bodies';
import { bodyOf, eventKinds } from '../event-kinds';
import { startMs, type Delivery } from '../scenario';

/** The event of that kind about an entity; the vendor's time lies so far from the beginning. */
export function deliveryOf(name: string, entity: number, laterMs = 0): Delivery {
  const kind = eventKinds.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`There is no event ${name}.`);
  const { vendor, webhook } = kind;
  const body = bodyOf(kind, { entity, atMs: startMs + laterMs });
  return { kind: 'delivery', name, vendor, webhook, body };
}

/** An agent's status. */
export const statusOf = (entity: number, laterMs = 0): Delivery =>
  deliveryOf('huggy.agentChangedStatus', entity, laterMs);

/** A body of Huggy's. */
export const huggyDelivery = (body: unknown, name = 'huggy'): Delivery => ({
  kind: 'delivery',
  name,
  vendor: 'huggy',
  webhook: 'main',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** A message of so many letters. */
export const longDelivery = (entity: number, length: number): Delivery =>
  huggyDelivery(longBody({ entity, atMs: startMs }, noise(length)), `huggy.long(${length})`);

/** One of an unknown event: it is settled at once, and takes so many letters. */
export const unknownDelivery = (length = 0): Delivery =>
  huggyDelivery({
    time: startMs / 1000,
    messages: { eventoNovo: [{ id: 1, letters: 'x'.repeat(length) }] },
    token: 'simulated-token',
  });
