/** Kinds of things that rows are about, in the oracle's own words. */
export type EntityName =
  'agent' | 'conversation' | 'attendance' | 'message' | 'contact' | 'template' | 'outage';

export type Fields = Readonly<Record<string, unknown>>;

/** What an event tells of one thing. `atMs`: the vendor's time of it; null when it gives none. */
export interface ToldFact {
  readonly entity: EntityName;
  readonly id: string;
  readonly atMs: number | null;
  readonly fields: Fields;
}

/** One event of a body, as a person reads it. */
export interface ToldEvent {
  readonly name: string;
  readonly entityId: string;
  readonly atMs: number | null;
  /** The part of the body that is this event. */
  readonly item: unknown;
  readonly facts: readonly ToldFact[];
}

/** A part of a body that nobody can write: its event, why, and where (list positions aside). */
export interface ToldFailure {
  readonly event: string;
  readonly code: string;
  readonly path: string;
}

/** What a body says. */
export interface Reading {
  readonly events: readonly ToldEvent[];
  readonly failures: readonly ToldFailure[];
  /** Some part is an event that nobody knows yet. */
  readonly isUnknown: boolean;
}

/** The value at `a.b.0.c`; undefined when there is none. */
export function pick(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined,
      value,
    );
}

/** A text or an id as text; undefined when there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = pick(value, path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function flagAt(value: unknown, path: string): boolean | undefined {
  const found = pick(value, path);
  return typeof found === 'boolean' ? found : undefined;
}

export function numberAt(value: unknown, path: string): number | undefined {
  const found = pick(value, path);
  return typeof found === 'number' ? found : undefined;
}

/** Seconds, also with a fraction, as milliseconds. */
export function secondsAt(value: unknown, path: string): number | undefined {
  const found = numberAt(value, path);
  return found === undefined ? undefined : Math.round(found * 1000);
}

/** A date and time: one that names no zone is of that offset. */
export function momentAt(value: unknown, path: string, zone = 'Z'): number | undefined {
  const found = pick(value, path);
  if (typeof found !== 'string') return undefined;
  const [day = '', time = ''] = found.replace('Z', '').split(/[ T]/);
  const [clock = '', fraction = ''] = time.split('.');
  const atMs = Date.parse(`${day}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`);
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** A list; empty when there is none. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = pick(value, path);
  return Array.isArray(found) ? found : [];
}

/** A reading of events alone. */
export const tell = (...events: readonly ToldEvent[]): Reading => ({
  events,
  failures: [],
  isUnknown: false,
});
