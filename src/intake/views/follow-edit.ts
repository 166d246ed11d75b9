import type { Edit } from '../../platform/edit-event';
import type { Services } from '../../platform/services';
import { configFrom, isHalted } from '../../settings/config';
import { sweepStateFrom } from '../../settings/sweep-state';
import { choiceRow } from '../../tabs/dashboard/layout';
import { redrawDashboard, redrawTimeline } from './views';

/** A choice that was changed while the numbers of another one were written is looked at once more. */
const turns = 2;

/**
 * A person has changed a cell: where it is a dropdown of a view, the view shows what is chosen at once. Runs as a simple trigger:
 * it takes no lock, and Google may leave an edit out while two are at work, so the choice is read again after the flush.
 */
export function followEdit(services: Services, edit: Edit): void {
  const all = services.properties.getAll();
  const config = configFrom(all);
  const { sheetIds } = config.settings;
  if (edit.row !== choiceRow || isHalted(config.settings)) return;
  if (edit.sheetId === sheetIds['timeline']) redrawTimeline(services, config);
  if (edit.sheetId !== sheetIds['dashboard']) return;
  const { sealedRows } = sweepStateFrom(all).totals;
  let shown = '';
  for (let turn = 0; turn < turns; turn += 1) {
    shown = redrawDashboard(services, config, { sealedRows, shown });
    services.workbook.flush();
  }
}
