import type { PersonalClass } from '../events/fields';
import type { Localized } from '../events/localized';
import type { ColumnDefinition, ColumnKind } from './definition';

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
  readonly widthPx?: number;
  readonly format?: string;
  readonly isWrapped?: true;
  readonly personal?: PersonalClass;
  readonly formula?: string;
}

/** One column; its width follows its kind unless given. */
export function column(
  id: string,
  kind: ColumnKind,
  texts: { readonly title: Localized; readonly note: Localized } & ColumnOptions,
): ColumnDefinition {
  return { widthPx: widthsPx[kind], ...texts, id, kind };
}
