import type { Drawing } from './drawing';
import { buildChart, drawBorder } from './google-charts';
import type { Area } from './services';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Binds what only tabs that are drawn need. */
export function bindDrawing(sheet: GoogleSheet, range: (area: Area) => GoogleRange): Drawing {
  return {
    setRowHeights: (row, count, heightPx) => void sheet.setRowHeights(row, count, heightPx),
    setColumnWidths: (column, count, widthPx) => void sheet.setColumnWidths(column, count, widthPx),
    hideRows: (row, count) => sheet.hideRows(row, count),
    showRows: (row, count) => sheet.showRows(row, count),
    hideGridlines: () => void sheet.setHiddenGridlines(true),
    moveToFront: () => {
      sheet.activate();
      sheet.getParent().moveActiveSheet(1);
    },
    merge: (area) => void range(area).merge(),
    setBorder: (area, border) => drawBorder(range(area), border),
    offer: (area, choices) =>
      void range(area).setDataValidation(
        SpreadsheetApp.newDataValidation()
          .requireValueInList([...choices], true)
          .setAllowInvalid(false)
          .build(),
      ),
    offerDates: (area) =>
      void range(area).setDataValidation(
        SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(false).build(),
      ),
    addChart: (chart) => sheet.insertChart(buildChart(sheet, range(chart.data), chart)),
  };
}
