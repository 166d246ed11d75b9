import { EnumValue } from '../../runtime/host-object';
import { chartEnums } from '../enums';
import type { ChartData } from '../model';
import { normalizeColor } from '../values/colors';
import { anything, boolean, hostOf, listOf, memberOf, number, string } from './arguments';
import {
  ContainerInfo,
  EmbeddedChart,
  EmbeddedScatterChartBuilder,
  EmbeddedTypedChartBuilder,
  type EmbeddedChartBuilder,
} from './chart-objects';
import { Range } from './host-objects';
import { signaturesOf, type MethodTable, type Overload } from './methods';

const on = signaturesOf<EmbeddedChartBuilder>();
const onTyped = signaturesOf<EmbeddedTypedChartBuilder>();
const onScatter = signaturesOf<EmbeddedScatterChartBuilder>();
const chartTypes = memberOf(chartEnums['ChartType'] ?? []);
const hiddenStrategies = memberOf(chartEnums['ChartHiddenDimensionStrategy'] ?? []);
const positions = memberOf(chartEnums['Position'] ?? []);

function edit<B extends EmbeddedChartBuilder>(builder: B, part: Partial<ChartData>): B {
  builder._data = { ...builder._data, ...part };
  return builder;
}

function setOption<B extends EmbeddedChartBuilder>(builder: B, name: string, value: unknown): B {
  return edit(builder, { options: { ...builder._data.options, [name]: value } });
}

const builtTypes: Readonly<Record<string, string>> = {
  asAreaChart: 'AREA',
  asBarChart: 'BAR',
  asColumnChart: 'COLUMN',
  asComboChart: 'COMBO',
  asHistogramChart: 'HISTOGRAM',
  asLineChart: 'LINE',
  asPieChart: 'PIE',
  asTableChart: 'TABLE',
};

function typeMethods(): Record<string, Overload<EmbeddedChartBuilder>> {
  return Object.fromEntries(
    Object.entries(builtTypes).map(([name, type]) => [
      name,
      on([], ({ _session, _sheetId, _data }) => {
        return new EmbeddedTypedChartBuilder(_session, _sheetId, { ..._data, type });
      }),
    ]),
  );
}

function position(
  builder: EmbeddedChartBuilder,
  [row, column, offsetX, offsetY]: readonly [number, number, number, number],
): EmbeddedChartBuilder {
  const options = { ...builder._data.options, offsetX, offsetY };
  return edit(builder, { row, column, options });
}

function removeRange(builder: EmbeddedChartBuilder, range: Range): EmbeddedChartBuilder {
  const gone = JSON.stringify({ sheetId: range._sheetId, area: range._area });
  const sources = builder._data.sources.filter((source) => JSON.stringify(source) !== gone);
  return edit(builder, { sources });
}

/** Ranges a chart draws. */
export function rangesOf({ _session, _data }: EmbeddedChart | EmbeddedChartBuilder): Range[] {
  return _data.sources.map(({ sheetId, area }) => new Range(_session, sheetId, area));
}

/** Methods of every chart builder. */
export const chartBuilderMethods: MethodTable<EmbeddedChartBuilder> = {
  ...typeMethods(),
  asScatterChart: on(
    [],
    ({ _session, _sheetId, _data }) =>
      new EmbeddedScatterChartBuilder(_session, _sheetId, { ..._data, type: 'SCATTER' }),
  ),
  addRange: on([hostOf(Range)], (self, range) =>
    edit(self, {
      sources: [...self._data.sources, { sheetId: range._sheetId, area: range._area }],
    }),
  ),
  removeRange: on([hostOf(Range)], removeRange),
  clearRanges: on([], (self) => edit(self, { sources: [] })),
  getRanges: on([], rangesOf),
  setChartType: on([chartTypes], (self, type) => edit(self, { type })),
  getChartType: on([], ({ _data }) => new EnumValue('ChartType', _data.type)),
  setOption: on([string, anything], setOption),
  setPosition: on([number, number, number, number], (self, ...place) => position(self, place)),
  setNumHeaders: on([number], (self, count) => setOption(self, 'numHeaders', count)),
  setTransposeRowsAndColumns: on([boolean], (self, value) => setOption(self, 'transpose', value)),
  setMergeStrategy: on([string], (self, value) => setOption(self, 'mergeStrategy', value)),
  setHiddenDimensionStrategy: on([hiddenStrategies], (self, value) =>
    setOption(self, 'hiddenDimensionStrategy', value),
  ),
  getContainer: on(
    [],
    ({ _session, _sheetId, _data }) => new ContainerInfo(_session, _sheetId, _data),
  ),
  build: on([], ({ _session, _sheetId, _data }) => new EmbeddedChart(_session, _sheetId, _data)),
};

const textOptions: Readonly<Record<string, string>> = {
  setTitle: 'title',
  setXAxisTitle: 'hAxis.title',
  setYAxisTitle: 'vAxis.title',
};
const flagOptions: Readonly<Record<string, readonly [string, unknown]>> = {
  setStacked: ['isStacked', true],
  useLogScale: ['vAxis.logScale', true],
  reverseCategories: ['hAxis.direction', -1],
  set3D: ['is3D', true],
};
const styleOptions: Readonly<Record<string, string>> = {
  setTitleTextStyle: 'titleTextStyle',
  setLegendTextStyle: 'legend.textStyle',
  setXAxisTextStyle: 'hAxis.textStyle',
  setYAxisTextStyle: 'vAxis.textStyle',
  setXAxisTitleTextStyle: 'hAxis.titleTextStyle',
  setYAxisTitleTextStyle: 'vAxis.titleTextStyle',
  setCurveStyle: 'curveType',
  setPointStyle: 'pointShape',
};

type TypedMethods = Record<string, Overload<EmbeddedTypedChartBuilder>>;

function mapTable<T>(
  table: Readonly<Record<string, T>>,
  make: (entry: T) => Overload<EmbeddedTypedChartBuilder>,
): TypedMethods {
  return Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, make(entry)]));
}

/** Methods of the builders of one type. */
export const typedChartMethods: MethodTable<EmbeddedTypedChartBuilder> = {
  ...mapTable(textOptions, (option) =>
    onTyped([string], (self, value) => setOption(self, option, value)),
  ),
  ...mapTable(flagOptions, ([option, value]) =>
    onTyped([], (self) => setOption(self, option, value)),
  ),
  ...mapTable(styleOptions, (option) =>
    onTyped([anything], (self, value) => setOption(self, option, value)),
  ),
  setColors: onTyped([listOf(string)], (self, colors) =>
    setOption(self, 'colors', colors.map(normalizeColor)),
  ),
  setBackgroundColor: onTyped([string], (self, color) =>
    setOption(self, 'backgroundColor', normalizeColor(color)),
  ),
  setLegendPosition: onTyped([positions], (self, place) =>
    setOption(self, 'legend.position', place.toLowerCase()),
  ),
  setRange: onTyped([number, number], (self, start, end) =>
    setOption(setOption(self, 'vAxis.viewWindow.min', start), 'vAxis.viewWindow.max', end),
  ),
};

function axisRange(axis: string): Overload<EmbeddedScatterChartBuilder> {
  return onScatter([number, number], (self, start, end) =>
    setOption(setOption(self, `${axis}.viewWindow.min`, start), `${axis}.viewWindow.max`, end),
  );
}

/** Methods of the scatter chart's builder. */
export const scatterChartMethods: MethodTable<EmbeddedScatterChartBuilder> = {
  setXAxisRange: axisRange('hAxis'),
  setYAxisRange: axisRange('vAxis'),
};
