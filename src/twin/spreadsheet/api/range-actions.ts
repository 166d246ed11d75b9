import { copyCells, type CopyParts } from '../cells/copy-cells';
import { growGrid } from '../cells/structure';
import { bottom, cellCount, right } from '../cells/areas';
import { sortArea, type SortKey } from '../cells/sort';
import { spreadsheetEnums } from '../enums';
import type { Area } from '../model';
import {
  anything,
  boolean,
  hostOf,
  listOf,
  memberOf,
  number,
  plainObject,
  string,
} from './arguments';
import { Range, RangeList, type Sheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { makeRange, writeArea } from './range-support';
import { rangeByText } from './sheet-grid';
import { change, readState } from './sheet-basics';
import { clearContents, clearNotes } from '../cells/contents';
import { clearStyle } from '../cells/styles';

const on = signaturesOf<Range>();
const onSheet = signaturesOf<Sheet>();
const onList = signaturesOf<RangeList>();
const pasteTypes = memberOf(spreadsheetEnums['CopyPasteType'] ?? []);
const everything: CopyParts = { contents: true, valuesOnly: false, styles: true };
const pasteParts: Readonly<Record<string, CopyParts>> = {
  PASTE_NORMAL: everything,
  PASTE_NO_BORDERS: everything,
  PASTE_FORMAT: { contents: false, valuesOnly: false, styles: true },
  PASTE_FORMULA: { contents: true, valuesOnly: false, styles: false },
  PASTE_VALUES: { contents: true, valuesOnly: true, styles: false },
};

function toKey(spec: unknown): SortKey {
  if (typeof spec === 'number') return { column: spec, ascending: true };
  if (typeof spec !== 'object' || spec === null || !('column' in spec)) {
    throw new Error('The sort specification has no column.');
  }
  const ascending = !('ascending' in spec) || spec.ascending !== false;
  return { column: Number(spec.column), ascending };
}

function sort(range: Range, specs: readonly unknown[]): Range {
  const keys = specs.map(toKey);
  const { _area } = range;
  if (keys.some(({ column }) => column < _area.column || column > right(_area))) {
    throw new Error('The column index is outside the range.');
  }
  return writeArea(range, (sheet, area) => sortArea(sheet, area, keys));
}

function sortSheet(sheet: Sheet, key: SortKey): Sheet {
  const { frozenRows, maxColumns, lastRow } = readState(sheet);
  if (lastRow <= frozenRows) return sheet;
  const area = { row: frozenRows + 1, column: 1, rows: lastRow - frozenRows, columns: maxColumns };
  sort(makeRange(sheet._session, sheet._id, area), [key]);
  return sheet;
}

function copyTo(range: Range, target: Range, parts: CopyParts = everything): void {
  const { _session: session } = range;
  session.sheet(target._sheetId);
  session.write(target._sheetId, cellCount(target._area), (sheet) => {
    const from = session.workbook.sheetById(range._sheetId);
    if (!from) return;
    const rows = Math.max(bottom(target._area), target._area.row + range._area.rows - 1);
    const columns = Math.max(right(target._area), target._area.column + range._area.columns - 1);
    if (rows > sheet.maxRows || columns > sheet.maxColumns) growGrid(sheet, rows, columns);
    copyCells({ sheet: from, area: range._area }, { sheet, area: target._area }, parts);
  });
}

function moveTo(range: Range, target: Range): void {
  copyTo(range, target);
  writeArea(range, (sheet, area) => {
    clearContents(sheet, area);
    clearStyle(sheet, area);
  });
}

/** Sorting and copying. */
export const rangeActionMethods: MethodTable<Range> = {
  sort: [
    on([number], (range, column) => sort(range, [column])),
    on([listOf(anything)], sort),
    on([plainObject], (range, spec) => sort(range, [spec])),
  ],
  copyTo: [
    on([hostOf(Range)], (range, target) => copyTo(range, target)),
    on([hostOf(Range), plainObject], (range, target, options) =>
      copyTo(range, target, partsOf(options)),
    ),
    on([hostOf(Range), pasteTypes, boolean], (range, target, type) =>
      copyTo(range, target, pasteParts[type] ?? everything),
    ),
  ],
  moveTo: on([hostOf(Range)], moveTo),
};

function partsOf(options: Readonly<Record<string, unknown>>): CopyParts {
  if (options['formatOnly'] === true) return { contents: false, valuesOnly: false, styles: true };
  if (options['contentsOnly'] === true) return { contents: true, valuesOnly: true, styles: false };
  return everything;
}

function whole(sheet: Sheet): Area {
  const { maxRows, maxColumns } = readState(sheet);
  return { row: 1, column: 1, rows: maxRows, columns: maxColumns };
}

function clearAll(
  sheet: Sheet,
  parts: { readonly contents: boolean; readonly styles: boolean },
): Sheet {
  const area = whole(sheet);
  return change(sheet, (state) => {
    if (parts.contents) clearContents(state, area);
    if (parts.styles) clearStyle(state, area);
    if (parts.styles) state.conditionalRules = [];
  });
}

/** Clearing and sorting a whole sheet; lists of ranges. */
export const sheetActionMethods: MethodTable<Sheet> = {
  clear: onSheet([], (sheet) => clearAll(sheet, { contents: true, styles: true })),
  clearContents: onSheet([], (sheet) => clearAll(sheet, { contents: true, styles: false })),
  clearFormats: onSheet([], (sheet) => clearAll(sheet, { contents: false, styles: true })),
  clearNotes: onSheet([], (sheet) => {
    const area = whole(sheet);
    return change(sheet, (state) => clearNotes(state, area));
  }),
  sort: [
    onSheet([number], (sheet, column) => sortSheet(sheet, { column, ascending: true })),
    onSheet([number, boolean], (sheet, column, ascending) =>
      sortSheet(sheet, { column, ascending }),
    ),
  ],
  getRangeList: onSheet(
    [listOf(string)],
    ({ _session, _id }, texts) =>
      new RangeList(texts.map((text) => rangeByText(_session, _id, text))),
  ),
};

/** Setters that a list passes on to each of its ranges. */
const listSetters = (
  'setValue setFormula setNumberFormat setBackground setFontColor setFontWeight setFontStyle setFontSize ' +
  'setFontFamily setHorizontalAlignment setVerticalAlignment setWrap setWrapStrategy setNote'
).split(' ');

function callEach(list: RangeList, name: string, args: readonly unknown[]): RangeList {
  for (const range of list._ranges) {
    const method: unknown = Reflect.get(range, name);
    if (typeof method === 'function') Reflect.apply(method, range, args);
  }
  return list;
}

/** A list of ranges. */
export const rangeListMethods: MethodTable<RangeList> = {
  getRanges: onList([], ({ _ranges }) => _ranges),
  ...Object.fromEntries(
    listSetters.map((name) => [
      name,
      onList([anything], (list, value) => callEach(list, name, [value])),
    ]),
  ),
  ...Object.fromEntries(
    ['clear', 'clearContent', 'clearFormat', 'clearNote', 'activate'].map((name) => [
      name,
      onList([], (list) => callEach(list, name, [])),
    ]),
  ),
};
