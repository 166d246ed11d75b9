import type { BorderLook, ChartLook } from './drawing';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Draws the lines of a border. */
export function drawBorder(
  range: GoogleRange,
  { sides, color, isThick = false }: BorderLook,
): void {
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
export function buildChart(
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
