import { HostObject } from '../../runtime/host-object';
import type { ChartData } from '../model';
import type { Session } from '../session';

/** A chart as a builder made it or a sheet gave it; changes need `modify()` and `updateChart`. */
export class EmbeddedChart extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _sheetId: number,
    readonly _data: ChartData,
  ) {
    super();
  }
}

/** Where a chart stands. */
export class ContainerInfo extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _sheetId: number,
    readonly _data: ChartData,
  ) {
    super();
  }
}

/** Options of a chart. */
export class ChartOptions extends HostObject {
  constructor(readonly _data: ChartData) {
    super();
  }
}

/** Builds a chart of any type. */
export class EmbeddedChartBuilder extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _sheetId: number,
    public _data: ChartData,
  ) {
    super();
  }
}

/** Builds a chart of a known type: title, colours, axes and the like can be set only here. */
export class EmbeddedTypedChartBuilder extends EmbeddedChartBuilder {}

/** Builds a scatter chart, the only one whose horizontal axis has a range. */
export class EmbeddedScatterChartBuilder extends EmbeddedTypedChartBuilder {}
