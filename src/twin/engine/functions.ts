import type { CellValue } from '../spreadsheet/model';
import { formatNumber } from './number-format';

/** One value inside the engine; errors are their text. */
export type EngineValue = CellValue;

/** What a function gets for one argument: a value, a matrix of columns, or nothing. */
export type EngineArgument = EngineValue | readonly (readonly EngineValue[])[] | undefined;

/** What the functions need to know of the spreadsheet they run in. */
export interface FunctionContext {
  readonly locale: string;
  /** The wall clock of the spreadsheet's zone as a serial number. */
  nowSerial(): number;
}

/** A function that Google has and the engine lacks (or computes otherwise). */
export interface EngineFunction {
  readonly name: string;
  /** Names of the arguments; `?` at the end makes one optional, `[]` lets it take a whole range. */
  readonly parameters: readonly string[];
  compute(
    context: FunctionContext,
    ...values: EngineArgument[]
  ): EngineValue | readonly (readonly EngineValue[])[];
}

/** The engine's general error, shown as Google's `#VALUE!`. */
const WRONG_VALUE = '#ERROR';
const NOT_AVAILABLE = '#N/A';

function toText(value: EngineArgument): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null || value === undefined ? '' : String(value);
}

function toNumber(value: EngineArgument): number | null {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && value.trim() === '') return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

function withNumber(value: EngineArgument, compute: (number: number) => EngineValue): EngineValue {
  const number = toNumber(value);
  return number === null ? WRONG_VALUE : compute(number);
}

function withTwoNumbers(
  first: EngineArgument,
  second: EngineArgument,
  compute: (first: number, second: number) => EngineValue,
): EngineValue {
  return withNumber(first, (one) => withNumber(second, (two) => compute(one, two)));
}

function toMatrix(value: EngineArgument): readonly (readonly EngineValue[])[] {
  if (value === undefined) return [[null]];
  return isMatrix(value) ? value : [[value]];
}

/** Whether a value is a matrix (a list of columns). */
export function isMatrix(value: EngineArgument): value is readonly (readonly EngineValue[])[] {
  return Array.isArray(value);
}

/** RE2 writes flags as a prefix, `(?i)`; JavaScript wants them apart. */
function readPattern(pattern: EngineArgument, flags: string): RegExp | null {
  const [, prefix = '', source = ''] = /^(?:\(\?([ims]+)\))?([\s\S]*)$/.exec(toText(pattern)) ?? [];
  try {
    return new RegExp(source, [...new Set(`${flags}${prefix}u`)].join(''));
  } catch {
    return null;
  }
}

function extract(text: string, pattern: RegExp): EngineValue | EngineValue[][] {
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

function matchPosition(
  key: EngineArgument,
  list: EngineArgument,
  mode: EngineArgument,
): EngineValue {
  const values = toMatrix(list).flat();
  const wanted = toMatrix(key)[0]?.[0] ?? null;
  return findPosition(wanted, values, String(toNumber(mode) ?? 0));
}

function formatText(locale: string, value: EngineArgument, pattern: EngineArgument): EngineValue {
  if (typeof value === 'string' && toNumber(value) === null) return value;
  return withNumber(
    value,
    (number) => formatNumber(toText(pattern), number, locale) ?? WRONG_VALUE,
  );
}

function cut(
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

/** Marks a result that came from a blank cell, so that it shows nothing, as in Google, and not 0. */
export const KEEP_BLANK = 'TWIN.RESULT';

/** The functions added to the engine, as data. Matrices are lists of columns. */
export const ENGINE_FUNCTIONS: readonly EngineFunction[] = [
  {
    name: KEEP_BLANK,
    parameters: ['value[]'],
    compute: (_, value) => toMatrix(value).map((column) => column.map((cell) => cell ?? '')),
  },
  { name: 'ARRAYFORMULA', parameters: ['value[]'], compute: (_, value) => toMatrix(value) },
  {
    name: 'ARRAY_CONSTRAIN',
    parameters: ['value[]', 'rows', 'columns'],
    compute: (_, value, rows, columns) => cut(value, rows, columns),
  },
  { name: 'NOW', parameters: [], compute: ({ nowSerial }) => nowSerial() },
  { name: 'TODAY', parameters: [], compute: ({ nowSerial }) => Math.floor(nowSerial()) },
  {
    name: 'TEXT',
    parameters: ['value', 'format'],
    compute: ({ locale }, value, format) => formatText(locale, value, format),
  },
  {
    name: 'N',
    parameters: ['value'],
    compute: (_, value) => (typeof value === 'string' ? 0 : toNumber(value)),
  },
  {
    name: 'T',
    parameters: ['value'],
    compute: (_, value) => (typeof value === 'string' ? value : ''),
  },
  {
    name: 'REPT',
    parameters: ['text', 'times'],
    compute: (_, text, times) =>
      withNumber(times, (count) => (count < 0 ? WRONG_VALUE : toText(text).repeat(count))),
  },
  {
    name: 'REGEXMATCH',
    parameters: ['text', 'pattern'],
    compute: (_, text, pattern) => readPattern(pattern, '')?.test(toText(text)) ?? WRONG_VALUE,
  },
  {
    name: 'REGEXEXTRACT',
    parameters: ['text', 'pattern'],
    compute: (_, text, pattern) => {
      const expression = readPattern(pattern, '');
      return expression ? extract(toText(text), expression) : WRONG_VALUE;
    },
  },
  {
    name: 'REGEXREPLACE',
    parameters: ['text', 'pattern', 'replacement'],
    compute: (_, text, pattern, replacement) => {
      const expression = readPattern(pattern, 'g');
      const template = toText(replacement).replace(/\\(\d)/g, '$$$1');
      return expression ? toText(text).replace(expression, template) : WRONG_VALUE;
    },
  },
  {
    name: 'XMATCH',
    parameters: ['key', 'range[]', 'mode?'],
    compute: (_, key, range, mode) => matchPosition(key, range, mode),
  },
  {
    name: 'SIGN',
    parameters: ['value'],
    compute: (_, value) => withNumber(value, Math.sign),
  },
  {
    name: 'QUOTIENT',
    parameters: ['dividend', 'divisor'],
    compute: (_, dividend, divisor) =>
      withTwoNumbers(dividend, divisor, (one, two) =>
        two === 0 ? '#DIV/0!' : Math.trunc(one / two),
      ),
  },
  {
    name: 'MROUND',
    parameters: ['value', 'factor'],
    compute: (_, value, factor) =>
      withTwoNumbers(value, factor, (one, two) => (two === 0 ? 0 : Math.round(one / two) * two)),
  },
  {
    name: 'TO_DATE',
    parameters: ['value'],
    compute: (_, value) => toNumber(value) ?? toText(value),
  },
  { name: 'TO_TEXT', parameters: ['value'], compute: (_, value) => toText(value) },
  {
    name: 'CODE',
    parameters: ['text'],
    compute: (_, text) => toText(text).codePointAt(0) ?? WRONG_VALUE,
  },
  {
    name: 'UNICODE',
    parameters: ['text'],
    compute: (_, text) => toText(text).codePointAt(0) ?? WRONG_VALUE,
  },
  {
    name: 'UNICHAR',
    parameters: ['number'],
    compute: (_, value) => withNumber(value, (number) => String.fromCodePoint(number)),
  },
  {
    name: 'ENCODEURL',
    parameters: ['text'],
    compute: (_, text) => encodeURIComponent(toText(text)),
  },
];
