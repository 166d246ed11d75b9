import type { Decoded, Fact } from '../../src/events/event';
import type { EntityId } from '../../src/events/fields';
import { entityFields } from '../../src/events/fields';
import { failureCodes } from '../../src/events/failure';
import { localizeText } from '../../src/events/words/word';
import type { Vendor } from '../../src/vendors/vendor';

/** When the test's requests arrived: later than every time in the fixtures. */
export const receivedAtMs = Date.UTC(2026, 9, 1, 12);

/** The decoded parts of a body, our own words in them as users of Portuguese read them. */
export function decodeBody(vendor: Vendor, body: unknown, webhook = ''): readonly Decoded[] {
  return readable(vendor.decode({ webhook, body, receivedAtMs }));
}

/** Decoded parts with our own words in Portuguese, wherever they stand in them. */
function readable(parts: readonly Decoded[]): readonly Decoded[] {
  const copy = structuredClone(parts);
  localizeWithin(copy);
  return copy;
}

function localizeWithin(value: object): void {
  for (const key of Object.keys(value)) {
    const item: unknown = Reflect.get(value, key);
    if (typeof item === 'string') Reflect.set(value, key, localizeText(item, 'pt'));
    else if (typeof item === 'object' && item !== null) localizeWithin(item);
  }
}

/** The facts of every event of a body; throws when a part of it is a failure. */
export function factsOf(vendor: Vendor, body: unknown, webhook = ''): readonly Fact[] {
  return decodeBody(vendor, body, webhook).flatMap((part) => {
    if (part.kind === 'failure') throw new Error(JSON.stringify(part.failure));
    return part.kind === 'event' ? part.event.facts : [];
  });
}

type FactOf<E extends EntityId> = Extract<Fact, { entity: E }>;

/** The only fact of that entity. */
export function factOf<E extends EntityId>(
  facts: readonly Fact[],
  entity: E,
): Pick<FactOf<E>, 'id' | 'atMs' | 'fields'> {
  const found = facts.filter((fact): fact is FactOf<E> => fact.entity === entity);
  const [first, second] = found;
  if (!first || second) throw new Error(`${found.length} facts of ${entity}`);
  const { id, atMs, fields } = first;
  return { id, atMs, fields };
}

/** What is wrong with a list of decoded parts by the contract; blank when nothing is. */
export function contractFaults(parts: readonly Decoded[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'failure')
      return failureCodes.includes(part.failure.code) ? [] : [`code ${part.failure.code}`];
    if (part.kind !== 'event') return typeof part.name === 'string' ? [] : ['name'];
    return part.event.facts.flatMap(factFaults);
  });
}

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  number: (value) => Number.isFinite(value),
  time: (value) => Number.isInteger(value),
  texts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  observed: (value) =>
    Array.isArray(value) &&
    value.every(([atMs, state]) => Number.isInteger(atMs) && typeof state === 'string'),
};

function factFaults(fact: Fact): readonly string[] {
  const idFaults = fact.id === '' ? [`${fact.entity} without id`] : [];
  const known: Readonly<Record<string, { readonly kind: string }>> = entityFields[fact.entity];
  const fieldFaults = Object.entries(fact.fields).flatMap(([name, value]) => {
    const test = typeTests[known[name]?.kind ?? ''];
    const isRight = value === undefined || value === null || test?.(value) === true;
    return isRight ? [] : [`${fact.entity}.${name} is ${JSON.stringify(value)}`];
  });
  return [...idFaults, ...fieldFaults];
}
