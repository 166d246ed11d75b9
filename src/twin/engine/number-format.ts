import { format, isValidFormat } from 'numfmt';

/** A number (or date serial) as text in a Sheets number format; null when the format cannot be read. */
export function formatNumber(pattern: string, value: number, locale: string): string | null {
  return isValidFormat(pattern) ? format(pattern, value, { locale }) : null;
}
