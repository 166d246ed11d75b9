import type { Services } from '../platform/services';

/** Keyed names for values: the same value has the same one, and without the key nobody tells the value from it. */
export interface Pseudonyms {
  /** Of a platform's id. */
  id(value: string): string;
  /** Digits that no telephone has: they begin with 000. */
  phone(value: string): string;
  email(value: string): string;
  name(value: string): string;
  text(value: string): string;
  /** Of a saying's hash: its sign and its place in the event stay. */
  hash(value: string): string;
}

type Hmac = Pick<Services['codec'], 'hmacSha256WebSafe'>;

export function openPseudonyms({ hmacSha256WebSafe }: Hmac, key: string): Pseudonyms {
  const known = new Map<string, string>();
  const sign = (text: string): string => {
    const signature = known.get(text) ?? hmacSha256WebSafe(text, key);
    known.set(text, signature);
    return signature;
  };
  const letters = (text: string, length: number): string =>
    sign(text).replace(/[-_]/g, '').toUpperCase().slice(0, length);
  return {
    id: (value) => `x${sign(`id|${value}`).slice(0, 16)}`,
    phone: (value) => `000${digitsOf(sign(`phone|${value.replace(/\D/g, '')}`))}`,
    email: (value) =>
      `x${letters(`email|${value.trim().toLowerCase()}`, 12).toLowerCase()}@mascarado.invalid`,
    name: (value) => `Pessoa ${letters(`name|${value.trim()}`, 7)}`,
    text: (value) => `•••• ${letters(`text|${value}`, 7)}`,
    hash: (value) => {
      const [, sign0 = '', hash = value, place = ''] =
        /^(~?)([0-9a-f]{16})(\.\d+)?$/.exec(value) ?? [];
      return `${sign0}${hexOf(sign(`hash|${hash}`))}${place}`;
    },
  };
}

const digitsOf = (signature: string): string =>
  Array.from(signature.slice(0, 15), (sign) => sign.charCodeAt(0) % 10).join('');

const hexOf = (signature: string): string =>
  Array.from(signature.slice(0, 16), (sign) => (sign.charCodeAt(0) % 16).toString(16)).join('');
