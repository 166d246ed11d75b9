import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import { hiddenColumnsOf } from '../../sheets/hidden-columns';
import { toKeyRows, type KeyRow } from '../../sheets/key-window';
import { openContacts } from './find-contacts';
import { storeOutcomes } from './store-outcomes';
import { untold } from './told';
import { readContact } from './contact';
import { weniSettingsFrom } from '../../settings/weni';

/**
 * Says in the rows of a contact that a person had it deleted at Weni: it is not sent again. False when somebody else keeps the lock;
 * then the next sending makes it anew.
 */
export function markGone(services: Services, uuid: string): boolean {
  const rows = rowsOf(services, uuid);
  const all = services.properties.getAll();
  const settings = { ...weniSettingsFrom(all), connectionIds: [] };
  const config = reloadConfig(services);
  const told = { ...untold, isGone: true };
  const outcomes = rows.flatMap((row) => {
    const contact = readContact(row, config, settings);
    if (contact === null) return [];
    const plan = { kind: 'note', word: 'deleted', contact, told } as const;
    return [{ plan, word: 'deleted', detail: '', uuid: '', told } as const];
  });
  return storeOutcomes(services, outcomes, rows);
}

/** The rows whose state tells that id. */
function rowsOf(services: Services, uuid: string): readonly KeyRow[] {
  const open = openContacts(services, reloadConfig(services));
  if (open === null || open.layout.keyColumn === null) return [];
  const { sheet, layout, firstRow, nextRow, tab } = open;
  if (nextRow <= firstRow) return [];
  const names = hiddenColumnsOf(tab);
  const keyColumn = layout.keyColumn ?? 1;
  const column = keyColumn + names.indexOf('state');
  const area = { row: firstRow, column, rows: nextRow - firstRow, columns: 1 };
  return sheet.findAll(area, uuid).flatMap((row) => {
    const cells = sheet.read({ row, column: keyColumn, rows: 1, columns: names.length });
    return toKeyRows(cells, row);
  });
}
