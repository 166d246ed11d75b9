import type { Language } from '../events/localized';

/** The language of a Google account's locale (`pt_BR` → pt); Portuguese for all that are neither Spanish nor English. */
export function languageOf(locale: string): Language {
  const start = locale.slice(0, 2).toLowerCase();
  return start === 'es' || start === 'en' ? start : 'pt';
}
