import { hostOf } from './arguments';
import { Spreadsheet, type Sheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { sameTitle, takenTitle } from './sheet-basics';
import { activeRange, insertSheet } from './spreadsheet-sheets';

const on = signaturesOf<Sheet>();

/** The copy goes to the end; its title begins as Google's does in the spreadsheet's language. */
function copyTo(sheet: Sheet, target: Spreadsheet): Sheet {
  const { workbook } = target._session;
  const prefix = { pt: 'Cópia de', es: 'Copia de' }[workbook.locale.slice(0, 2)] ?? 'Copy of';
  const title = `${prefix} ${sheet._session.sheet(sheet._id).title}`;
  if (workbook.sheets.some((other) => sameTitle(other.title, title))) {
    throw new Error(takenTitle(title));
  }
  return insertSheet(target, { title, template: sheet, index: workbook.sheets.length });
}

/** Copies of a sheet, and what is active on it. */
export const sheetCopyMethods: MethodTable<Sheet> = {
  copyTo: on([hostOf(Spreadsheet)], copyTo),
  getActiveRange: on([], ({ _session }) => activeRange(_session)),
  getActiveCell: on([], ({ _session }) => activeRange(_session)),
};
