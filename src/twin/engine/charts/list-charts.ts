import type { ChartData, SheetView } from '../../spreadsheet/model';
import type { ViewerChart, ViewerChartSeries } from '../viewer-data';
import { readTable, type ChartReading, type ChartTable } from './chart-table';
import { flattenOptions, listOption, numberOption, textOption, type OptionTree } from './options';

const defaultWidthPx = 600;
const defaultHeightPx = 371;

/** Google's own colours of series, in their order. */
const palette = [
  '#4285f4',
  '#ea4335',
  '#fbbc04',
  '#34a853',
  '#ff6d01',
  '#46bdc6',
  '#7baaf7',
  '#f07b72',
] as const;

/** How a chart's series are drawn unless they say otherwise. */
const kinds: Readonly<Record<string, ViewerChartSeries['kind']>> = {
  AREA: 'area',
  LINE: 'line',
  SCATTER: 'points',
  STEPPED_AREA: 'steps',
  COMBO: 'line',
};

/** `series.0.type` and `seriesType` in Google's words. */
const seriesKinds: Readonly<Record<string, ViewerChartSeries['kind']>> = {
  area: 'area',
  bars: 'bars',
  columns: 'bars',
  line: 'line',
  steppedArea: 'steps',
};

type Series = ChartTable['series'][number];

function describeSeries(
  type: string,
  options: OptionTree,
  { series, at }: { readonly series: Series; readonly at: number },
): ViewerChartSeries {
  const own = `series.${at}`;
  const told = textOption(options, `${own}.type`, 'seriesType') ?? '';
  const colors = listOption(options, 'colors');
  const label = textOption(options, `${own}.dataLabel`) ?? 'none';
  return {
    name: textOption(options, `${own}.labelInLegend`) ?? series.name,
    values: series.values,
    kind: (type === 'COMBO' ? seriesKinds[told] : null) ?? kinds[type] ?? 'bars',
    color:
      textOption(options, `${own}.color`) ??
      colors[at] ??
      palette[at % palette.length] ??
      '#4285f4',
    lineWidthPx: numberOption(options, `${own}.lineWidth`, 'lineWidth') ?? 2,
    pointSizePx: numberOption(options, `${own}.pointSize`, 'pointSize') ?? 0,
    isDashed: options.has(`${own}.lineDashStyle`) || options.has(`${own}.lineDashType`),
    isRightAxis: numberOption(options, `${own}.targetAxisIndex`) === 1,
    labels: label === 'none' ? null : series.texts,
  };
}

function describeAxis(options: OptionTree, name: 'hAxis' | 'vAxis'): ViewerChart['hAxis'] {
  const hasNoGrid = numberOption(options, `${name}.gridlines.count`) === 0;
  const grid = textOption(options, `${name}.gridlines.color`, `${name}.gridlineColor`);
  const isBlank = textOption(options, `${name}.textPosition`) === 'none';
  return {
    title: textOption(options, `${name}.title`),
    color: textOption(options, `${name}.textStyle.color`) ?? '#444444',
    fontSizePx: numberOption(options, `${name}.textStyle.fontSize`) ?? 12,
    gridColor: hasNoGrid ? null : grid,
    baselineColor: textOption(options, `${name}.baselineColor`),
    minimum: numberOption(options, `${name}.viewWindow.min`, `${name}.minValue`),
    maximum: numberOption(options, `${name}.viewWindow.max`, `${name}.maxValue`),
    format: textOption(options, `${name}.format`, `${name}.numberFormat`),
    isHidden: isBlank,
  };
}

function readLegend(options: OptionTree): ViewerChart['legend'] {
  const told = textOption(options, 'legend.position', 'legend') ?? 'right';
  const position = (['top', 'bottom', 'left', 'right', 'none'] as const).find(
    (one) => one === told,
  );
  return {
    position: position ?? 'right',
    color: textOption(options, 'legend.textStyle.color', 'legendTextStyle.color') ?? '#1a1a1a',
    fontSizePx: numberOption(options, 'legend.textStyle.fontSize') ?? 12,
  };
}

function readStacking(options: OptionTree): ViewerChart['stacking'] {
  const told = options.get('isStacked');
  if (told === 'percent' || told === 'relative') return 'percent';
  return told === true || told === 'true' || told === 'absolute' ? 'absolute' : 'none';
}

function toChart(reading: ChartReading, chart: ChartData): ViewerChart {
  const options = flattenOptions(chart.options);
  const { labels, series } = readTable(reading, chart, options);
  return {
    id: chart.id,
    type: chart.type,
    row: chart.row,
    column: chart.column,
    offsetXPx: numberOption(options, 'offsetX') ?? 0,
    offsetYPx: numberOption(options, 'offsetY') ?? 0,
    widthPx: numberOption(options, 'width') ?? defaultWidthPx,
    heightPx: numberOption(options, 'height') ?? defaultHeightPx,
    title: textOption(options, 'title'),
    titleColor: textOption(options, 'titleTextStyle.color') ?? '#757575',
    titleSizePx: numberOption(options, 'titleTextStyle.fontSize') ?? 16,
    background: textOption(options, 'backgroundColor', 'backgroundColor.fill') ?? '#ffffff',
    legend: readLegend(options),
    stacking: readStacking(options),
    hole: numberOption(options, 'pieHole') ?? 0,
    groupWidth: textOption(options, 'bar.groupWidth'),
    isSmooth: textOption(options, 'curveType') === 'function',
    hAxis: describeAxis(options, 'hAxis'),
    vAxis: describeAxis(options, 'vAxis'),
    labels,
    series: series.map((one, at) => describeSeries(chart.type, options, { series: one, at })),
    sliceColors: labels.map(
      (_, at) =>
        textOption(options, `slices.${at}.color`) ??
        listOption(options, 'colors')[at] ??
        palette[at % palette.length] ??
        '#4285f4',
    ),
  };
}

/** The charts of a sheet as the viewer draws them, their cells read. */
export function listCharts(sheet: SheetView, reading: ChartReading): ViewerChart[] {
  return sheet.charts.map((chart) => toChart(reading, chart));
}
