import { extraPrefix } from '../../events/fields';
import { parseTime } from '../../events/time';
import type { Contact } from './contact';
import { plainText } from './plain-text';
import type { FieldSource, FieldType, MappedField } from '../../settings/weni';

/** A text field of Weni's holds so many characters (temba, `VALUE_FIELD_SIZE`). */
const longestValue = 640;

/**
 * What Weni's field is told, as text: Weni takes numbers and times as texts, too. Blank: nothing is known. Null: it does not fit the type,
 * and what Weni has stays.
 */
export function fieldValue(
  contact: Contact,
  { source, type }: MappedField,
  offsetMinutes: number,
): string | null {
  const value = sourceValue(contact, source);
  if (value === null || value === undefined || value === '') return '';
  return writers[type](value, offsetMinutes);
}

function sourceValue(contact: Contact, source: FieldSource): string | number | null | undefined {
  const { fields } = contact;
  if (source === 'vendor' || source === 'account' || source === 'id') return contact[source];
  if (isExtra(source)) return fields[source];
  return fields[source];
}

const isExtra = (source: FieldSource): source is `extra.${string}` =>
  source.startsWith(extraPrefix);

type Write = (value: string | number, offsetMinutes: number) => string | null;

const writers: Readonly<Record<FieldType, Write>> = {
  text: (value, offsetMinutes) =>
    typeof value === 'number' ? writeTime(value, offsetMinutes) : plainText(value, longestValue),
  datetime: (value, offsetMinutes) => {
    const atMs = parseTime(value, offsetMinutes);
    return atMs === null ? null : writeTime(atMs, offsetMinutes);
  },
  numeric: (value) => plainNumber(String(value).replace(adornment, '')),
};

/** A currency before a number, and a sign of percent after it. */
const adornment = /^\s*(?:[A-Z]{1,3})?\p{Sc}?\s*|\s*%?\s*$/gu;

/** How numbers are written: with a comma before the decimals, or with commas between thousands, or plainly. */
function plainNumber(text: string): string | null {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  if (/^-?(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}$/.test(text))
    return text.replace(/\./g, '').replace(',', '.');
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return text.replace(/\./g, '');
  return /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(text) ? text.replace(/,/g, '') : null;
}

/** As the seed's example has it: `2020-01-31T09:27:39.071-03:00`. */
function writeTime(atMs: number, offsetMinutes: number): string {
  const local = new Date(atMs + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offsetMinutes);
  const two = (number: number): string => String(number).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
