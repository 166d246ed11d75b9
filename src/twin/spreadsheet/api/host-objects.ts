import { HostObject } from '../../runtime/host-object';
import type { Area } from '../model';
import type { Session } from '../session';

/** `SpreadsheetApp`. The methods of these classes are installed by the tables beside this file. */
export class SpreadsheetApp extends HostObject {
  constructor(readonly _session: Session) {
    super();
  }
}

/** The spreadsheet the script is bound to. */
export class Spreadsheet extends HostObject {
  constructor(readonly _session: Session) {
    super();
  }
}

/** One sheet, by id. */
export class Sheet extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _id: number,
  ) {
    super();
  }
}

/** A rectangle of a sheet. It stands for positions, not for cells: rows put in above do not move it. */
export class Range extends HostObject {
  constructor(
    readonly _session: Session,
    readonly _sheetId: number,
    readonly _area: Area,
  ) {
    super();
  }
}

/** Several ranges of one sheet. */
export class RangeList extends HostObject {
  constructor(readonly _ranges: readonly Range[]) {
    super();
  }
}
