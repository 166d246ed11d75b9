import type { Contact } from './contact';
import { isPlain } from './plain-text';
import { otherFormOf, toCalledForm, toInternational, toLongForm, toShortForm } from './phone';
import type { Scheme, WeniSettings } from '../../settings/weni';

/**
 * Weni's address of a contact, `scheme:path`, as Weni stores it: `tel:+55…`, `whatsapp:55…` (digits, no plus), `mailto:` in small
 * letters, `ext:` as it is (weni-ai/flows, `temba/contacts/models.py`).
 */
type MakeUrn = (contact: Contact, settings: WeniSettings) => string | null;

const makers: Readonly<Record<Scheme, MakeUrn>> = {
  whatsapp: (contact, settings) => prefixed('whatsapp:', whatsappDigits(contact, settings)),
  tel: (contact, settings) => {
    const digits = digitsOf(contact, settings);
    return digits === null ? null : `tel:+${toCalledForm(digits)}`;
  },
  mailto: ({ fields }) => {
    const email = (fields.email ?? '').trim().toLowerCase();
    return isAddress(email) ? `mailto:${email}` : null;
  },
  ext: ({ id }) => prefixed('ext:', id === '' ? null : id),
};

/** What Weni's `validate_email` takes (django/core/validators.py): a dot-atom, then the labels of a host. */
function isAddress(email: string): boolean {
  const [, local = '', host = ''] = /^([^@]+)@([^@]+)$/.exec(email) ?? [];
  const labels = host.split('.');
  return (
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local) &&
    labels.length > 1 &&
    labels.every((label) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(label)) &&
    /\.[a-z\d-]{2,}$/.test(host)
  );
}

const prefixed = (prefix: string, path: string | null): string | null =>
  path === null ? null : prefix + path;

const digitsOf = ({ fields, hasCountry }: Contact, { countryCode }: WeniSettings): string | null =>
  toInternational(fields.phone ?? '', hasCountry ? null : countryCode);

function whatsappDigits(contact: Contact, settings: WeniSettings): string | null {
  const digits = digitsOf(contact, settings);
  if (digits === null) return null;
  if (settings.phoneForm === 'long') return toLongForm(digits);
  return settings.phoneForm === 'short' ? toShortForm(digits) : digits;
}

/** The first address, in the order of the settings, that the contact has; null when it has none that Weni takes. */
export function urnOf(contact: Contact, settings: WeniSettings): string | null {
  for (const scheme of settings.schemes) {
    const urn = makers[scheme](contact, settings);
    if (urn !== null && urn.length <= longestUrn && isPlain(urn)) return urn;
  }
  return null;
}

/** A URN's path has up to 255 characters at Weni. */
const longestUrn = 255;

/** The same WhatsApp number in its other form; null for anything else. */
export function otherUrnOf(urn: string): string | null {
  const [, digits] = /^whatsapp:(\d+)$/.exec(urn) ?? [];
  return digits === undefined ? null : prefixed('whatsapp:', otherFormOf(digits));
}

/** The same for both forms of a number, which a Weni that checks the ninth digit takes for one contact. */
export const personOfUrn = (urn: string): string => urn.replace(/\d+$/, toLongForm);
