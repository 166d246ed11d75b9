import { writeInputs } from '../cells/contents';
import { growGrid } from '../cells/structure';
import type { SheetState } from '../cells/sheet-state';
import { checkColumns, checkGrowth, checkLength } from '../limits';
import type { Sheet } from './host-objects';

/**
 * Reads the last row (perhaps from what this execution read before), then writes below it: two steps,
 * so another execution may write the same row in between. Nothing makes this atomic
 * (measured: https://tanaikech.github.io/2021/09/15/, two concurrent calls already lost rows).
 */
export function appendRow(sheet: Sheet, contents: readonly unknown[]): Sheet {
  if (contents.length === 0) throw new Error('Service error: Spreadsheets');
  contents.forEach(checkLength);
  const { _session: session, _id: sheetId } = sheet;
  session.beforeRead();
  const row = session.lastRow(sheetId) + 1;
  checkRoom(sheet, row, contents.length);
  const writing = {
    ...session.writing(),
    ignoreFormats: !session.options.appendRowKeepsFormats,
  };
  session.write(sheetId, contents.length, (state) => {
    growFor(state, row, contents.length);
    writeInputs(
      state,
      { row, column: 1, rows: 1, columns: contents.length },
      { inputs: [contents], writing },
    );
  });
  return sheet;
}

function checkRoom({ _session: session, _id }: Sheet, row: number, columns: number): void {
  const state = session.sheet(_id);
  checkColumns(columns);
  const grown = Math.max(row, state.maxRows) * Math.max(columns, state.maxColumns);
  checkGrowth(session.workbook, grown - state.maxRows * state.maxColumns);
}

function growFor(state: SheetState, row: number, columns: number): void {
  if (row > state.maxRows || columns > state.maxColumns) growGrid(state, row, columns);
}
