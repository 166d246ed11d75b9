import type { Pseudonyms } from './pseudonyms';
import type { MaskLevel, Policy } from './policy';

/** How one value is masked: `gone` leaves nothing of it. */
export type Level = MaskLevel | 'gone';

/** What of a row or an event is masked, and with which pseudonyms. */
export interface Mask {
  readonly policy: Readonly<Record<keyof Policy, Level>>;
  /** Which ids are replaced: those that tell a masked phone or e-mail, or all of them. */
  readonly ids: 'telling' | 'all';
  readonly pseudonyms: Pseudonyms;
}

/** Nothing stays of a person but pseudonyms of their ids; who served them stays. */
export const erasingMask = (pseudonyms: Pseudonyms): Mask => ({
  policy: { phone: 'gone', email: 'gone', name: 'gone', text: 'gone', agent: 'off' },
  ids: 'all',
  pseudonyms,
});

/** Classes whose values are texts to be hidden. */
export type TextClass = 'phone' | 'email' | 'name' | 'text';

const partial: Readonly<Record<TextClass, (value: string) => string>> = {
  phone: (value) => {
    const digits = value.replace(/\D/g, '');
    return `${digits.slice(0, 4)}•••••${digits.slice(-2)}`;
  },
  email: (value) => `${value.trim().slice(0, 1)}•••${value.slice(value.lastIndexOf('@'))}`,
  name: (value) => {
    const [first = '', ...rest] = value.trim().split(/\s+/);
    const last = rest[rest.length - 1];
    return last === undefined ? `${first.slice(0, 1)}.` : `${first} ${last.slice(0, 1)}.`;
  },
  text: (value) =>
    value.replace(/[^\s@"<>]+@[^\s@"<>]+/g, '•••').replace(/\+?\d[\d\s().-]{3,}\d/g, '•••'),
};

/** A text of a class under a level; null stays null. */
export function maskText(
  value: string,
  kind: TextClass,
  { level, pseudonyms }: { readonly level: Level; readonly pseudonyms: Pseudonyms },
): string | null {
  if (level === 'off' || value === '') return value;
  if (level === 'gone') return null;
  return level === 'partial' ? partial[kind](value) : pseudonyms[kind](value);
}

const tellsPhone = /(?:^|\D)\+?\d{10,15}(?:\D|$)|^wamid\./;

/** An id; one that tells nothing that is masked stays, unless all go. A bare number has the digits that the phone's pseudonym has. */
export function maskId(value: string, { policy, ids, pseudonyms }: Mask): string {
  const isTold =
    (policy.phone !== 'off' && tellsPhone.test(value)) ||
    (policy.email !== 'off' && value.includes('@'));
  if (value === '' || (ids === 'telling' && !isTold)) return value;
  return /^\+?\d{10,15}$/.test(value) && policy.phone !== 'gone'
    ? pseudonyms.phone(value)
    : pseudonyms.id(value);
}
