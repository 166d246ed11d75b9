import { parseTime } from '../events/time';

/** What a column of the user's own holds. */
export const ownKinds = ['text', 'number', 'time', 'flag'] as const;

export type OwnKind = (typeof ownKinds)[number];

type Reader = (text: string, offsetMinutes: number) => string | number | boolean;

const yes = new Set([
  'true',
  '1',
  'sim',
  's',
  'sí',
  'si',
  'yes',
  'y',
  'on',
  'verdadeiro',
  'verdadero',
]);
const no = new Set(['false', '0', 'não', 'nao', 'n', 'no', 'off', 'falso']);

const readers: Readonly<Record<OwnKind, Reader>> = {
  text: (text) => text,
  number: (text) => readNumber(text) ?? text,
  time: (text, offsetMinutes) =>
    parseTime(text, offsetMinutes) ?? readDay(text, offsetMinutes) ?? text,
  flag: (text) => {
    const word = text.toLowerCase();
    return yes.has(word) || (no.has(word) ? false : text);
  },
};

/** What a cell of that kind is given; a text that is nothing of the kind is shown as it is. */
export const toContent = (
  kind: OwnKind,
  text: string,
  offsetMinutes: number,
): string | number | boolean => readers[kind](text, offsetMinutes);

/** `1234.5`, `1234,5`, `1.234,50` and `1,234.50`; what begins with a zero is a code, and a long row of digits an id. */
function readNumber(text: string): number | null {
  const bare = text.replace(/^(?:R\$|US\$|\$|€)\s*/, '');
  if (/^-?0\d/.test(bare)) return null;
  const grouped = /^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(bare)
    ? bare.replace(/\./g, '')
    : /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(bare)
      ? bare.replace(/,/g, '')
      : bare;
  const plain = grouped.replace(',', '.');
  const isNumber = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain);
  return isNumber && Math.abs(Number(plain)) <= Number.MAX_SAFE_INTEGER ? Number(plain) : null;
}

/** `31/12/2026`, `31/12/2026 18:30`: as people write it in a form. */
function readDay(text: string, offsetMinutes: number): number | null {
  const [, day, month, year, time = '00:00'] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ ,-]+(\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  return parseTime(
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${time}`,
    offsetMinutes,
  );
}
