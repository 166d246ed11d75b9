import type { EngineFunction } from './function-types';
import {
  WRONG_VALUE,
  cut,
  extract,
  formatText,
  matchPosition,
  readPattern,
  toMatrix,
  toNumber,
  toText,
  withNumber,
  withTwoNumbers,
} from './function-values';

/** Marks a result that came from a blank cell, so that it shows nothing, as in Google, and not 0. */
export const KEEP_BLANK = 'TWIN.RESULT';

/** The functions added to the engine, as data. Matrices are lists of columns. */
export const ENGINE_FUNCTIONS: readonly EngineFunction[] = [
  {
    name: KEEP_BLANK,
    parameters: ['value[]'],
    compute: ([value]) => toMatrix(value).map((column) => column.map((cell) => cell ?? '')),
  },
  { name: 'ARRAYFORMULA', parameters: ['value[]'], compute: ([value]) => toMatrix(value) },
  {
    name: 'ARRAY_CONSTRAIN',
    parameters: ['value[]', 'rows', 'columns'],
    compute: ([value, rows, columns]) => cut(value, rows, columns),
  },
  { name: 'NOW', parameters: [], compute: (_, { nowSerial }) => nowSerial() },
  { name: 'TODAY', parameters: [], compute: (_, { nowSerial }) => Math.floor(nowSerial()) },
  {
    name: 'TEXT',
    parameters: ['value', 'format'],
    compute: ([value, format], { locale }) => formatText(locale, value, format),
  },
  {
    name: 'N',
    parameters: ['value'],
    compute: ([value]) => (typeof value === 'string' ? 0 : toNumber(value)),
  },
  {
    name: 'T',
    parameters: ['value'],
    compute: ([value]) => (typeof value === 'string' ? value : ''),
  },
  {
    name: 'REPT',
    parameters: ['text', 'times'],
    compute: ([text, times]) =>
      withNumber(times, (count) => (count < 0 ? WRONG_VALUE : toText(text).repeat(count))),
  },
  {
    name: 'REGEXMATCH',
    parameters: ['text', 'pattern'],
    compute: ([text, pattern]) => readPattern(pattern, '')?.test(toText(text)) ?? WRONG_VALUE,
  },
  {
    name: 'REGEXEXTRACT',
    parameters: ['text', 'pattern'],
    compute: ([text, pattern]) => {
      const expression = readPattern(pattern, '');
      return expression ? extract(toText(text), expression) : WRONG_VALUE;
    },
  },
  {
    name: 'REGEXREPLACE',
    parameters: ['text', 'pattern', 'replacement'],
    compute: ([text, pattern, replacement]) => {
      const expression = readPattern(pattern, 'g');
      const template = toText(replacement).replace(/\\(\d)/g, '$$$1');
      return expression ? toText(text).replace(expression, template) : WRONG_VALUE;
    },
  },
  {
    name: 'XMATCH',
    parameters: ['key', 'range[]', 'mode?'],
    compute: ([key, range, mode]) => matchPosition(key, range, mode),
  },
  {
    name: 'SIGN',
    parameters: ['value'],
    compute: ([value]) => withNumber(value, Math.sign),
  },
  {
    name: 'QUOTIENT',
    parameters: ['dividend', 'divisor'],
    compute: ([dividend, divisor]) =>
      withTwoNumbers(dividend, divisor, (one, two) =>
        two === 0 ? '#DIV/0!' : Math.trunc(one / two),
      ),
  },
  {
    name: 'MROUND',
    parameters: ['value', 'factor'],
    compute: ([value, factor]) =>
      withTwoNumbers(value, factor, (one, two) => (two === 0 ? 0 : Math.round(one / two) * two)),
  },
  {
    name: 'TO_DATE',
    parameters: ['value'],
    compute: ([value]) => toNumber(value) ?? toText(value),
  },
  { name: 'TO_TEXT', parameters: ['value'], compute: ([value]) => toText(value) },
  {
    name: 'CODE',
    parameters: ['text'],
    compute: ([text]) => toText(text).codePointAt(0) ?? WRONG_VALUE,
  },
  {
    name: 'UNICODE',
    parameters: ['text'],
    compute: ([text]) => toText(text).codePointAt(0) ?? WRONG_VALUE,
  },
  {
    name: 'UNICHAR',
    parameters: ['number'],
    compute: ([value]) => withNumber(value, (number) => String.fromCodePoint(number)),
  },
  {
    name: 'ENCODEURL',
    parameters: ['text'],
    compute: ([text]) => encodeURIComponent(toText(text)),
  },
];
