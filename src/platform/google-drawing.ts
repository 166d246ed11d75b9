import type { BorderLook, ChartLook, Drawing } from './drawing';
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

function drawBorder(range: GoogleRange, { sides, color, isThick = false }: BorderLook): void {
  const [left, top, right, bottom, inside] = (
    ['left', 'top', 'right', 'bottom', 'inside'] as const
  ).map((side) => (sides.includes(side) ? true : null));
  const { SOLID, SOLID_THICK } = SpreadsheetApp.BorderStyle;
  const style = isThick ? SOLID_THICK : SOLID;
  range.setBorder(
    top ?? null,
    left ?? null,
    bottom ?? null,
    right ?? null,
    null,
    inside ?? null,
    color,
    style,
  );
}

/**
 * Charts skip hidden cells unless told otherwise
 * (https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder#sethiddendimensionstrategystrategy).
 */
function buildChart(
  sheet: GoogleSheet,
  data: GoogleRange,
  { kind, at, widthPx, heightPx, colors, lines, isStacked }: ChartLook,
): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const series = Object.fromEntries(
    colors.map((color, index) => [
      index,
      { color, type: lines.includes(index) ? 'line' : 'bars', lineWidth: 2, pointSize: 0 },
    ]),
  );
  const { COMBO, BAR } = Charts.ChartType;
  return sheet
    .newChart()
    .setChartType(kind === 'combo' ? COMBO : BAR)
    .addRange(data)
    .setNumHeaders(1)
    .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
    .setPosition(at.row, at.column, 0, at.offsetYPx)
    .setOption('width', widthPx)
    .setOption('height', heightPx)
    .setOption('title', '')
    .setOption('colors', [...colors])
    .setOption('seriesType', 'bars')
    .setOption('series', series)
    .setOption('isStacked', isStacked)
    .setOption('legend', { position: 'top', alignment: 'start', textStyle: { fontSize: 11 } })
    .setOption('backgroundColor', '#ffffff')
    .build();
}
