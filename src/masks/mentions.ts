import { emailIdentity, idIdentity, phoneIdentity, type NamedEntity } from './identities';
import type { Gone } from './gone';

/** Whole texts and numbers of a body; shorter ones name too many things. */
const words = /"((?:[^"\\]|\\.){6,120})"|(\d{6,20})/g;
const aPhone = /^[+(]*\d[\d\s().-]{7,23}(?:@(?:c\.us|s\.whatsapp\.net))?$/;
const entities: readonly NamedEntity[] = ['contact', 'conversation', 'attendance', 'message'];

/** Whether a body names somebody who was erased, whether or not anybody understands it. */
export function mentions(body: string, connectionId: string, gone: Gone): boolean {
  for (const [, quoted, bare] of readable(body).matchAll(words)) {
    const word = (quoted ?? bare ?? '').trim();
    if (word.includes('@') && gone.has(emailIdentity(word))) return true;
    const bareWord = word.replace(/^(?:whatsapp|tel):/, '');
    const phone = aPhone.test(bareWord) ? phoneIdentity(bareWord.replace(/@.*$/, '')) : null;
    if (phone !== null && gone.has(phone)) return true;
    if (entities.some((entity) => gone.has(idIdentity(entity, connectionId, word)))) return true;
  }
  return false;
}

/** A form's values as a body of JSON would have them. */
function readable(body: string): string {
  if (/^\s*[[{"]/.test(body)) return body;
  try {
    return decodeURIComponent(body.replace(/\+/g, ' ')).replace(/(=)([^&]*)/g, '$1"$2"');
  } catch {
    return body;
  }
}
