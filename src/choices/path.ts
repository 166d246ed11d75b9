import { isObject } from '../vendors/kit/object-reader';
import type { Path } from './choices';

/** By what an item of a list is told from its neighbours; a form's answers have such a name. */
const labels = ['name', 'key', 'field', 'fieldName', 'label', 'title', 'question.fieldName'];

/** Longer texts would fill the row's state, which has one cell. */
const longestValue = 1000;
/** Deeper and further fields are not offered. */
const [deepest, mostFields] = [6, 400];

/** What stands at a path; undefined where there is nothing, so that nothing is said. */
export function valueAt(item: unknown, path: Path): unknown {
  return path.reduce(step, item);
}

function step(value: unknown, key: string): unknown {
  const [, label, name] = /^\?([\w.]+)=(.*)$/s.exec(key) ?? [];
  if (Array.isArray(value) && label !== undefined) {
    const items: readonly unknown[] = value;
    return items.find((one) => labelOf(one, label) === name);
  }
  const isThere = typeof value === 'object' && value !== null && hasOwn.call(value, key);
  return isThere ? Reflect.get(value, key) : undefined;
}

const hasOwn = Object.prototype.hasOwnProperty;

const labelOf = (item: unknown, label: string): unknown => valueAt(item, label.split('.'));

/** A value as the text that is kept of it; null: it is empty. */
export function toText(value: unknown): string | null {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const text = items.map(plain).filter(Boolean).join(', ').trim();
  if (text === '') return null;
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`;
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A field of an event, and what it held. */
export interface Field {
  readonly path: Path;
  readonly value: string;
}

/** Every field of an event that a column could show, in the order of the event. */
export function listFields(item: unknown, path: Path = []): readonly Field[] {
  if (Array.isArray(item)) return listItems(item, path);
  if (!isObject(item)) {
    const value = toText(item);
    return value === null || path.length === 0 ? [] : [{ path, value }];
  }
  if (path.length >= deepest) return [];
  return Object.entries(item)
    .flatMap(([key, value]) => listFields(value, [...path, key]))
    .slice(0, mostFields);
}

function listItems(items: readonly unknown[], path: Path): readonly Field[] {
  if (path.length >= deepest) return [];
  if (!items.some(isObject)) {
    const value = toText(items);
    return value === null ? [] : [{ path, value }];
  }
  return items.flatMap((item, index) => {
    const label = labels.find((one) => typeof labelOf(item, one) === 'string');
    const key = label === undefined ? String(index) : `?${label}=${String(labelOf(item, label))}`;
    return listFields(item, [...path, key]);
  });
}

/** A path as people read it: `answers › CPF › text`. */
export const sayPath = (path: Path): string =>
  path.map((key) => key.replace(/^\?[\w.]+=/, '')).join(' › ');
