import { columnLetter } from './column-letter';
import { bindDrawing } from './google-drawing';
import { buildRule, dressRange, renewRules, spreadFilter, stretchRules } from './google-rules';
import type { Area, CellLook, CellValue, Columns, Sheet } from './services';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Binds one sheet of the spreadsheet. */
export function bindSheet(sheet: GoogleSheet): Sheet {
  const range = (area: Area): GoogleRange =>
    sheet.getRange(area.row, area.column, area.rows, area.columns);
  const open = (over: Columns): GoogleRange => openRange(sheet, over);
  return {
    id: () => sheet.getSheetId(),
    title: () => sheet.getName(),
    setTitle: (title) => void sheet.setName(title),
    maxRows: () => sheet.getMaxRows(),
    maxColumns: () => sheet.getMaxColumns(),
    lastRow: () => sheet.getLastRow(),
    read: (area) => toCellValues(range(area).getValues()),
    formulas: (area) => range(area).getFormulas(),
    write: (area, values) => void range(area).setValues(values.map((row) => [...row])),
    find: (area, text) => findRow(range(area), text),
    findAll: (area, text) => findRows(range(area), text),
    addRows: (count) => addRows(sheet, count),
    moveRow: (row, to) => sheet.moveRows(sheet.getRange(row, 1), to),
    moveColumnToEnd: (column) =>
      sheet.moveColumns(sheet.getRange(1, column), sheet.getMaxColumns() + 1),
    unmerge: (area) => void range(area).breakApart(),
    addColumns: (count) => void sheet.insertColumnsAfter(sheet.getMaxColumns(), count),
    insertRow: (row) => void sheet.insertRowBefore(row),
    deleteRows: (row, count) => sheet.deleteRows(row, count),
    hide: () => void sheet.hideSheet(),
    isHidden: () => sheet.isSheetHidden(),
    hideColumns: (column, count) => sheet.hideColumns(column, count),
    setColumnWidth: (column, widthPx) => void sheet.setColumnWidth(column, widthPx),
    setRowHeight: (row, heightPx) => void sheet.setRowHeight(row, heightPx),
    ...bindDrawing(sheet, range),
    freeze: (rows, columns) => {
      sheet.setFrozenRows(rows);
      sheet.setFrozenColumns(columns);
    },
    setLook: (area, look) => applyLook(range(area), look),
    setColumnLook: (over, look) => applyLook(open(over), look),
    setNote: (row, column, note) => void sheet.getRange(row, column).setNote(note),
    setLookRules: (rules) =>
      sheet.setConditionalFormatRules(
        rules.map((rule) =>
          buildRule(rule, 'rows' in rule.over ? range(rule.over) : open(rule.over)),
        ),
      ),
    renewLookRules: (renew) => renewRules(sheet, renew),
    setTabColor: (color) => void sheet.setTabColor(color),
    dress: (over) => dressRange(sheet, open(over)),
    ...bindMarks(sheet),
    ...bindFront(sheet),
  };
}

const bindFront = (
  sheet: GoogleSheet,
): Pick<Sheet, 'spreadFilter' | 'deleteColumn' | 'activate' | 'activateCell'> => ({
  spreadFilter: () => spreadFilter(sheet),
  deleteColumn: (column) => void sheet.deleteColumn(column),
  activate: () => void sheet.activate(),
  activateCell: (row, column) => void sheet.getRange(row, column).activate(),
});

/** A range without a last row: formats and rules on it hold for rows that come later, too. */
function openRange(sheet: GoogleSheet, { fromRow, column, columns }: Columns): GoogleRange {
  return sheet.getRange(`${columnLetter(column)}${fromRow}:${columnLetter(column + columns - 1)}`);
}

function toCellValues(rows: readonly (readonly unknown[])[]): readonly (readonly CellValue[])[] {
  return rows.map((row) => row.map(toCellValue));
}

function toCellValue(value: unknown): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return value instanceof Date ? value.getTime() : '';
}

function findRow(range: GoogleRange, text: string): number | null {
  const hit = range.createTextFinder(text).matchEntireCell(true).matchCase(true).findNext();
  return hit === null ? null : hit.getRow();
}

function findRows(range: GoogleRange, text: string): readonly number[] {
  const hits = range.createTextFinder(text).matchCase(true).findAll();
  return hits.map((hit) => hit.getRow());
}

function applyLook(range: GoogleRange, look: CellLook): void {
  if (look.numberFormat !== undefined) range.setNumberFormat(look.numberFormat);
  if (look.background !== undefined) range.setBackground(look.background);
  if (look.fontColor !== undefined) range.setFontColor(look.fontColor);
  if (look.isBold !== undefined) range.setFontWeight(look.isBold ? 'bold' : 'normal');
  if (look.isWrapped !== undefined) range.setWrap(look.isWrapped);
  if (look.align !== undefined) range.setHorizontalAlignment(look.align);
  if (look.verticalAlign !== undefined) range.setVerticalAlignment(look.verticalAlign);
  if (look.sizePt !== undefined) range.setFontSize(look.sizePt);
}

function addRows(sheet: GoogleSheet, count: number): void {
  const known = sheet.getMaxRows();
  sheet.insertRowsAfter(known, count);
  stretchRules(sheet, known);
}

type Marks = Pick<Sheet, 'mark' | 'markColumn' | 'markOf' | 'markedColumns'>;

/** Developer metadata: stays with its sheet or column when the user renames or moves it. */
function bindMarks(sheet: GoogleSheet): Marks {
  return {
    mark: (key, value) => void sheet.addDeveloperMetadata(key, value),
    markColumn: (column, key, value) => {
      const letter = columnLetter(column);
      sheet.getRange(`${letter}:${letter}`).addDeveloperMetadata(key, value);
    },
    markOf: (key) =>
      sheet
        .getDeveloperMetadata()
        .find((mark) => mark.getKey() === key)
        ?.getValue() ?? null,
    markedColumns: (key) => {
      const columns = new Map<string, number>();
      for (const mark of sheet.createDeveloperMetadataFinder().withKey(key).find()) {
        const column = mark.getLocation().getColumn();
        if (column !== null) columns.set(mark.getValue() ?? '', column.getColumn());
      }
      return columns;
    },
  };
}
