import { describeType, type Failure } from '../events/failure';
import { parseTime } from '../events/time';

/** undefined: the key is absent; null: it is there and empty. */
export type Maybe<T> = T | null | undefined;

/**
 * Reads the fields of one JSON object of unknown shape. A field of the wrong type is noted as a failure and read as undefined,
 * so a decoder reads everything first and looks at `failures` once. Keys are compared trimmed (`"operatorReport "`).
 */
export interface ObjectReader {
  readonly path: string;
  readonly failures: Failure[];
  has(key: string): boolean;
  raw(key: string): unknown;
  keys(): readonly string[];
  /** Text; numbers and booleans are taken as text; blank text is null. */
  text(key: string): Maybe<string>;
  /** An id as text, whether it came as a number or as text. */
  id(key: string): Maybe<string>;
  /** As `id`; notes `missingField` and gives '' when there is none. */
  requiredId(key: string): string;
  /** A boolean; also 0/1 and their text forms. */
  flag(key: string): Maybe<boolean>;
  number(key: string): Maybe<number>;
  /** Epoch ms of a time in any of the vendors' forms; zoneless text is read at `offsetMinutes` (default GMT-3). */
  time(key: string, offsetMinutes?: number): Maybe<number>;
  /** The object under the key; an empty one when it is absent, null or `[]` (PHP's form of `{}`). */
  child(key: string): ObjectReader;
  /** The objects of a list; an empty list when it is absent or null. */
  items(key: string): readonly ObjectReader[];
  /** A list of texts; objects with `name` or `title` count by that. */
  texts(key: string): Maybe<readonly string[]>;
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Opens a value for reading; one that is no object is noted as a failure and read as an empty one. */
export function openObject(value: unknown, path = '', failures: Failure[] = []): ObjectReader {
  const source = takeObject(value, path, failures);
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const note = (key: string, expected: string): undefined => {
    failures.push({
      code: 'wrongType',
      path: at(key),
      expected,
      received: describeType(source.get(key)),
    });
    return undefined;
  };
  const read = <T>(
    key: string,
    expected: string,
    convert: (raw: unknown) => T | undefined,
  ): Maybe<T> => {
    const raw = source.get(key);
    if (raw === undefined || raw === null || raw === '')
      return raw === undefined ? undefined : null;
    return convert(raw) ?? note(key, expected);
  };
  return {
    path,
    failures,
    has: (key) => source.has(key),
    raw: (key) => source.get(key),
    keys: () => [...source.keys()],
    text: (key) => read(key, 'text', asText),
    id: (key) => read(key, 'id (number or text)', asId),
    requiredId: (key) => requireId(read(key, 'id (number or text)', asId), at(key), failures),
    flag: (key) => read(key, 'true or false', asFlag),
    number: (key) => read(key, 'number', asNumber),
    time: (key, offsetMinutes) => readTime(source.get(key), offsetMinutes, () => note(key, 'time')),
    child: (key) => openObject(source.get(key) ?? {}, at(key), failures),
    items: (key) => readItems(source.get(key), at(key), failures),
    texts: (key) => read(key, 'list of texts', asTexts),
  };
}

function takeObject(
  value: unknown,
  path: string,
  failures: Failure[],
): ReadonlyMap<string, unknown> {
  if (isObject(value)) return takeFields(value);
  const isEmptyList = Array.isArray(value) && value.length === 0;
  if (!isEmptyList)
    failures.push({ code: 'notAnObject', path, expected: 'object', received: describeType(value) });
  return new Map();
}

/** A loop, not a chain of lists: every object of every body comes through here. */
function takeFields(value: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const key of Object.keys(value)) fields.set(key.trim(), value[key]);
  return fields;
}

function asText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : undefined;
}

function asId(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw.trim();
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined;
}

function requireId(id: Maybe<string>, path: string, failures: Failure[]): string {
  if (id !== undefined && id !== null && id !== '') return id;
  const isNoted = failures.some((failure) => failure.path === path);
  if (!isNoted)
    failures.push({
      code: 'missingField',
      path,
      expected: 'id (number or text)',
      received: describeType(id),
    });
  return '';
}

const flagTexts: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

function asFlag(raw: unknown): boolean | undefined {
  return flagTexts.get((asText(raw) ?? '').trim().toLowerCase());
}

function asNumber(raw: unknown): number | undefined {
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** What vendors send for "no time": PHP's false and MySQL's zero date among them. */
const noTimes: ReadonlySet<unknown> = new Set([null, false, '', 0, '0', '0000-00-00 00:00:00']);

function readTime(
  raw: unknown,
  offsetMinutes: number | undefined,
  note: () => undefined,
): Maybe<number> {
  if (raw === undefined) return undefined;
  if (noTimes.has(raw)) return null;
  return parseTime(raw, offsetMinutes) ?? note();
}

function readItems(raw: unknown, path: string, failures: Failure[]): readonly ObjectReader[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) {
    failures.push({ code: 'wrongType', path, expected: 'list', received: describeType(raw) });
    return [];
  }
  return raw.map((item, index) => openObject(item, `${path}[${index}]`, failures));
}

function asTexts(raw: unknown): readonly string[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  return raw.flatMap((item: unknown) => {
    const text = isObject(item) ? asText(item['name'] ?? item['title']) : asText(item);
    return text === undefined ? [] : [text];
  });
}
