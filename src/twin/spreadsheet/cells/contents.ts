import { coerceInput, keepFormula, type WrittenCell, type WritingRules } from '../values/coerce';
import { isAutomaticFormat } from '../values/number-formats';
import type { Area, CellStyle, CellValue, TextRun } from '../model';
import { right } from './areas';
import { putExtra, putValue, type RowDraft } from './row';
import { editKnownRows, editRows, patchCell, type DraftCell } from './styles';
import type { SheetState } from './sheet-state';

/** How values are written. */
export interface ContentWriting extends WritingRules {
  /** `appendRow` takes no notice of number formats set before. */
  readonly ignoreFormats?: boolean;
}

/** Values to write, and how. */
export interface ContentInput {
  readonly inputs: readonly (readonly unknown[])[];
  readonly writing: ContentWriting;
}

/** Writes values as typed into an area; the matrix has the area's shape. */
export function writeInputs(
  sheet: SheetState,
  area: Area,
  { inputs, writing }: ContentInput,
): void {
  editRows(sheet, area, (draft, row) => {
    const line = inputs[row - area.row] ?? [];
    for (let column = area.column; column <= right(area); column++) {
      writeInput({ sheet, draft, row, column }, line[column - area.column], writing);
    }
  });
}

function writeInput(place: DraftCell, input: unknown, writing: ContentWriting): void {
  const { sheet, draft } = place;
  const own: CellStyle | undefined = draft.extras?.[place.column - 1]?.style;
  const preset = own?.numberFormat ?? sheet.layers.styleAt(place.row, place.column).numberFormat;
  const format = writing.ignoreFormats ? undefined : preset;
  const written = coerceInput(input, format, writing);
  writeCell(draft, place.column, written);
  if (written.value === null && written.formula === undefined) return;
  if (isAutomaticFormat(format) && written.format !== undefined) {
    patchCell(place, { numberFormat: written.format });
  } else if (writing.ignoreFormats && !isAutomaticFormat(preset)) {
    patchCell(place, { numberFormat: null });
  }
}

/** Puts a value or a formula in a draft; note and style stay. */
export function writeCell(draft: RowDraft, column: number, written: WrittenCell): void {
  if (written.value !== null || column <= draft.values.length) {
    putValue(draft, column, written.value);
  }
  const extra = draft.extras?.[column - 1];
  const keepsExtra = extra?.formula === undefined && extra?.runs === undefined;
  if (keepsExtra && written.formula === undefined) return;
  const { formula: _formula, isBroken: _isBroken, runs: _runs, ...rest } = extra ?? {};
  const { value: _value, format: _format, ...kept } = written;
  putExtra(draft, column, { ...rest, ...kept });
}

/** Formulas to write, and how. */
export interface FormulaInput {
  readonly formulas: readonly (readonly string[])[];
  readonly writing: WritingRules;
}

/** Writes formulas; a blank text clears the cell, a text without `=` gets one. */
export function writeFormulas(
  sheet: SheetState,
  area: Area,
  { formulas, writing }: FormulaInput,
): void {
  editRows(sheet, area, (draft, row) => {
    for (let column = area.column; column <= right(area); column++) {
      const text = formulas[row - area.row]?.[column - area.column] ?? '';
      const formula = text.startsWith('=') ? text : `=${text}`;
      writeCell(draft, column, text === '' ? { value: null } : keepFormula(formula, writing));
    }
  });
}

/** Gives parts of a cell's text looks of their own; the next write of a value takes them away. */
export function putRuns(
  sheet: SheetState,
  { row, column }: { readonly row: number; readonly column: number },
  runs: readonly TextRun[],
): void {
  editRows(sheet, { row, column, rows: 1, columns: 1 }, (draft) => {
    const { runs: _runs, ...rest } = draft.extras?.[column - 1] ?? {};
    putExtra(draft, column, runs.length > 0 ? { ...rest, runs } : rest);
  });
}

/** Takes values and formulas away. */
export function clearContents(sheet: SheetState, area: Area): void {
  const clear = (draft: RowDraft): void => {
    const last = Math.min(right(area), Math.max(draft.values.length, draft.extras?.length ?? 0));
    for (let column = area.column; column <= last; column++) {
      writeCell(draft, column, { value: null });
    }
  };
  editKnownRows(sheet, area, clear);
}

/** Sets notes; null or a blank text takes one away. */
export function writeNotes(
  sheet: SheetState,
  area: Area,
  noteAt: (row: number, column: number) => string | null,
): void {
  editRows(sheet, area, (draft, row) => {
    for (let column = area.column; column <= right(area); column++) {
      const { note: _note, ...rest } = draft.extras?.[column - 1] ?? {};
      const note = noteAt(row - area.row, column - area.column);
      putExtra(draft, column, note ? { ...rest, note } : rest);
    }
  });
}

/** Takes notes away. */
export function clearNotes(sheet: SheetState, area: Area): void {
  editKnownRows(sheet, area, (draft) => {
    const last = Math.min(right(area), draft.extras?.length ?? 0);
    for (let column = area.column; column <= last; column++) {
      const { note: _note, ...rest } = draft.extras?.[column - 1] ?? {};
      putExtra(draft, column, rest);
    }
  });
}

/** Puts a value in the cells that hold none. */
export function fillBlanks(sheet: SheetState, area: Area, value: CellValue): void {
  editRows(sheet, area, (draft) => {
    for (let column = area.column; column <= right(area); column++) {
      const filled = (draft.values[column - 1] ?? null) !== null;
      if (filled || draft.extras?.[column - 1]?.formula !== undefined) continue;
      putValue(draft, column, value);
    }
  });
}
