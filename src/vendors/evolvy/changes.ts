import { describeType } from '../../events/failure';
import { parseTime } from '../../events/time';
import { isObject, type ObjectReader } from '../kit/object-reader';

interface Change {
  readonly previous: unknown;
  readonly current: unknown;
}

/** The attributes that an event says have changed, by name; empty when it says nothing. */
export type Changes = ReadonlyMap<string, Change>;

/**
 * Reads `changed_attributes`: a list of `{ attribute: { previous_value, current_value } }`, null on
 * conversation_status_changed, absent on created ones; relays also send one plain map, or pairs `[old, new]`.
 */
export function readChanges(reader: ObjectReader): Changes {
  const raw = reader.raw('changed_attributes');
  const maps = Array.isArray(raw) ? raw.filter(isObject) : isObject(raw) ? [raw] : [];
  if (raw !== undefined && raw !== null && raw !== '' && maps.length === 0 && !isEmptyList(raw)) {
    const path = reader.path === '' ? 'changed_attributes' : `${reader.path}.changed_attributes`;
    const received = describeType(raw);
    reader.failures.push({ code: 'wrongType', path, expected: 'list of changes', received });
  }
  const entries = maps.flatMap((map) => Object.entries(map));
  return new Map(
    entries.flatMap(([name, value]) => {
      const change = toChange(value);
      return change === undefined ? [] : [[name.trim(), change] as const];
    }),
  );
}

/** Epoch ms of the time an attribute had after (or before) the change; null when there is none. Zoneless text is UTC. */
export function timeAfter(changes: Changes, name: string): number | null {
  return parseTime(changes.get(name)?.current, 0);
}

export function timeBefore(changes: Changes, name: string): number | null {
  return parseTime(changes.get(name)?.previous, 0);
}

const isEmptyList = (raw: unknown): boolean => Array.isArray(raw) && raw.length === 0;

function toChange(value: unknown): Change | undefined {
  if (isList(value)) return { previous: value[0], current: value[1] };
  return isObject(value)
    ? { previous: value['previous_value'], current: value['current_value'] }
    : undefined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
