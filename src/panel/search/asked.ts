import { toShortForm } from '../../sync/weni/phone';

/** What a person looks for. */
export interface Asked {
  /** Without accents and capitals. */
  readonly text: string;
  /** Comparable digits (see `comparable`); null where the text is no phone. */
  readonly phone: string | null;
}

/** Fewer digits than a number has without its area are no phone. */
const fewestDigits = 8;
/** Of so many characters an id is also found by a part of it. */
const partLength = 6;

/** Reads what was typed; null when it is too short to look for. */
export function readAsked(typed: string): Asked | null {
  const text = fold(typed).trim().replace(/\s+/g, ' ');
  return text.length < 2 ? null : { text, phone: phoneIn(text) };
}

/** Without accents and capitals: `João` is found as `joao`. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const writtenPhone = /^(?:[a-z]+:)?\+?([\d\s().-]+)(?:@[\w.]+)?$/i;

/** The comparable digits of a text that is one phone, in whatever form, and nothing else. */
function phoneIn(text: string): string | null {
  const [, written = ''] = writtenPhone.exec(text.trim()) ?? [];
  const digits = written.replace(/\D/g, '').replace(/^0+/, '');
  // With its country code nothing can be missing.
  const isWhole = text.includes('+');
  return digits.length < fewestDigits ? null : isWhole ? toShortForm(digits) : comparable(digits);
}

/** Without the digit that mobile numbers have in one of their two forms, also where Brazil's country code or area is missing. */
function comparable(digits: string): string {
  return toShortForm(digits)
    .replace(/^([1-9]\d)9([6-9]\d{7})$/, '$1$2')
    .replace(/^9([6-9]\d{7})$/, '$1');
}

/** One of the two may lack the country code or the area. */
function isSamePhone(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.length >= fewestDigits && longer.endsWith(shorter);
}

/** Whether a key or an id is the one that is looked for, or a long part of it is. What stands before the first `|` of a key is the connection. */
export function isId({ text, phone }: Asked, cell: string): boolean {
  const own = fold(cell.slice(cell.indexOf('|') + 1));
  if (own === '') return false;
  if (own.split(/[|#]/).includes(text)) return true;
  if (text.length >= partLength && own.includes(text)) return true;
  const other = phone === null ? null : phoneIn(own);
  return phone !== null && other !== null && isSamePhone(phone, other);
}

const words = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}@._-]+/gu, ' ').trim()}`;

/** Whether a name has the words that are looked for; the last one may be the beginning of its. */
export const isName = ({ text }: Asked, cell: string): boolean =>
  words(fold(cell)).includes(words(text));

const writtenNumbers = /\+?\d[\d\s().-]{6,24}\d/g;

/** Tells of a request's body whether it names what is looked for. */
export function bodyTest({ text, phone }: Asked): (body: string) => boolean {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // A name may go on; an id may not, or `12` would be found in every time.
  const end = /^\P{L}+$/u.test(text) ? '(?![\\p{L}\\p{N}])' : '';
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}${end}`, 'u');
  return (body) => {
    const readable = toReadable(body);
    if (named.test(fold(readable))) return true;
    if (phone === null) return false;
    return (readable.match(writtenNumbers) ?? []).some((written) => {
      const other = phoneIn(written);
      return other !== null && isSamePhone(phone, other);
    });
  };
}

/** JSON may write `\u00e3` for `ã`, and a form `%C3%A3`. */
function toReadable(body: string): string {
  if (/^\s*[[{]/.test(body))
    return body.replace(/\\u([\da-f]{4})/gi, (_whole, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  try {
    return decodeURIComponent(body.replace(/\+/g, ' '));
  } catch {
    return body;
  }
}
