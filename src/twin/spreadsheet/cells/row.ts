import type { CellStyle, CellValue, TextRun } from '../model';

/** What a cell has beside its value. Extras that hold only a style are shared between cells (see `internStyle`). */
export interface Extra {
  /** In en-US syntax, or as written when it is broken. */
  readonly formula?: string;
  readonly isBroken?: true;
  readonly style?: CellStyle;
  readonly note?: string;
  /** Parts of the text with looks of their own. */
  readonly runs?: readonly TextRun[];
}

/** One row of cells, index 0 = column A. Never changed once a sheet holds it: writers make a copy. */
export interface Row {
  readonly values: readonly CellValue[];
  readonly extras: readonly (Extra | undefined)[] | null;
}

/** A row being written. */
export interface RowDraft {
  values: CellValue[];
  extras: (Extra | undefined)[] | null;
}

/** A draft that starts as a copy of a row. */
export function draftRow(row: Row | undefined): RowDraft {
  return { values: row ? [...row.values] : [], extras: row?.extras ? [...row.extras] : null };
}

/** Puts a value in a draft; the values stay without holes. */
export function putValue(draft: RowDraft, column: number, value: CellValue): void {
  while (draft.values.length < column) draft.values.push(null);
  draft.values[column - 1] = value;
}

const sharedStyles = new Map<string, Extra>();

/** One shared extra for each style there is. */
function internStyle(style: CellStyle): Extra {
  const key = JSON.stringify(style);
  const known = sharedStyles.get(key);
  if (known) return known;
  const extra: Extra = Object.freeze({ style: Object.freeze({ ...style }) });
  sharedStyles.set(key, extra);
  return extra;
}

/** The extra in its smallest form: undefined when it says nothing. */
export function packExtra(extra: Extra): Extra | undefined {
  const { formula, isBroken, note, runs } = extra;
  const style = extra.style && Object.keys(extra.style).length > 0 ? extra.style : undefined;
  if (formula === undefined && note === undefined && runs === undefined)
    return style && internStyle(style);
  return {
    ...(formula === undefined ? {} : { formula }),
    ...(isBroken ? { isBroken } : {}),
    ...(style ? { style } : {}),
    ...(note === undefined ? {} : { note }),
    ...(runs === undefined ? {} : { runs }),
  };
}

/** Puts an extra in a draft, or takes it away. */
export function putExtra(draft: RowDraft, column: number, extra: Extra): void {
  const packed = packExtra(extra);
  if (!packed && !draft.extras?.[column - 1]) return;
  const extras = (draft.extras ??= []);
  while (extras.length < column) extras.push(undefined);
  extras[column - 1] = packed;
}

/** The last column with a value or a formula; 0 for none. */
export function contentWidth(row: Row | undefined): number {
  if (!row) return 0;
  let width = row.values.length;
  while (width > 0 && row.values[width - 1] === null) width--;
  let formulas = row.extras?.length ?? 0;
  while (formulas > width && row.extras?.[formulas - 1]?.formula === undefined) formulas--;
  return Math.max(width, formulas);
}

/** Whether the row says anything at all, styles and notes included. */
export function isBlankRow(row: Row): boolean {
  return contentWidth(row) === 0 && !row.extras?.some((extra) => extra !== undefined);
}
