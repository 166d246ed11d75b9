import { formatNumber } from './number-format';
import type { EngineArgument, EngineValue } from './function-types';

/** The engine's general error, shown as Google's `#VALUE!`. */
export const WRONG_VALUE = '#ERROR';
const NOT_AVAILABLE = '#N/A';

export function toText(value: EngineArgument): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null || value === undefined ? '' : String(value);
}

export function toNumber(value: EngineArgument): number | null {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && value.trim() === '') return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

export function withNumber(
  value: EngineArgument,
  compute: (number: number) => EngineValue,
): EngineValue {
  const number = toNumber(value);
  return number === null ? WRONG_VALUE : compute(number);
}

export function withTwoNumbers(
  first: EngineArgument,
  second: EngineArgument,
  compute: (first: number, second: number) => EngineValue,
): EngineValue {
  return withNumber(first, (one) => withNumber(second, (two) => compute(one, two)));
}

export function toMatrix(value: EngineArgument): readonly (readonly EngineValue[])[] {
  if (value === undefined) return [[null]];
  return isMatrix(value) ? value : [[value]];
}

/** Whether a value is a matrix (a list of columns). */
export function isMatrix(value: EngineArgument): value is readonly (readonly EngineValue[])[] {
  return Array.isArray(value);
}

/** RE2 writes flags as a prefix, `(?i)`; JavaScript wants them apart. */
export function readPattern(pattern: EngineArgument, flags: string): RegExp | null {
  const [, prefix = '', source = ''] = /^(?:\(\?([ims]+)\))?([\s\S]*)$/.exec(toText(pattern)) ?? [];
  try {
    return new RegExp(source, [...new Set(`${flags}${prefix}u`)].join(''));
  } catch {
    return null;
  }
}

export function extract(text: string, pattern: RegExp): EngineValue | EngineValue[][] {
  const match = pattern.exec(text);
  if (!match) return NOT_AVAILABLE;
  const groups = match.slice(1).map((group): EngineValue[] => [group ?? '']);
  return groups.length > 0 ? groups : match[0];
}

const SEARCH_MODES: Readonly<
  Record<string, (candidate: EngineValue, key: EngineValue) => number | null>
> = {
  '0': () => null,
  '1': (candidate, key) => distance(candidate, key),
  '-1': (candidate, key) => distance(key, candidate),
};

/** How far `upper` lies above `lower`; null when it does not or when they cannot be compared. */
function distance(upper: EngineValue, lower: EngineValue): number | null {
  if (typeof upper !== 'number' || typeof lower !== 'number' || upper < lower) return null;
  return upper - lower;
}

function sameValue(one: EngineValue, other: EngineValue): boolean {
  if (typeof one === 'string' && typeof other === 'string') {
    return one.toLowerCase() === other.toLowerCase();
  }
  return one === other;
}

/** Position (from 1) of a key in a list, exact, or the next larger (1) or smaller (-1) one. */
function findPosition(key: EngineValue, list: readonly EngineValue[], mode: string): EngineValue {
  const exact = list.findIndex((candidate) => sameValue(candidate, key));
  if (exact >= 0) return exact + 1;
  const measure = SEARCH_MODES[mode];
  if (!measure) return WRONG_VALUE;
  const best = list
    .map((candidate, index) => ({ index, gap: measure(candidate, key) }))
    .filter((candidate): candidate is { index: number; gap: number } => candidate.gap !== null)
    .sort((one, other) => one.gap - other.gap)[0];
  return best ? best.index + 1 : NOT_AVAILABLE;
}

export function matchPosition(
  key: EngineArgument,
  list: EngineArgument,
  mode: EngineArgument,
): EngineValue {
  const values = toMatrix(list).flat();
  const wanted = toMatrix(key)[0]?.[0] ?? null;
  return findPosition(wanted, values, String(toNumber(mode) ?? 0));
}

export function formatText(
  locale: string,
  value: EngineArgument,
  pattern: EngineArgument,
): EngineValue {
  if (typeof value === 'string' && toNumber(value) === null) return value;
  return withNumber(
    value,
    (number) => formatNumber(toText(pattern), number, locale) ?? WRONG_VALUE,
  );
}

export function cut(
  value: EngineArgument,
  rows: EngineArgument,
  columns: EngineArgument,
): EngineValue[][] {
  const rowCount = toNumber(rows) ?? 0;
  const columnCount = toNumber(columns) ?? 0;
  return toMatrix(value)
    .slice(0, columnCount)
    .map((column) => column.slice(0, rowCount));
}
