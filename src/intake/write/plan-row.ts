import { planRendering, type Merge } from '../../rows/plan';
import type { Config } from '../../settings/config';
import type { RowHints } from '../../sheets/locate';
import type { KeyRow } from '../../sheets/key-window';
import type { RegisterEntity } from '../../tabs/registers';
import { findVendor } from '../../vendors/registry';

/**
 * The change that tells nothing and renders a row of a register anew; of a row that follows from another one, the change that
 * renders that other one. Null when the row's connection is gone.
 */
export function planRow(entity: RegisterEntity, key: string, config: Config): Merge | null {
  const { settings, connections } = config;
  const [connectionId = ''] = key.split('|', 1);
  const connection = connections.find(({ id }) => id === connectionId);
  const vendor = connection === undefined ? undefined : findVendor(connection.vendor);
  if (connection === undefined || vendor === undefined) return null;
  const isDerived =
    entity === 'attendance' && (vendor.attendances === 'chat' || vendor.attendances === 'numbered');
  const ownKey = isDerived ? key.replace(/#\d+$/, '') : key;
  const context = {
    id: ownKey.slice(connectionId.length + 1),
    vendorName: vendor.name,
    account: connection.account,
    language: settings.language,
    statusNames: settings.statusNames[vendor.id] ?? {},
    own: settings,
  };
  const row = { key: ownKey, context, derives: vendor.attendances };
  return planRendering(isDerived ? 'conversation' : entity, row);
}

/** Where these rows stand: they were read a moment ago, under this very lock. */
export function hintsOf(rows: readonly KeyRow[]): RowHints {
  const known = new Map(rows.map(({ key, row }) => [key, row] as const));
  return {
    recall: (_sheetId, keys) =>
      new Map(keys.flatMap((key) => (known.has(key) ? [[key, known.get(key) ?? 0] as const] : []))),
    keep: () => undefined,
  };
}
