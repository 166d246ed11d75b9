import type { Area } from '../model';

/** A named range as stored. */
export interface NamedArea {
  readonly sheetId: number;
  readonly area: Area;
}

/** Everything of a workbook beside its sheets. */
export interface WorkbookSettings {
  id: string;
  title: string;
  timeZone: string;
  locale: string;
  recalculation: string;
  /** Rises with each id given out: metadata, charts, bandings. */
  lastId: number;
  /** Something here, in the named ranges or in the metadata is not stored yet. */
  touched: boolean;
  /** Ids of sheets that were taken out since the last commit. */
  readonly goneSheetIds: Set<number>;
}
