import { formatNumber } from './number-format';

const QUOTED = /"[^"]*"|\\./g;
/** What the viewer's library reads in a number format once durations and single letters are rewritten. */
const READABLE = /^[0#?,.%\s/\-:dmyhs@;()+Ee]*$/;
/** Month and day names come out in English there. */
const NAMES = /m{3,}|d{3,}/;

const FIXES: readonly (readonly [RegExp, string])[] = [
  [/\[h+\]/g, 'hhhh'],
  [/(?<!h)h(?!h)/g, 'hh'],
  [/(?<!s)s(?!s)/g, 'ss'],
  [/r\$ ?/g, '[$R$ ]'],
];

/** Rewrites what stands outside quotation marks. */
function rewrite(numberFormat: string): string {
  const fix = (text: string): string =>
    FIXES.reduce((format, [from, to]) => format.replace(from, to), text.toLowerCase());
  return numberFormat
    .split(/("[^"]*")/)
    .map((part) => (part.startsWith('"') ? part : fix(part)))
    .join('');
}

/** A Sheets number format in the words of the viewer's library; null when it has none for it. */
export function toViewerFormat(numberFormat: string): string | null {
  const format = rewrite(numberFormat);
  const bare = format.replace(QUOTED, '').replaceAll('[$R$ ]', '');
  return READABLE.test(bare) && !NAMES.test(bare) ? format : null;
}

/** What a cell shows when the viewer's library cannot read its format: its text, made here. */
export function toShownText(numberFormat: string, value: number, locale: string): string {
  return formatNumber(numberFormat, value, locale) ?? String(value);
}
