import type { Services } from '../../platform/services';
import { reloadConfig } from '../../settings/config-cache';
import { rowsOfUuid } from './find-contacts';
import { storeOutcomes } from './store-outcomes';
import { untold } from './told';
import { readContact } from './contact';
import { weniSettingsFrom } from '../../settings/weni';

/**
 * Says in the rows of a contact that a person had it deleted at Weni: it is not sent again. False when somebody else keeps the lock;
 * then the next sending makes it anew.
 */
export function markGone(services: Services, uuid: string): boolean {
  const rows = rowsOfUuid(services, uuid);
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
