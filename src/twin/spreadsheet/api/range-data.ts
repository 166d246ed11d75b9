import { bottom, right } from '../cells/areas';
import { editKnownRows } from '../cells/styles';
import { putValue } from '../cells/row';
import { listedValues, ruleAt } from '../cells/validations';
import type { SheetState } from '../cells/sheet-state';
import { spreadsheetEnums } from '../enums';
import type { Area, CellValue } from '../model';
import { readArea } from '../read-cells';
import { memberOf } from './arguments';
import type { Range } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { makeRange, writeArea } from './range-support';

const on = signaturesOf<Range>();
const directions = memberOf(spreadsheetEnums['Direction'] ?? []);
const dimensions = memberOf(spreadsheetEnums['Dimension'] ?? []);

/** What a check box holds when it is checked and when it is not; null where there is none. */
function readChoices(
  sheet: SheetState,
  row: number,
  column: number,
): readonly [CellValue, CellValue] | null {
  const rule = ruleAt(sheet, row, column);
  if (rule?.criteria !== 'CHECKBOX') return null;
  const [checked = true, unchecked = null] = listedValues(rule) ?? [];
  return [checked, unchecked];
}

/** Cells that hold neither of a check box's two values stay as they are. */
function setChecks(range: Range, choice: 0 | 1): Range {
  return writeArea(range, (sheet, area) =>
    editKnownRows(sheet, area, (draft, row) => {
      for (let column = area.column; column <= right(area); column++) {
        const choices = readChoices(sheet, row, column);
        if (!choices?.includes(draft.values[column - 1] ?? null)) continue;
        putValue(draft, column, choices[choice]);
      }
    }),
  );
}

/** True or false when all cells are check boxes of that state, else null. */
function isChecked({ _session, _sheetId, _area }: Range): boolean | null {
  const states = readArea(_session, { sheetId: _sheetId, area: _area }, (at) => {
    const choices = readChoices(at.sheet, at.row, at.column);
    return choices && choices[0] === (at.known?.values[at.column - 1] ?? null);
  }).flat();
  const [first = null] = states;
  return states.every((state) => state === first) ? first : null;
}

function trimWhitespace(range: Range): Range {
  return writeArea(range, (sheet, area) =>
    editKnownRows(sheet, area, (draft) => {
      for (let column = area.column; column <= right(area); column++) {
        const value = draft.values[column - 1];
        if (typeof value === 'string') putValue(draft, column, value.trim().replace(/\s+/g, ' '));
      }
    }),
  );
}

/** Whether some cell of the area holds a value or a formula; areas beyond the grid hold none. */
function holdsData({ _session, _sheetId }: Range, area: Area): boolean {
  const { maxRows, maxColumns } = _session.sheet(_sheetId);
  if (area.row < 1 || area.column < 1 || bottom(area) > maxRows || right(area) > maxColumns) {
    return false;
  }
  return readArea(_session, { sheetId: _sheetId, area }, ({ known, column }) => {
    const formula = known?.extras?.[column - 1]?.formula;
    return formula !== undefined || (known?.values[column - 1] ?? null) !== null;
  }).some((line) => line.some(Boolean));
}

interface Step {
  readonly rows: number;
  readonly columns: number;
}

const steps: Readonly<Record<string, Step>> = {
  UP: { rows: -1, columns: 0 },
  DOWN: { rows: 1, columns: 0 },
  PREVIOUS: { rows: 0, columns: -1 },
  NEXT: { rows: 0, columns: 1 },
};

/** Where Ctrl and an arrow key lead: to the end of the data the cell stands in, else to the next data or the grid's edge. */
function nextDataCell(range: Range, direction: string): Range {
  const { rows, columns } = steps[direction] ?? { rows: 1, columns: 0 };
  const { maxRows, maxColumns } = range._session.sheet(range._sheetId);
  const after = (area: Area): Area => ({
    ...area,
    row: area.row + rows,
    column: area.column + columns,
  });
  const isInside = ({ row, column }: Area): boolean =>
    row >= 1 && column >= 1 && row <= maxRows && column <= maxColumns;
  let cell: Area = { ...range._area, rows: 1, columns: 1 };
  const runsAlong = holdsData(range, cell) && holdsData(range, after(cell));
  const isEnd = (at: Area): boolean =>
    runsAlong ? !holdsData(range, after(at)) : holdsData(range, at);
  for (let next = after(cell); isInside(next); next = after(next)) {
    cell = next;
    if (isEnd(cell)) break;
  }
  return makeRange(range._session, range._sheetId, cell);
}

/** The range grown over all data that touches it, diagonals not counted; with a dimension only along that one. */
function dataRegion(range: Range, dimension?: string): Range {
  let area = range._area;
  for (let grown: Area | null = area; grown; grown = growOnce(range, area, dimension)) area = grown;
  return makeRange(range._session, range._sheetId, area);
}

function growOnce(range: Range, area: Area, dimension: string | undefined): Area | null {
  const { row, column, rows, columns } = area;
  const upDown = [
    { edge: { ...area, row: row - 1, rows: 1 }, grown: { ...area, row: row - 1, rows: rows + 1 } },
    { edge: { ...area, row: row + rows, rows: 1 }, grown: { ...area, rows: rows + 1 } },
  ];
  const sideways = [
    {
      edge: { ...area, column: column - 1, columns: 1 },
      grown: { ...area, column: column - 1, columns: columns + 1 },
    },
    {
      edge: { ...area, column: column + columns, columns: 1 },
      grown: { ...area, columns: columns + 1 },
    },
  ];
  const sides = [
    ...(dimension === 'COLUMNS' ? [] : upDown),
    ...(dimension === 'ROWS' ? [] : sideways),
  ];
  return sides.find(({ edge }) => holdsData(range, edge))?.grown ?? null;
}

/** Check boxes, blanks at the ends of texts, and where data begins and ends. */
export const rangeDataMethods: MethodTable<Range> = {
  check: on([], (range) => setChecks(range, 0)),
  uncheck: on([], (range) => setChecks(range, 1)),
  isChecked: on([], isChecked),
  trimWhitespace: on([], trimWhitespace),
  getNextDataCell: on([directions], nextDataCell),
  getDataRegion: [
    on([], (range) => dataRegion(range)),
    on([dimensions], (range, dimension) => dataRegion(range, dimension)),
  ],
};
