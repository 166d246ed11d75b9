/** Only the digits of a phone number; null when there are none. */
export function phoneDigits(phone: string | null | undefined): string | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits === '' ? null : digits;
}

/**
 * The key of a contact: the vendor's id, else the phone's digits, else the e-mail; null when nothing tells who it is.
 * People are never merged across keys: the same phone under two vendor ids stays two contacts.
 */
export function contactKey(contact: {
  readonly id?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}): string | null {
  if (contact.id) return contact.id;
  const digits = phoneDigits(contact.phone);
  if (digits !== null) return `tel:${digits}`;
  return contact.email ? `mailto:${contact.email.trim().toLowerCase()}` : null;
}
