import { textOf } from '../call';

type Convert = (value: unknown, precision: number | null) => string;

const CONVERSIONS: Readonly<Record<string, Convert>> = {
  s: (value, precision) => textOf(value).slice(0, precision ?? undefined),
  d: (value) => String(Math.trunc(Number(value))),
  i: (value) => String(Math.trunc(Number(value))),
  u: (value) => String(Math.trunc(Number(value)) >>> 0),
  f: (value, precision) => Number(value).toFixed(precision ?? 6),
  e: (value, precision) => padExponent(Number(value).toExponential(precision ?? 6)),
  x: (value) => (Math.trunc(Number(value)) >>> 0).toString(16),
  X: (value) => (Math.trunc(Number(value)) >>> 0).toString(16).toUpperCase(),
  o: (value) => (Math.trunc(Number(value)) >>> 0).toString(8),
  b: (value) => (Math.trunc(Number(value)) >>> 0).toString(2),
  c: (value) => (typeof value === 'number' ? String.fromCodePoint(value) : textOf(value)),
};

const PLACEHOLDER = /%(?:%|(?:(\d+)\$)?([-+0 ]*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;

/**
 * sprintf-like formatting, as `Utilities.formatString` and `Logger.log` do it: `%[flags][width][.precision]type`, `%%`, `%1$s`.
 * Source: https://developers.google.com/apps-script/reference/utilities/utilities#formatString(String,Object...)
 */
export function formatString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(PLACEHOLDER, (whole, ...groups: readonly (string | undefined)[]) => {
    if (whole === '%%') return '%';
    const [position, flags = '', width = '', precision, type = ''] = groups;
    const convert = CONVERSIONS[type];
    if (convert === undefined) return whole;
    const value = values[position === undefined ? next++ : Number(position) - 1];
    const text = convert(value, precision === undefined ? null : Number(precision));
    return justify(addSign(text, flags, type), flags, Number(width));
  });
}

function addSign(text: string, flags: string, type: string): string {
  const isSigned = 'dife'.includes(type) && flags.includes('+') && !text.startsWith('-');
  return isSigned ? `+${text}` : text;
}

function justify(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

function padExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}
