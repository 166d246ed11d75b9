import { ownerCells, type RenderRow } from '../shared/row-context';

/** A contact without an id of the platform is named by the phone's digits, else by the e-mail: see `contactKey`. */
const shownContactId = (key: string): string => key.replace(/^(?:tel|mailto):/, '');

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
  weniUuid: contact.weniUuid ?? null,
});
