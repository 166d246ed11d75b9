import fc from 'fast-check';
import { entityFields, type EntityId } from '../../src/events/fields';
import type { Saying } from '../../src/projections/saying';

/** Entities whose rows are merged. */
export const registerEntities = [
  'agentStatus',
  'conversation',
  'attendance',
  'message',
  'contact',
  'template',
] as const satisfies readonly EntityId[];

const moments = [1, 2, 3, 4].map((step) => 1_700_000_000_000 + step * 1000);
const firstReceivedMs = 1_700_000_100_000;
const words = ['open', 'resolved', 'pending', 'available'];
/** Steps of a message's way, a word that ends it and words of a vendor's own. */
const statusWords = ['sent', 'delivered', 'read', 'failed', 'deleted', 'aberto'];
const long = (text: string): string => text.repeat(300);

/** A few values of each kind, so that sayings often agree, disagree and tie. */
const valuesOf: Readonly<Record<string, readonly unknown[]>> = {
  text: ['', 'a', '=1+1', '😀\n"{', long('longo 😀 '), long('outro \\ ')],
  flag: [true, false],
  number: [0, 1, 7],
  time: moments,
  texts: [[], ['a', 'b'], Array.from({ length: 300 }, () => 'etiqueta')],
  observed: [
    [],
    ...moments.flatMap((atMs) => words.map((word) => [[atMs, word]])),
    [
      [moments[0], 'open'],
      [moments[2], 'resolved'],
    ],
  ],
};

/** What an event says of an entity: any of its fields, null where it says "empty". One number draws them all: that is quick. */
function drawFields(entity: EntityId, draw: number): Saying['fields'] {
  const rules = Object.entries<{ readonly kind: string; readonly rule: string }>(
    entityFields[entity],
  );
  const said = rules.map(([name, { kind, rule }], index) => {
    const values = rule === 'progress' ? statusWords : (valuesOf[kind] ?? []);
    const choices = [undefined, undefined, ...(rule === 'union' ? [] : [null]), ...values];
    const stirred = Math.imul(draw + index * 977, 0x9e3779b1) >>> 8;
    return [name, choices[stirred % choices.length]] as const;
  });
  return Object.fromEntries(said);
}

/**
 * Deliveries of a handful of events about one entity. An event delivered again is the same saying, received at another time;
 * many share a clock, so that ties are common.
 */
export function deliveriesOf(entity: EntityId, minLength = 0): fc.Arbitrary<readonly Saying[]> {
  const event = fc.tuple(fc.nat(3), fc.nat(1), fc.nat(99_999)).map(([step, index, draw]) => ({
    atMs: moments[step] ?? 0,
    index,
    hash: `h${draw}`,
    revision: 1,
    fields: drawFields(entity, draw),
  }));
  const order = fc.array(fc.tuple(fc.nat(9), fc.nat(5)), { minLength, maxLength: 6 });
  return fc.tuple(fc.array(event, { minLength: 1, maxLength: 4 }), order).map(([events, picks]) =>
    picks.flatMap(([pick, minute]) => {
      const at = pick % events.length;
      const told = events[at];
      return told === undefined ? [] : [{ ...told, receivedAtMs: firstReceivedMs + minute * 1000 }];
    }),
  );
}
