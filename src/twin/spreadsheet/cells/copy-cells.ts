import type { WrittenCell } from '../values/coerce';
import type { Area, CellValue } from '../model';
import { writeCell } from './contents';
import { draftRow, putExtra, type Extra, type Row } from './row';
import type { SheetState } from './sheet-state';
import { translateFormula } from '../values/formula-references';
import { patchCell, type DraftCell } from './styles';

/** What of the cells is copied. */
export interface CopyParts {
  readonly contents: boolean;
  /** Formulas become their last values. */
  readonly valuesOnly: boolean;
  readonly styles: boolean;
}

interface CopyFrom {
  readonly sheet: SheetState;
  readonly area: Area;
}

/** Copies cells to another place, repeated until the target is full; formulas move with their place. */
export function copyCells(from: CopyFrom, to: CopyFrom, parts: CopyParts): void {
  const rows = Math.max(from.area.rows, to.area.rows);
  const columns = Math.max(from.area.columns, to.area.columns);
  const sources = from.sheet.rows.slice(from.area.row - 1, from.area.row - 1 + from.area.rows);
  for (let down = 0; down < rows; down++) {
    const row = to.area.row + down;
    const draft = draftRow(to.sheet.rowAt(row));
    const source = sources[down % from.area.rows];
    for (let over = 0; over < columns; over++) {
      const target = { sheet: to.sheet, draft, row, column: to.area.column + over };
      const at = {
        row: from.area.row + (down % from.area.rows),
        column: from.area.column + (over % from.area.columns),
      };
      if (parts.contents) copyContents(readCell(source, at), target, parts.valuesOnly);
      if (!parts.styles) continue;
      patchCell(target, { ...noStyles, ...from.sheet.styleAt(at.row, at.column, source) });
    }
    to.sheet.putRow(row, draft);
  }
}

function copyContents(cell: CopiedCell, target: DraftCell, valuesOnly: boolean): void {
  const { draft, column } = target;
  writeCell(draft, column, moveContent(cell, target, valuesOnly));
  const { note: _note, ...rest } = draft.extras?.[column - 1] ?? {};
  const { note } = cell.extra;
  putExtra(draft, column, note === undefined ? rest : { ...rest, note });
}

const noStyles = {
  numberFormat: null,
  background: null,
  fontColor: null,
  fontWeight: null,
  fontStyle: null,
  fontSize: null,
  fontFamily: null,
  horizontalAlignment: null,
  verticalAlignment: null,
  wrap: null,
  fontLine: null,
} as const;

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface CopiedCell extends CellPlace {
  readonly value: CellValue;
  readonly extra: Extra;
}

function readCell(source: Row | undefined, at: CellPlace): CopiedCell {
  const index = at.column - 1;
  return { ...at, value: source?.values[index] ?? null, extra: source?.extras?.[index] ?? {} };
}

function moveContent(cell: CopiedCell, to: CellPlace, valuesOnly: boolean): WrittenCell {
  const { value, extra } = cell;
  if (extra.formula === undefined || valuesOnly) return { value };
  if (extra.isBroken) return { value: null, formula: extra.formula, isBroken: true };
  const formula = translateFormula(extra.formula, to.row - cell.row, to.column - cell.column);
  return { value: null, formula };
}
