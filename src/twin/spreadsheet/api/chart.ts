import { EnumValue } from '../../runtime/host-object';
import type { ChartData } from '../model';
import { hostOf, string } from './arguments';
import { rangesOf } from './chart-builder';
import { ChartOptions, ContainerInfo, EmbeddedChart, EmbeddedChartBuilder } from './chart-objects';
import type { Sheet } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { change, readState } from './sheet-basics';

const on = signaturesOf<EmbeddedChart>();
const onContainer = signaturesOf<ContainerInfo>();
const onOptions = signaturesOf<ChartOptions>();
const onSheet = signaturesOf<Sheet>();
const blankChart: ChartData = {
  id: '',
  type: 'COLUMN',
  sources: [],
  row: 1,
  column: 1,
  options: {},
};

/** A chart. */
export const chartMethods: MethodTable<EmbeddedChart> = {
  getChartId: on([], ({ _data }) => (_data.id === '' ? null : Number(_data.id))),
  getId: on([], ({ _data }) => _data.id),
  getType: on([], ({ _data }) => new EnumValue('ChartType', _data.type)),
  getRanges: on([], rangesOf),
  getOptions: on([], ({ _data }) => new ChartOptions(_data)),
  getContainerInfo: on(
    [],
    ({ _session, _sheetId, _data }) => new ContainerInfo(_session, _sheetId, _data),
  ),
  modify: on(
    [],
    ({ _session, _sheetId, _data }) => new EmbeddedChartBuilder(_session, _sheetId, _data),
  ),
};

/** Where a chart stands. */
export const containerMethods: MethodTable<ContainerInfo> = {
  getAnchorRow: onContainer([], ({ _data }) => _data.row),
  getAnchorColumn: onContainer([], ({ _data }) => _data.column),
  getOffsetX: onContainer([], ({ _data }) => _data.options['offsetX'] ?? 0),
  getOffsetY: onContainer([], ({ _data }) => _data.options['offsetY'] ?? 0),
};

/** Options of a chart. */
export const chartOptionMethods: MethodTable<ChartOptions> = {
  get: onOptions([string], ({ _data }, name) => _data.options[name] ?? null),
};

function insertChart(sheet: Sheet, chart: EmbeddedChart): void {
  const { _session: session } = sheet;
  const id = String(session.workbook.nextId());
  change(sheet, (state) => {
    state.charts = [...state.charts, { ...chart._data, id }];
  });
}

function updateChart(sheet: Sheet, chart: EmbeddedChart): void {
  mustHave(sheet, chart);
  change(sheet, (state) => {
    state.charts = state.charts.map((one) => (one.id === chart._data.id ? chart._data : one));
  });
}

function removeChart(sheet: Sheet, chart: EmbeddedChart): void {
  mustHave(sheet, chart);
  change(sheet, (state) => {
    state.charts = state.charts.filter(({ id }) => id !== chart._data.id);
  });
}

function mustHave(sheet: Sheet, chart: EmbeddedChart): void {
  if (readState(sheet).charts.some(({ id }) => id === chart._data.id)) return;
  throw new Error('Embedded chart not found on this sheet.');
}

/** Charts of a sheet. */
export const sheetChartMethods: MethodTable<Sheet> = {
  newChart: onSheet([], ({ _session, _id }) => new EmbeddedChartBuilder(_session, _id, blankChart)),
  getCharts: onSheet([], (sheet) =>
    readState(sheet).charts.map((data) => new EmbeddedChart(sheet._session, sheet._id, data)),
  ),
  insertChart: onSheet([hostOf(EmbeddedChart)], insertChart),
  updateChart: onSheet([hostOf(EmbeddedChart)], updateChart),
  removeChart: onSheet([hostOf(EmbeddedChart)], removeChart),
};
