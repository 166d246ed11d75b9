import type { Language } from '../events/localized';
import type { CellLook, Sheet } from '../platform/services';
import { numberFormats } from './cells';
import { widthOf } from './columns';
import type { ColumnDefinition, ColumnKind } from './definition';
import { columnMark } from './layout';

/** How the cells of a header look. */
export const headerLook = {
  background: '#f1f3f4',
  fontColor: '#3c4043',
  isBold: true,
  isWrapped: true,
  verticalAlign: 'middle',
} as const;

/** Times and numbers stand in the middle: at the right they would touch the next text. */
const centred: ReadonlySet<ColumnKind> = new Set(['time', 'day', 'duration', 'formula', 'number']);

/** Where a column is dressed. */
export interface ColumnPlace {
  readonly language: Language;
  readonly column: number;
  readonly headerRow: number;
}

/** Gives a column of the tab's own its width, note, format and mark. */
export function dressColumn(sheet: Sheet, definition: ColumnDefinition, place: ColumnPlace): void {
  const { language, column, headerRow } = place;
  sheet.setColumnWidth(column, widthOf(definition.widthPx, language));
  if (definition.note[language] !== '') sheet.setNote(headerRow, column, definition.note[language]);
  sheet.setColumnLook({ fromRow: headerRow + 1, column, columns: 1 }, lookOf(definition));
  sheet.markColumn(column, columnMark, definition.id);
}

function lookOf({ kind, format, isWrapped }: ColumnDefinition): CellLook {
  const numberFormat = format ?? numberFormats[kind];
  return {
    ...(numberFormat === null ? {} : { numberFormat }),
    ...(centred.has(kind) ? { align: 'center' } : {}),
    ...(isWrapped === true ? { isWrapped } : {}),
  };
}
