import type { ChartConfiguration, ChartDataset, ScaleOptionsByType } from 'chart.js';
import type { ViewerAxis, ViewerChart, ViewerChartSeries } from '../../engine/viewer-data';
import { valueLabels } from './value-labels';

type Config = ChartConfiguration<'bar' | 'line', (number | null)[], string>;
type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;

const FONT = "Arial, 'Liberation Sans', Arimo, sans-serif";
/** What Google draws where nothing is told. */
const GRID = '#cccccc';
const BASELINE = '#333333';

function shareOf(text: string | null): number {
  const share = Number.parseFloat(text ?? '') / 100;
  return Number.isFinite(share) && share > 0 ? share : 0.62;
}

function toDataset(series: ViewerChartSeries, chart: ViewerChart): Dataset {
  const { name, values, kind, color, lineWidthPx, pointSizePx, isDashed, isRightAxis } = series;
  const axis = isRightAxis ? { yAxisID: 'right' } : {};
  const data = [...values];
  if (kind === 'bars') {
    const width = { categoryPercentage: shareOf(chart.groupWidth), barPercentage: 0.98 };
    return { type: 'bar', label: name, data, backgroundColor: color, order: 2, ...width, ...axis };
  }
  return {
    type: 'line',
    label: name,
    data,
    borderColor: color,
    backgroundColor: kind === 'area' || kind === 'steps' ? `${color}4d` : color,
    fill: kind === 'area' || kind === 'steps',
    stepped: kind === 'steps',
    borderWidth: lineWidthPx,
    pointRadius: kind === 'points' ? Math.max(pointSizePx, 5) / 2 : pointSizePx / 2,
    pointHoverRadius: pointSizePx / 2 + 2,
    showLine: kind !== 'points',
    tension: chart.isSmooth ? 0.35 : 0,
    borderDash: isDashed ? [6, 4] : [],
    order: 1,
    ...axis,
  };
}

type Scale = NonNullable<NonNullable<Config['options']>['scales']>[string];
type Ticks = Partial<ScaleOptionsByType<'linear'>['ticks']>;

/** Hours, minutes and seconds of a number of days, after the format's first unit. */
function formatDuration(days: number, format: string): string {
  const seconds = Math.round(days * 86_400);
  if (/^\[?h/.test(format)) {
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  const quoted = /"([^"]*)"/.exec(format)?.[1];
  if (quoted !== undefined) return `${Math.round(seconds / 60)}${quoted}`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function formatTick(value: number | string, format: string | null, isPercent: boolean): string {
  const number = Number(value);
  if (isPercent || format?.includes('%') === true) return `${Math.round(number * 100)}%`;
  if (format !== null && /[hms]/.test(format)) return formatDuration(number, format);
  return number.toLocaleString(navigator.language);
}

/** Times are parts of a day, which a scale of tens cuts badly: steps of whole minutes. */
function findTimeStep(chart: ViewerChart, { format }: ViewerAxis): number | undefined {
  if (format === null || !/[hms]/.test(format)) return undefined;
  const highest = Math.max(0, ...chart.series.flatMap(({ values }) => values.map((v) => v ?? 0)));
  const minutes = (highest * 1440) / 4;
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480];
  return (steps.find((step) => step >= minutes) ?? 720) / 1440;
}

function describeTicks({ color, fontSizePx }: ViewerAxis): Ticks {
  return { color, font: { family: FONT, size: fontSizePx }, padding: 4 };
}

function describeTitle({ title, color, fontSizePx }: ViewerAxis): object {
  const font = { family: FONT, size: fontSizePx, style: 'italic' };
  return { display: title !== null, text: title ?? '', color, font };
}

function toValueScale(chart: ViewerChart): Scale {
  const { vAxis: axis, stacking } = chart;
  const isPercent = stacking === 'percent';
  const stepSize = findTimeStep(chart, axis);
  return {
    type: 'linear',
    beginAtZero: true,
    stacked: stacking !== 'none',
    display: !axis.isHidden,
    ...(axis.minimum === null ? {} : { min: axis.minimum }),
    ...(axis.maximum === null ? {} : { max: axis.maximum }),
    border: { display: false },
    grid: { color: axis.gridColor ?? GRID, drawTicks: false },
    title: describeTitle(axis),
    ticks: {
      ...describeTicks(axis),
      maxTicksLimit: 6,
      ...(stepSize === undefined ? { precision: 0 } : { stepSize }),
      callback: (value) => formatTick(value, axis.format, isPercent),
    },
  };
}

function toLabelScale(chart: ViewerChart): Scale {
  const { hAxis: axis, vAxis, stacking } = chart;
  return {
    type: 'category',
    stacked: stacking !== 'none',
    display: !axis.isHidden,
    border: { display: true, color: axis.baselineColor ?? vAxis.baselineColor ?? BASELINE },
    // Google draws no lines at labels.
    grid: { display: false },
    title: describeTitle(axis),
    ticks: { ...describeTicks(axis), maxRotation: 0, autoSkipPadding: 3 },
  };
}

function describeScales(chart: ViewerChart): NonNullable<NonNullable<Config['options']>['scales']> {
  // In a bar chart the axes change places: Google's hAxis is then the one of the values.
  const isBar = chart.type === 'BAR';
  const turned = isBar ? { ...chart, hAxis: chart.vAxis, vAxis: chart.hAxis } : chart;
  const right: Scale = { ...toValueScale(chart), position: 'right', grid: { display: false } };
  const hasRight = chart.series.some(({ isRightAxis }) => isRightAxis);
  const [labels, values] = isBar ? ['y', 'x'] : ['x', 'y'];
  return {
    [labels ?? 'x']: toLabelScale(turned),
    [values ?? 'y']: toValueScale(turned),
    ...(hasRight ? { right } : {}),
  };
}

function describeLegend({ legend, series, type }: ViewerChart): object {
  const { position, color, fontSizePx } = legend;
  const isAlone = series.length === 1 && series[0]?.name === '' && type !== 'PIE';
  return {
    display: position !== 'none' && !isAlone,
    position: position === 'none' ? 'top' : position,
    align: 'start',
    // A click on the name of a series hides nothing in Sheets.
    onClick: () => undefined,
    labels: {
      color,
      boxWidth: 11,
      boxHeight: 11,
      padding: 12,
      font: { family: FONT, size: fontSizePx },
      usePointStyle: true,
      pointStyleWidth: 14,
      generateLabels: () => legendLabels({ series, color }),
    },
  };
}

/** A square for columns, a line for lines. */
function legendLabels({ series, color }: { series: ViewerChart['series']; color: string }) {
  return series.map(({ name, kind, color: fill, lineWidthPx }, datasetIndex) => ({
    text: name,
    fontColor: color,
    fillStyle: fill,
    strokeStyle: fill,
    lineWidth: kind === 'line' ? lineWidthPx : 0,
    pointStyle: kind === 'line' ? ('line' as const) : ('rect' as const),
    datasetIndex,
  }));
}

function describeHeading({ title, titleColor, titleSizePx }: ViewerChart): object {
  return {
    display: title !== null && title !== '',
    text: title ?? '',
    align: 'start',
    color: titleColor,
    font: { family: FONT, size: titleSizePx, weight: 'normal' },
    padding: { bottom: 10 },
  };
}

function toPie(chart: ViewerChart): ChartConfiguration<'doughnut', (number | null)[], string> {
  const [series] = chart.series;
  const { legend, ...plugins } = { legend: chart.legend, title: describeHeading(chart) };
  const font = { family: FONT, size: legend.fontSizePx };
  return {
    type: 'doughnut',
    data: {
      labels: [...chart.labels],
      datasets: [
        {
          data: [...(series?.values ?? [])],
          backgroundColor: [...chart.sliceColors],
          borderWidth: 1,
        },
      ],
    },
    options: {
      animation: false,
      // Twice as fine, so that an enlarged sheet stays sharp.
      devicePixelRatio: Math.max(2, window.devicePixelRatio),
      responsive: true,
      maintainAspectRatio: false,
      cutout: `${Math.round(chart.hole * 100)}%`,
      layout: { padding: 8 },
      plugins: {
        ...plugins,
        legend: {
          display: legend.position !== 'none',
          position: legend.position === 'none' ? 'right' : legend.position,
          labels: { color: legend.color, font, boxWidth: 11, boxHeight: 11 },
        },
      },
    },
  };
}

/** The configuration of the drawing library for a chart of the sheet, in the looks that Google gives it. */
export function toChartConfig(
  chart: ViewerChart,
): ChartConfiguration<'bar' | 'line' | 'doughnut', (number | null)[], string> {
  if (chart.type === 'PIE') return toPie(chart);
  return {
    type: 'bar',
    data: {
      labels: [...chart.labels],
      datasets: chart.series.map((series) => toDataset(series, chart)),
    },
    options: {
      indexAxis: chart.type === 'BAR' ? 'y' : 'x',
      animation: false,
      // Twice as fine, so that an enlarged sheet stays sharp.
      devicePixelRatio: Math.max(2, window.devicePixelRatio),
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 2, left: 2, bottom: 2, right: hasLabels(chart) ? 34 : 6 } },
      scales: describeScales(chart),
      plugins: { legend: describeLegend(chart), title: describeHeading(chart) },
    },
    plugins: [valueLabels(chart, FONT)],
  };
}

const hasLabels = ({ series, type }: ViewerChart): boolean =>
  type === 'BAR' && series.some(({ labels }) => labels !== null);
