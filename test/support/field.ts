import type { EntityId } from '../../src/events/fields';
import type { Vendor } from '../../src/vendors/vendor';
import { factsOf } from './decoding';
import { readFixture } from './fixtures';

/** A body of `test/fixtures/<vendor>/field/`, and what it says of one thing: the fields named, undefined for "says nothing". */
export type FieldLine = readonly [
  name: string,
  entity: EntityId,
  id: string,
  fields: Readonly<Record<string, unknown>>,
];

/** The fields of the line that the body says, all its facts of that thing together. */
export function saidIn(vendor: Vendor, [name, entity, id, fields]: FieldLine): object {
  const facts = factsOf(vendor, readFixture(`${vendor.id}/field/${name}.json`)).filter(
    (fact) => fact.entity === entity && fact.id === id,
  );
  if (facts.length === 0) throw new Error(`${name} says nothing of ${entity} ${id}.`);
  const pairs = facts.flatMap((fact) => Object.entries<unknown>(fact.fields));
  const said = new Map(pairs.filter(([, value]) => value !== undefined));
  return Object.fromEntries(Object.keys(fields).map((field) => [field, said.get(field)]));
}

/** Epoch ms of 21 September 2026, 11:13:20 in GMT-3, the moment around which these bodies are set, and seconds after it. */
export const moment = (seconds = 0): number => (1790000000 + seconds) * 1000;
