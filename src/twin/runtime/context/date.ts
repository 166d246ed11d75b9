import { createOffsetAt, toInstant, type OffsetAt } from './zone';

const RealDate = Date;
const fields = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const withZone = /(?:z|gmt|utc?|[a-z]{2,3}t|[+-]\d{2}:?\d{2}|\(.*\))\s*$/i;
const isoDate = /^[+-]?\d{4,6}(?:-\d{2}){0,2}$/;
const isoDateTime = /^[+-]?\d{4,6}-\d{2}-\d{2}T[\d:.]+$/;

/**
 * Makes the context's `Date`: its present is the twin's clock, its local time the script's zone
 * (the manifest's `timeZone`), whatever zone this computer is in. Changes the context's own Date.prototype.
 */
export function createDate(clock: () => number, timeZone: string): DateConstructor {
  // A script's time is whole milliseconds, the twin's clock may be finer.
  const now = (): number => Math.floor(clock());
  const offsetAt = createOffsetAt(timeZone);
  patchFields(offsetAt);
  patchTexts(offsetAt, timeZone);
  const parse = (text: unknown) => parseLocal(String(text), offsetAt);
  const twinDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (_target, args: unknown[], newTarget) =>
      asObject(Reflect.construct(RealDate, [toEpoch(args, { now, parse, offsetAt })], newTarget)),
    get: (target, key, receiver): unknown => {
      if (key === 'now') return now;
      return key === 'parse' ? parse : Reflect.get(target, key, receiver);
    },
  });
  define(RealDate.prototype, 'constructor', twinDate);
  return twinDate;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : new RealDate(Number.NaN);
}

interface Source {
  readonly now: () => number;
  readonly parse: (text: unknown) => number;
  readonly offsetAt: OffsetAt;
}

function toEpoch(args: readonly unknown[], { now, parse, offsetAt }: Source): unknown {
  const [first, ...rest] = args;
  if (args.length === 0) return now();
  if (rest.length > 0) {
    const [year = Number.NaN, month = Number.NaN, ...others] = args.map(Number);
    return toInstant(RealDate.UTC(year, month, ...others), offsetAt);
  }
  if (first instanceof RealDate) return first.getTime();
  const primitive: unknown =
    typeof first === 'object' && first !== null ? toPrimitive(first) : first;
  return typeof primitive === 'string' ? parse(primitive) : primitive;
}

function toPrimitive(value: object): unknown {
  const plain: unknown = value.valueOf();
  if (typeof plain !== 'object') return plain;
  const text: unknown = Reflect.get(value, 'toString');
  return typeof text === 'function' ? Reflect.apply(text, value, []) : Number.NaN;
}

function parseLocal(text: string, offsetAt: OffsetAt): number {
  const trimmed = text.trim();
  if (isoDate.test(trimmed)) return RealDate.parse(trimmed);
  if (isoDateTime.test(trimmed)) return toInstant(RealDate.parse(`${trimmed}Z`), offsetAt);
  if (withZone.test(trimmed)) return RealDate.parse(trimmed);
  return toInstant(RealDate.parse(`${trimmed} UTC`), offsetAt);
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

function callOf(name: string): (date: Date, args: readonly unknown[]) => unknown {
  const method: unknown = Reflect.get(RealDate.prototype, name);
  return (date, args): unknown =>
    typeof method === 'function' ? Reflect.apply(method, date, args) : undefined;
}

function patchFields(offsetAt: OffsetAt): void {
  const localOf = (date: Date) => new RealDate(date.getTime() + offsetAt(date.getTime()));
  for (const field of fields) {
    const read = callOf(`getUTC${field}`);
    const write = callOf(`setUTC${field}`);
    define(RealDate.prototype, `get${field}`, function get(this: Date) {
      return read(localOf(this), []);
    });
    if (field === 'Day') continue;
    define(RealDate.prototype, `set${field}`, function set(this: Date, ...args: unknown[]) {
      const local = localOf(this);
      write(local, args);
      return this.setTime(toInstant(local.getTime(), offsetAt));
    });
  }
  define(RealDate.prototype, 'getTimezoneOffset', function offset(this: Date) {
    return Number.isNaN(this.getTime()) ? Number.NaN : -offsetAt(this.getTime()) / 60_000;
  });
}

function patchTexts(offsetAt: OffsetAt, timeZone: string): void {
  const dateText = (date: Date) =>
    new RealDate(date.getTime() + offsetAt(date.getTime())).toUTCString();
  const day = (date: Date) =>
    dateText(date).replace(/^(\w+), (\d+) (\w+) (-?\d+) .*$/, '$1 $3 $2 $4');
  const time = (date: Date) =>
    `${/[\d:]{8}/.exec(dateText(date))?.[0] ?? ''} GMT${offsetText(offsetAt(date.getTime()))} (${zoneName(date, timeZone)})`;
  const texts: Readonly<Record<string, (date: Date) => string>> = {
    toDateString: day,
    toTimeString: time,
    toString: (date: Date) => `${day(date)} ${time(date)}`,
  };
  for (const [name, make] of Object.entries(texts)) {
    define(RealDate.prototype, name, function text(this: Date) {
      return Number.isNaN(this.getTime()) ? 'Invalid Date' : make(this);
    });
  }
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const original = callOf(name);
    define(
      RealDate.prototype,
      name,
      function text(this: Date, locales?: unknown, options?: object) {
        return original(this, [locales, { timeZone, ...options }]);
      },
    );
  }
}

function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

function zoneName(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' });
  return parts.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
