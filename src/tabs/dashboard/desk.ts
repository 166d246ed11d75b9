import type { Language } from '../../events/localized';
import type { Area, CellLook, Sheet } from '../../platform/services';
import type { BoardText } from './labels';
import { metricOf } from './metrics';

export const colors = {
  ink: '#202124',
  secondary: '#5f6368',
  hairline: '#e8eaed',
  input: '#f1f3f4',
  green: '#0d652d',
  red: '#a50e0e',
} as const;

export const headLook: CellLook = { fontColor: colors.secondary, sizePt: 9 };

/** The tab that is being made, and its language. */
export interface Desk {
  readonly sheet: Sheet;
  readonly say: (id: BoardText) => string;
  readonly language: Language;
}

/** What a number counts, as the note of the text beside it. */
export function explain({ sheet, language }: Desk, { row, column }: Area, id: BoardText): void {
  const metric = metricOf(id);
  if (metric !== null) sheet.setNote(row, column, metric[language]);
}

/** Writes the first cell of an area. */
export const put = (sheet: Sheet, at: Area, value: string | number): void =>
  sheet.write({ ...at, rows: 1, columns: 1 }, [[value]]);
