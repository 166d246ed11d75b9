import type { FieldsOf } from '../../events/fields';
import type { Services } from '../../platform/services';
import { readState } from '../../projections/read-state';
import { parseState } from '../../projections/state-text';
import { findSheet } from '../../sheets/find-sheet';
import { openTab, type OpenTab } from '../../sheets/open-tab';
import type { Config } from '../../settings/config';
import { MissingTab } from '../../tabs/missing-tab';
import { tabs } from '../../tabs/tabs';
import { findVendor } from '../../vendors/registry';

/** An agent as a row of Agora knows them, and whose they are. */
export interface KnownAgent {
  readonly key: string;
  readonly row: number;
  readonly connectionId: string;
  readonly vendorName: string;
  readonly account: string;
  readonly statusNames: Readonly<Record<string, string>>;
  readonly name: string;
  readonly email: string | null;
  readonly fields: FieldsOf<'agentStatus'>;
}

/** Agora, opened once for all views. */
export interface Agents {
  readonly open: OpenTab;
  readonly known: readonly KnownAgent[];
}

/**
 * Every agent whose connection is still there.
 * @throws {MissingTab} when Agora is gone
 */
export function readAgents({ workbook }: Services, config: Config): Agents {
  const sheet = findSheet(workbook, tabs.agentsNow, config.settings.sheetIds['agentsNow']);
  if (sheet === null) throw new MissingTab('agentsNow');
  const open = openTab(tabs.agentsNow, sheet, { everyRow: true });
  const known = [...open.byKey.values()].flatMap(({ key, row, state }) =>
    toAgent({ key, row, state }, config),
  );
  return { open, known };
}

function toAgent(
  { key, row, state }: { readonly key: string; readonly row: number; readonly state: string },
  { connections, settings }: Config,
): readonly KnownAgent[] {
  const [connectionId = ''] = key.split('|', 1);
  const connection = connections.find(({ id }) => id === connectionId);
  const vendor = connection === undefined ? undefined : findVendor(connection.vendor);
  if (connection === undefined || vendor === undefined) return [];
  const fields = readState('agentStatus', parseState(state));
  return [
    {
      key,
      row,
      connectionId,
      vendorName: vendor.name,
      account: connection.account,
      statusNames: settings.statusNames[vendor.id] ?? {},
      name: fields.name ?? key.slice(connectionId.length + 1),
      email: fields.email ?? null,
      fields,
    },
  ];
}
