import type { Fact } from '../events/event';
import { entityFields, extraPrefix, type EntityId } from '../events/fields';
import { isObject } from '../vendors/kit/object-reader';

const isEntity = (name: unknown): name is EntityId =>
  typeof name === 'string' && Object.prototype.hasOwnProperty.call(entityFields, name);

/** A fact out of what was kept or changed of one; fields that are not of their kind are left out. None when it is no fact. */
export function readFact(value: unknown): readonly Fact[] {
  if (!isObject(value)) return [];
  const { entity, id, fields, bornAtMs } = value;
  if (!isEntity(entity) || typeof id !== 'string' || !isObject(fields)) return [];
  const kept = Object.entries(fields).filter(([name, field]) => fits(entity, name, field));
  const atMs = typeof value['atMs'] === 'number' ? value['atMs'] : null;
  const born = typeof bornAtMs === 'number' ? bornAtMs : null;
  // Each field was found to be of its kind.
  return [{ entity, id, atMs, bornAtMs: born, fields: Object.fromEntries(kept) } as Fact];
}

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  flag: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  time: (value) => typeof value === 'number',
  texts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  observed: (value) => Array.isArray(value),
};

function fits(entity: EntityId, name: string, value: unknown): boolean {
  const fields: Readonly<Record<string, { readonly kind: string }>> = entityFields[entity];
  const kind = fields[name]?.kind ?? (name.startsWith(extraPrefix) ? 'text' : '');
  return value === null ? kind !== '' : (kinds[kind]?.(value) ?? false);
}
