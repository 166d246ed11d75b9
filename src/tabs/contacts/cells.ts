import { extraPrefix, ownPrefix, type FieldsOf } from '../../events/fields';
import type { Language } from '../../events/localized';
import { label } from '../shared/label';
import { ownerCells, type RenderRow } from '../shared/row-context';
import { weniLabels } from './labels';

/** A contact without an id of the platform is named by the phone's digits, else by the e-mail: see `contactKey`. */
const shownContactId = (key: string): string => key.replace(/^(?:tel|mailto):/, '');

/** What a system of the user's told beyond the columns: `plano: premium · status: lead`. */
function describeExtras(contact: FieldsOf<'contact'>): string | null {
  const told = Object.entries(contact)
    .filter(([name]) => name.startsWith(extraPrefix) && !name.startsWith(ownPrefix))
    .filter(([, value]) => typeof value === 'string')
    .map(([name, value]) => `${name.slice(extraPrefix.length)}: ${String(value)}`)
    .sort();
  return told.length === 0 ? null : told.join(' · ');
}

/** The word for what became of it, and what Weni said to it. */
function weniCell(
  { weniState, weniDetail }: FieldsOf<'contact'>,
  language: Language,
): string | null {
  const word = label(weniLabels, weniState, language);
  return word !== null && weniDetail ? `${word}: ${weniDetail}` : word;
}

/** A row of Contatos. */
export const renderContact: RenderRow<'contact'> = (contact, context) => ({
  ...ownerCells(context),
  contact: shownContactId(context.id),
  name: contact.name ?? null,
  phone: contact.phone ?? null,
  email: contact.email ?? null,
  channel: contact.channel ?? null,
  createdAt: contact.createdAt ?? null,
  updatedAt: contact.updatedAt ?? null,
  leftAt: contact.leftAt ?? null,
  leaveReason: contact.leaveReason ?? null,
  deletedAt: contact.deletedAt ?? null,
  extras: describeExtras(contact),
  weniState: weniCell(contact, context.language),
  weniAt: contact.weniAt ?? null,
  weniUuid: contact.weniUuid ?? null,
});
