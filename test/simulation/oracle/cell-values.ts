import type { CellKind } from './titles';

/** What stands in a cell. */
export type Shown = string | number | boolean | null;

const dayMs = 86_400_000;
const brazilMs = -3 * 3_600_000;
/** Sheets counts days from 30 December 1899. */
const firstDayMs = Date.UTC(1899, 11, 30);

/** A moment as the date and time that people in Brazil read, to the second. */
const serialOf = (atMs: number): number =>
  (Math.floor(atMs / 1000) * 1000 + brazilMs - firstDayMs) / dayMs;

/** A value as a cell of that kind shows it. */
export function asCell(kind: CellKind, value: unknown): Shown {
  if (value === undefined || value === null || value === '') return null;
  if (kind === 'time') return serialOf(Number(value));
  if (kind === 'duration') return Number(value) / dayMs;
  if (kind === 'text') return typeof value === 'string' ? value : JSON.stringify(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
}

/** From one moment to another, by whole seconds and never negative. */
export function spanOf(start: unknown, end: unknown): number | null {
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return Math.max(0, (Math.floor(end / 1000) - Math.floor(start / 1000)) * 1000);
}

const halfSecond = 0.5 / 86_400;

/** Times and durations are compared to the second; of a text that fills its cell the beginning. */
export function isSame(wanted: Shown, found: Shown): boolean {
  if (typeof wanted === 'number' && typeof found === 'number')
    return Math.abs(wanted - found) < halfSecond;
  if (typeof wanted === 'string' && wanted.length >= 50_000)
    return typeof found === 'string' && found.startsWith(wanted.slice(0, 40_000));
  return wanted === found;
}

/** The value in a few letters. */
export function show(value: Shown): string {
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
