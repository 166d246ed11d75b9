import { renameInFormulas } from '../cells/formulas';
import { checkLength } from '../limits';
import { anything, boolean, listOf, number, orNull, string } from './arguments';
import { appendRow } from './append-row';
import { type Sheet, Spreadsheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { stateOf } from './sheet-grid';
import type { SheetState } from '../cells/sheet-state';
import { normalizeColor } from '../values/colors';

const on = signaturesOf<Sheet>();

/** Adds a change of the sheet's settings to the pending writes. */
export function change(sheet: Sheet, apply: (state: SheetState) => void): Sheet {
  stateOf(sheet);
  sheet._session.write(sheet._id, 0, (state) => {
    apply(state);
    state.changes.settings = true;
  });
  return sheet;
}

/** The sheet's state after this execution's own writes. */
export function readState(sheet: Sheet): SheetState {
  sheet._session.beforeRead();
  return stateOf(sheet);
}

function setName(sheet: Sheet, title: string): Sheet {
  checkLength(title);
  const { workbook } = sheet._session;
  const state = stateOf(sheet);
  const taken = workbook.sheets.some((other) => other !== state && sameTitle(other.title, title));
  if (taken) throw new Error(takenTitle(title));
  if (title === '') throw new Error('The sheet name cannot be empty.');
  sheet._session.changeNow(() => {
    renameInFormulas(workbook, state.title, title);
    state.title = title;
    state.changes.settings = true;
  });
  return sheet;
}

/** Google's text for a title that another sheet has. */
export function takenTitle(title: string): string {
  return `A sheet with the name "${title}" already exists. Please enter another name.`;
}

/** Titles of sheets differ by more than case. */
export function sameTitle(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function hideSheet(sheet: Sheet): Sheet {
  const state = readState(sheet);
  const visible = sheet._session.workbook.sheets.filter(({ hidden }) => !hidden);
  if (visible.length === 1 && visible[0] === state) {
    throw new Error("You can't hide all the sheets in a document.");
  }
  return change(sheet, (one) => {
    one.hidden = true;
  });
}

/** Name, place and visibility of a sheet; rows put at its end. */
export const sheetBasicMethods: MethodTable<Sheet> = {
  getName: on([], (sheet) => stateOf(sheet).title),
  getSheetName: on([], (sheet) => stateOf(sheet).title),
  setName: on([string], setName),
  getSheetId: on([], ({ _id }) => _id),
  getIndex: on([], (sheet) => sheet._session.workbook.sheets.indexOf(stateOf(sheet)) + 1),
  getParent: on([], ({ _session }) => new Spreadsheet(_session)),
  appendRow: on([listOf(anything)], appendRow),
  hideSheet: on([], hideSheet),
  showSheet: on([], (sheet) =>
    change(sheet, (state) => {
      state.hidden = false;
    }),
  ),
  isSheetHidden: on([], (sheet) => readState(sheet).hidden),
  activate: on([], (sheet) => {
    sheet._session.activate(sheet._id);
    return sheet;
  }),
  hasHiddenGridlines: on([], (sheet) => readState(sheet).hiddenGridlines),
  setHiddenGridlines: on([boolean], (sheet, hidden) =>
    change(sheet, (state) => {
      state.hiddenGridlines = hidden;
    }),
  ),
  getTabColor: on([], (sheet) => readState(sheet).tabColor),
  setTabColor: on([orNull(string)], (sheet, color) => {
    const tabColor = normalizeColor(color);
    return change(sheet, (state) => {
      state.tabColor = tabColor;
    });
  }),
  getFrozenRows: on([], (sheet) => readState(sheet).frozenRows),
  getFrozenColumns: on([], (sheet) => readState(sheet).frozenColumns),
  setFrozenRows: on([number], (sheet, rows) => freeze(sheet, { rows })),
  setFrozenColumns: on([number], (sheet, columns) => freeze(sheet, { columns })),
};

function freeze(
  sheet: Sheet,
  { rows, columns }: { readonly rows?: number; readonly columns?: number },
): Sheet {
  const { maxRows, maxColumns } = stateOf(sheet);
  if ((rows ?? 0) < 0 || (columns ?? 0) < 0) throw new Error('Cannot freeze a negative number.');
  if ((rows ?? 0) > maxRows || (columns ?? 0) > maxColumns) {
    throw new Error("You can't freeze more than the sheet has.");
  }
  return change(sheet, (state) => {
    state.frozenRows = rows ?? state.frozenRows;
    state.frozenColumns = columns ?? state.frozenColumns;
  });
}
