import type { PersonalClass } from '../events/fields';
import type { Language, Localized } from '../events/localized';
import type { ColumnDefinition, ColumnKind, WidthPx } from './definition';

const widthsPx: Readonly<Record<ColumnKind, number>> = {
  text: 140,
  flag: 90,
  number: 90,
  time: 160,
  day: 100,
  duration: 110,
  formula: 90,
};

interface ColumnOptions {
  readonly widthPx?: WidthPx;
  readonly format?: string;
  readonly isWrapped?: true;
  readonly personal?: PersonalClass;
  readonly formula?: string;
}

/** How wide a column is in the user's language: the words above it are. */
export const widthOf = (width: WidthPx, language: Language): number =>
  typeof width === 'number' ? width : (width[language] ?? width.en);

/** One column; its width follows its kind unless given. */
export function column(
  id: string,
  kind: ColumnKind,
  texts: { readonly title: Localized; readonly note: Localized } & ColumnOptions,
): ColumnDefinition {
  return { widthPx: widthsPx[kind], ...texts, id, kind };
}
