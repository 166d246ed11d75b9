import type { ChartData, SheetView, WorkbookView } from '../spreadsheet/model';
import { areaToA1, areaToSheetA1 } from '../spreadsheet/a1';
import type { ViewerChart } from './viewer-data';

const DEFAULT_WIDTH_PX = 600;
const DEFAULT_HEIGHT_PX = 371;

/** Chart types of Apps Script (`Charts.ChartType`) in the words of the viewer's library. */
const TYPES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  AREA: { type: 'line', fillArea: true, labelsAsText: true, cumulative: false },
  BAR: { type: 'bar', horizontal: true },
  COLUMN: { type: 'bar' },
  COMBO: { type: 'combo' },
  HISTOGRAM: { type: 'bar' },
  LINE: { type: 'line', labelsAsText: true, cumulative: false },
  PIE: { type: 'pie' },
  SCATTER: { type: 'scatter', labelsAsText: false },
  STEPPED_AREA: { type: 'line', fillArea: true, labelsAsText: true, cumulative: false },
};

/** An option by Google's dotted name, whether it was set flat (`legend.position`) or nested. */
function readOption(options: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in options) return options[name];
  const [first = '', ...rest] = name.split('.');
  const inner = options[first];
  if (rest.length === 0 || typeof inner !== 'object' || inner === null) return undefined;
  return readOption(Object.fromEntries(Object.entries(inner)), rest.join('.'));
}

function readTextOption(chart: ChartData, name: string): string | null {
  const value = readOption(chart.options, name);
  return typeof value === 'string' ? value : null;
}

function readNumberOption(chart: ChartData, name: string): number | null {
  const value = readOption(chart.options, name);
  return typeof value === 'number' ? value : null;
}

interface ChartColumn {
  readonly address: string;
  readonly startsWithText: boolean;
}

/** The charted ranges as single columns, in order: labels first, then the series. */
function listColumns(chart: ChartData, workbook: WorkbookView): ChartColumn[] {
  return chart.sources.flatMap(({ sheetId, area }) => {
    const sheet = workbook.sheets.find(({ id }) => id === sheetId);
    if (!sheet) return [];
    return Array.from({ length: area.columns }, (_, index) => {
      const column = area.column + index;
      const first = sheet.cell(area.row, column);
      return {
        address: areaToSheetA1(sheet.title, { ...area, column, columns: 1 }),
        startsWithText: first?.formula === undefined && typeof first?.value === 'string',
      };
    });
  });
}

function readColors(chart: ChartData): readonly string[] {
  const colors = readOption(chart.options, 'colors');
  return Array.isArray(colors) ? colors.filter((color) => typeof color === 'string') : [];
}

function describeScorecard(chart: ChartData, columns: readonly ChartColumn[]): object {
  const [value = { address: undefined }, base] = columns;
  return {
    type: 'scorecard',
    title: { text: readTextOption(chart, 'title') ?? '' },
    keyValue: value.address,
    ...(base ? { baseline: base.address } : {}),
    baselineMode: 'difference',
    baselineColorUp: '#188038',
    baselineColorDown: '#c5221f',
  };
}

function readLegend(chart: ChartData): string {
  const position = readTextOption(chart, 'legend.position') ?? readTextOption(chart, 'legend');
  return ['top', 'bottom', 'left', 'right', 'none'].find((name) => name === position) ?? 'right';
}

function describeSeries(chart: ChartData, columns: readonly ChartColumn[]): object {
  const [labels, ...series] = columns;
  const colors = readColors(chart);
  const stacked = readOption(chart.options, 'isStacked');
  const pieHole = readNumberOption(chart, 'pieHole') ?? 0;
  return {
    ...(TYPES[chart.type] ?? TYPES['COLUMN']),
    title: { text: readTextOption(chart, 'title') ?? '', bold: true },
    stacked: stacked === true || stacked === 'true' || stacked === 'absolute',
    legendPosition: readLegend(chart),
    isDoughnut: pieHole > 0,
    slicesColors: colors,
    dataSetStyles: Object.fromEntries(
      colors.map((backgroundColor, index) => [String(index), { backgroundColor }]),
    ),
    dataSource: {
      type: 'range',
      labelRange: labels?.address,
      dataSetsHaveTitle: series.every(({ startsWithText }) => startsWithText),
      dataSets: series.map(({ address }, index) => ({
        dataSetId: String(index),
        dataRange: address,
      })),
    },
  };
}

function toChart(chart: ChartData, workbook: WorkbookView): ViewerChart {
  const columns = listColumns(chart, workbook);
  const describe = chart.type === 'SCORECARD' ? describeScorecard : describeSeries;
  return {
    id: chart.id,
    row: chart.row,
    column: chart.column,
    widthPx: readNumberOption(chart, 'width') ?? DEFAULT_WIDTH_PX,
    heightPx: readNumberOption(chart, 'height') ?? DEFAULT_HEIGHT_PX,
    definition: { ...describe(chart, columns) },
  };
}

/** The charts of a sheet as the viewer draws them; a type it has not becomes a column chart. */
export function listCharts(sheet: SheetView, workbook: WorkbookView): ViewerChart[] {
  return sheet.charts.map((chart) => toChart(chart, workbook));
}

/** Address of the sheet's filter. */
export function readFilter(sheet: SheetView): string | null {
  return sheet.filter === null ? null : areaToA1(sheet.filter);
}
