import type { Services, Workbook } from '../platform/services';
import { findSheet } from '../sheets/find-sheet';
import { call, cellOfTab, formula } from '../sheets/formula';
import { tabs } from '../tabs/tabs';
import type { Settings } from './config';

const minutesPerDay = 1440;

/** What the cell of the present time holds; `correctNow` keeps the cell below it. */
export const nowFormula = formula(`${call('NOW')}+$B$3`);

/** A1 reference of the cell of the present time, whatever the user called its tab; null while there is no such tab. */
export function findNowCell(workbook: Workbook, settings: Settings): string | null {
  const sheet = findSheet(workbook, tabs.settings, settings.sheetIds['settings']);
  return sheet === null ? null : cellOfTab(sheet.title(), '$B$2');
}

/**
 * Keeps the hidden cell of the present time right: `NOW()` is in the spreadsheet's own zone, our times are in the zone
 * of the settings. Writes only when the difference changed.
 */
export function correctNow(services: Services, settings: Settings): void {
  const sheet = findSheet(services.workbook, tabs.settings, settings.sheetIds['settings']);
  if (sheet === null) return;
  const ownOffset = services.clock.offsetMinutes(
    services.workbook.timeZone(),
    services.clock.now(),
  );
  const correction = (settings.offsetMinutes - ownOffset) / minutesPerDay;
  const cell = { row: 3, column: 2, rows: 1, columns: 1 };
  const [[known] = []] = sheet.read(cell);
  if (known !== correction) sheet.write(cell, [[correction]]);
}
