import type { CellValue, Services, Sheet, Workbook } from '../platform/services';
import { call, cellOfTab, formula } from '../sheets/formula';
import type { Settings } from './config';
import { addressOf, areaOf, findHiddenSheet, writeHidden } from './hidden-cells';

const minutesPerDay = 1440;

/** What the cell of the present time holds; `correctNow` keeps the cell below it. */
export const nowFormula = formula(`${call('NOW')}+${addressOf('correction')}`);

/** A1 reference of the cell of the present time, whatever the user called its tab; null while there is no such tab. */
export function findNowCell(workbook: Workbook, settings: Settings): string | null {
  const sheet = findHiddenSheet(workbook, settings);
  return sheet === null ? null : cellOfTab(titleOf(sheet, workbook, settings), addressOf('now'));
}

/** A title is asked for (150 ms, docs/platform-facts.md) only where the one that is remembered is no longer this sheet's. */
function titleOf(sheet: Sheet, workbook: Workbook, { hiddenTitle }: Settings): string {
  const isKnown = hiddenTitle !== '' && workbook.sheetByTitle(hiddenTitle)?.id() === sheet.id();
  return isKnown ? hiddenTitle : sheet.title();
}

/**
 * Keeps the hidden cell of the present time right: `NOW()` is in the spreadsheet's own zone, our times are in the zone
 * of the settings. Writes only when the difference is another than what is known to stand there.
 */
export function correctNow(services: Services, settings: Settings, known: CellValue): void {
  const sheet = findHiddenSheet(services.workbook, settings);
  if (sheet === null) return;
  const ownOffset = services.clock.offsetMinutes(
    services.workbook.timeZone(),
    services.clock.now(),
  );
  const correction = (settings.offsetMinutes - ownOffset) / minutesPerDay;
  if (known !== correction) writeHidden(sheet, 'correction', correction);
}

/** Writes the cells of the present time into a tab that was just made. */
export function writeNowCells(sheet: Sheet): void {
  writeHidden(sheet, 'now', nowFormula);
  writeHidden(sheet, 'correction', 0);
  sheet.setLook(areaOf('now'), { numberFormat: 'dd/MM/yyyy - HH:mm:ss' });
}
