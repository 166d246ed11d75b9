import { describeType, type Failure, type FailureCode } from '../../events/failure';
import { dropMarks } from '../../events/words/word';
import { parseTime } from '../../events/time';

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
  /** Text; numbers and booleans are taken as text; blank text is null, as is `[]` (PHP's form of nothing). */
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
  /** The object under the key; an empty one when it is absent, null, blank, false or `[]` (PHP's form of `{}`). */
  child(key: string): ObjectReader;
  /** The objects of a list; an empty list when it is absent, null, blank or false. What is null in it is passed over. */
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
  return new FieldReader(path, failures, takeObject(value, path, failures));
}

const idWords = 'id (number or text)';

/** A class, because one is opened for every object of every body and a dozen closures each would cost more than the decoding. */
class FieldReader implements ObjectReader {
  readonly path: string;
  readonly failures: Failure[];
  private readonly source: Fields;

  constructor(path: string, failures: Failure[], source: Fields) {
    this.path = path;
    this.failures = failures;
    this.source = source;
  }

  has(key: string): boolean {
    return hasOwn.call(this.source, key);
  }

  raw(key: string): unknown {
    return hasOwn.call(this.source, key) ? this.source[key] : undefined;
  }

  keys(): readonly string[] {
    return Object.keys(this.source);
  }

  text(key: string): Maybe<string> {
    return this.read(key, 'text', asText);
  }

  id(key: string): Maybe<string> {
    const id = this.read(key, idWords, asId);
    return id === '' ? null : id;
  }

  requiredId(key: string): string {
    const id = this.id(key);
    if (id) return id;
    const path = this.at(key);
    const isNoted = this.failures.some((failure) => failure.path === path);
    const received = describeType(this.raw(key));
    if (!isNoted) this.failures.push({ code: 'missingField', path, expected: idWords, received });
    return '';
  }

  flag(key: string): Maybe<boolean> {
    return this.read(key, 'true or false', asFlag);
  }

  number(key: string): Maybe<number> {
    return this.read(key, 'number', asNumber);
  }

  time(key: string, offsetMinutes?: number): Maybe<number> {
    const raw = this.raw(key);
    if (raw === undefined) return undefined;
    if (noTimes.has(raw) || isEmptyList(raw)) return null;
    return parseTime(raw, offsetMinutes) ?? this.note(key, 'time', 'badTime');
  }

  child(key: string): ObjectReader {
    const raw = this.raw(key);
    return openObject(isNothing(raw) ? {} : raw, this.at(key), this.failures);
  }

  items(key: string): readonly ObjectReader[] {
    return readItems(this.raw(key), this.at(key), this.failures);
  }

  texts(key: string): Maybe<readonly string[]> {
    return this.read(key, 'list of texts', asTexts);
  }

  private at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  private note(key: string, expected: string, code: FailureCode = 'wrongType'): undefined {
    const received = describeType(this.raw(key));
    this.failures.push({ code, path: this.at(key), expected, received });
  }

  private read<T>(
    key: string,
    expected: string,
    convert: (raw: unknown) => T | undefined,
  ): Maybe<T> {
    const raw = this.raw(key);
    if (raw === undefined || raw === null) return raw;
    if (raw === '') return null;
    if (expected !== 'list of texts' && isEmptyList(raw)) return null;
    return convert(raw) ?? this.note(key, expected);
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Only a body's own keys count: one called `constructor` is absent unless the body has it. */
const hasOwn = Object.prototype.hasOwnProperty;

function takeObject(value: unknown, path: string, failures: Failure[]): Fields {
  if (isObject(value)) return takeFields(value);
  const code = path === '' ? 'notAnObject' : 'wrongType';
  if (!isEmptyList(value))
    failures.push({ code, path, expected: 'object', received: describeType(value) });
  return {};
}

/** Almost no body has keys to trim, and every object of every body comes through here: so copy only those that have. */
function takeFields(value: Fields): Fields {
  const keys = Object.keys(value);
  if (keys.every((key) => key === key.trim())) return value;
  return Object.fromEntries(keys.map((key) => [key.trim(), value[key]]));
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** How vendors write that there is no object or no list. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false;

function asText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return dropMarks(raw);
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : undefined;
}

function asId(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw.trim();
  return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : undefined;
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

function readItems(raw: unknown, path: string, failures: Failure[]): readonly ObjectReader[] {
  if (isNothing(raw)) return [];
  if (!Array.isArray(raw)) {
    failures.push({ code: 'wrongType', path, expected: 'list', received: describeType(raw) });
    return [];
  }
  return raw.flatMap((item: unknown, index) =>
    item === null ? [] : [openObject(item, `${path}[${index}]`, failures)],
  );
}

function asTexts(raw: unknown): readonly string[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  return raw.flatMap((item: unknown) => {
    const text = isObject(item) ? asText(item['name'] ?? item['title']) : asText(item);
    return text === undefined ? [] : [text];
  });
}
