import type { Workspace } from './workspace';

/**
 * Weni's rules for addresses, written anew from weni-ai/flows (temba/contacts/models.py, temba/contacts/validators.py, commit 7598852);
 * the workspace has no country, so a number without its code is none.
 */
const schemes = new Set(
  'tel facebook instagram twitter twitterid viber line telegram mailto ext jiochat wechat fcm whatsapp freshchat vk rocketchat discord weniwebchat slack teams'.split(
    ' ',
  ),
);

type Normal = { readonly urn: string } | { readonly error: string };

/** The address as it is stored, or why it is none. */
export function normalizeUrn(text: string): Normal {
  const invalid = { error: `Invalid URN: ${text}. Ensure phone numbers contain country codes.` };
  const at = text.indexOf(':');
  if (at < 0) return bare(text, invalid);
  const [scheme, path] = [text.slice(0, at), text.slice(at + 1).trim()];
  if (!schemes.has(scheme) || path === '') return invalid;
  if (scheme === 'tel') return tel(path, invalid);
  if (scheme === 'whatsapp') return whatsapp(path, invalid);
  if (scheme === 'twitter') return { urn: `twitter:${path.replace(/^@/, '').toLowerCase()}` };
  if (scheme === 'mailto')
    return /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(path)
      ? { urn: `mailto:${path.toLowerCase()}` }
      : invalid;
  return { urn: `${scheme}:${path}` };
}

function bare(text: string, invalid: Normal): Normal {
  const digits = text.replace(/\D/g, '');
  const isWhole = text.startsWith('+') || digits.length >= 11;
  return isWhole && digits.length >= 8 ? { urn: `whatsapp:${digits}` } : invalid;
}

const tooShort = { error: 'Phone number must have at least 8 digits.' };

function tel(path: string, invalid: Normal): Normal {
  const plain = path.replace(/[^0-9a-z]/gi, '').toLowerCase();
  const isWhole =
    path.startsWith('+') || (/^\d+$/.test(plain) && plain.length >= 11 && !plain.startsWith('0'));
  if (!isWhole || !/^\d+$/.test(plain) || plain.length > 15) return invalid;
  return plain.length < 8 ? tooShort : { urn: `tel:+${plain}` };
}

function whatsapp(path: string, invalid: Normal): Normal {
  if (/^[A-Z]{2}\.(?:ENT\.)?[a-zA-Z0-9]+$/.test(path))
    return path.length < 12 ? invalid : { urn: `whatsapp:${path}` };
  if (!/^\d+$/.test(path) || path.length > 15) return invalid;
  return path.length < 8 ? tooShort : { urn: `whatsapp:${path}` };
}

/** The forms under which a lookup finds a contact: both of a Brazilian number where the workspace checks the ninth digit. */
export function lookupForms({ options }: Workspace, urn: string): readonly string[] {
  const [, prefix = '', area = '', rest = ''] = /^(whatsapp:55)(\d\d)(9?\d{8})$/.exec(urn) ?? [];
  if (!options.verifiesNinthDigit || prefix === '') return [urn];
  return [urn, rest.length === 9 ? prefix + area + rest.slice(1) : `${prefix}${area}9${rest}`];
}
