import type { FieldsOf } from '../../events/fields';
import { splitKey } from '../../rows/alias';
import { readState } from '../../projections/read-state';
import { parseState } from '../../projections/state-text';
import type { Config } from '../../settings/config';
import type { KeyRow } from '../../sheets/key-window';
import { findVendor } from '../../vendors/registry';
import type { WeniSettings } from '../../settings/weni';

/** A row of Contatos, read for being sent. */
export interface Contact {
  readonly key: string;
  readonly row: number;
  readonly connectionId: string;
  /** The platform's id; blank where the contact is named by phone or e-mail. */
  readonly id: string;
  readonly vendor: string;
  readonly account: string;
  /** Its phone has the country's code in front, plus or not. */
  readonly hasCountry: boolean;
  readonly fields: FieldsOf<'contact'>;
}

/** The row as a contact to be sent; null for one of a connection that is gone or not chosen, and of a test event. */
export function readContact(
  { key, row, state }: KeyRow,
  { connections }: Config,
  settings: WeniSettings,
): Contact | null {
  const { connectionId, id } = splitKey(key);
  const connection = connections.find((one) => one.id === connectionId);
  if (connection === undefined) return null;
  const { vendor, account } = connection;
  const chosen = settings.connectionIds;
  const isChosen = chosen.length === 0 ? vendor !== 'weni' : chosen.includes(connectionId);
  if (!isChosen) return null;
  const { name, phones } = findVendor(vendor);
  return {
    key,
    row,
    connectionId,
    id: /^(?:tel|mailto):/.test(id) ? '' : id,
    vendor: name,
    account,
    hasCountry: phones === 'international',
    fields: readState('contact', parseState(state)),
  };
}
