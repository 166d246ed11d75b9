import type { Language } from '../events/localized';
import type { Sheet } from '../platform/services';
import { numberFormats } from './cells';
import type { ColumnDefinition } from './definition';
import { columnMark } from './layout';

/** How the cells of a header look. */
export const headerLook = { background: '#1f2937', fontColor: '#ffffff', isBold: true } as const;

/** Where a column is dressed. */
export interface ColumnPlace {
  readonly language: Language;
  readonly column: number;
  readonly headerRow: number;
}

/** Gives a column of the tab's own its width, note, format and mark. */
export function dressColumn(sheet: Sheet, definition: ColumnDefinition, place: ColumnPlace): void {
  const { language, column, headerRow } = place;
  sheet.setColumnWidth(column, definition.widthPx);
  if (definition.note[language] !== '') sheet.setNote(headerRow, column, definition.note[language]);
  const numberFormat = numberFormats[definition.kind];
  const over = { fromRow: headerRow + 1, column, columns: 1 };
  if (numberFormat !== null) sheet.setColumnLook(over, { numberFormat });
  sheet.markColumn(column, columnMark, definition.id);
}
