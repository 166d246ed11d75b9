/**
 * Phone numbers as the countries of our users write them. A number without a country's code is told by its length and its first
 * digits: those of Anatel, IFT, Enacom and the ITU's E.164 tables (https://www.itu.int/oth/T0202.aspx?parent=T0202).
 */
const brazilianAreas = '1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9]';

const nationalForms: Readonly<Record<string, RegExp>> = {
  '55': new RegExp(`^(?:${brazilianAreas})(?:9\\d{8}|[2-9]\\d{7})$`),
  '57': /^(?:3|60)\d{8,9}$/,
  '52': /^\d{10}$/,
  '54': /^(?:9\d{10}|\d{10})$/,
  '56': /^[2-9]\d{8}$/,
  '51': /^9\d{8}$/,
  '593': /^9\d{8}$/,
  '598': /^9\d{7}$/,
  '595': /^9\d{8}$/,
  '351': /^[29]\d{8}$/,
  '34': /^[6-9]\d{8}$/,
  '1': /^[2-9]\d{9}$/,
};

/** Codes of the countries whose numbers may be written without them. */
export const countryCodes: readonly string[] = Object.keys(nationalForms);

/** A country's code and a number of it have at least so many digits; fewer, without a plus, lack their area code. */
const fewestDigits = 11;

/**
 * Digits with the country's code in front; null when no number can be made of it. E.164 has 8 to 15 digits.
 *
 * @param countryCode of numbers that come without one; null: all of them have theirs, with a plus or not
 */
export function toInternational(phone: string, countryCode: string | null): string | null {
  const bare = phone.trim();
  // An extension, or a word.
  if (/\p{L}/u.test(bare)) return null;
  const digits = bare.replace(/\D/g, '').replace(/^00/, '');
  const isInternational = countryCode === null || /^(?:\+|00)/.test(bare);
  const whole = isInternational ? digits : withCountry(digits, countryCode);
  return /^[1-9]\d{7,14}$/.test(whole) ? whole : null;
}

function withCountry(digits: string, countryCode: string): string {
  const local = digits.replace(/^0/, '');
  if (nationalForms[countryCode]?.test(local) === true) return countryCode + local;
  return digits.length < fewestDigits ? '' : digits;
}

/** A digit that a country's mobile numbers have in one of their two forms. */
interface ExtraDigit {
  readonly long: RegExp;
  readonly short: RegExp;
  readonly toShort: string;
  readonly toLong: string;
  /** The form in which the number is called. */
  readonly called: 'long' | 'short' | 'either';
}

/**
 * Brazil's ninth digit (Anatel, 2012 to 2016; WhatsApp knows many older accounts without it), Mexico's 1 (dropped for calls in
 * 2019, still in WhatsApp's ids), Argentina's 9 (in WhatsApp's ids and in calls from abroad):
 * https://faq.whatsapp.com/1294841057948784
 */
const extraDigits: readonly ExtraDigit[] = [
  {
    long: /^55(\d\d)9([6-9]\d{7})$/,
    short: /^55(\d\d)([6-9]\d{7})$/,
    toShort: '55$1$2',
    toLong: '55$19$2',
    called: 'long',
  },
  {
    long: /^521(\d{10})$/,
    short: /^52(\d{10})$/,
    toShort: '52$1',
    toLong: '521$1',
    called: 'short',
  },
  {
    long: /^549(\d{10})$/,
    short: /^54(\d{10})$/,
    toShort: '54$1',
    toLong: '549$1',
    called: 'either',
  },
];

/** The number with its country's extra digit; as it is where there is none. */
export const toLongForm = (digits: string): string =>
  extraDigits.reduce((number, { short, toLong }) => number.replace(short, toLong), digits);

/** The number without it. */
export const toShortForm = (digits: string): string =>
  extraDigits.reduce((number, { long, toShort }) => number.replace(long, toShort), digits);

/** The same number in its other form; null where there is only one. */
export function otherFormOf(digits: string): string | null {
  const other = [toLongForm(digits), toShortForm(digits)].find((form) => form !== digits);
  return other ?? null;
}

/** As it is called: Brazil with the ninth digit, Mexico without the 1. */
export function toCalledForm(digits: string): string {
  const rule = extraDigits.find(({ long, short }) => long.test(digits) || short.test(digits));
  if (rule === undefined || rule.called === 'either') return digits;
  return rule.called === 'long'
    ? digits.replace(rule.short, rule.toLong)
    : digits.replace(rule.long, rule.toShort);
}
