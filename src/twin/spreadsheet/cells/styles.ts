import type { Area, CellStyle } from '../model';
import { bottom, cellCount, holds, right } from './areas';
import { draftRow, isBlankRow, putExtra, type Extra, type RowDraft } from './row';
import type { SheetState } from './sheet-state';

/** Areas of at least so many cells keep their style as one layer, not in each cell. */
const layerCells = 500;

/** What a cell looks like when nothing was set. */
export const defaultStyle = {
  numberFormat: 'General',
  background: '#ffffff',
  fontColor: '#000000',
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontSize: 10,
  fontFamily: 'Arial',
  verticalAlignment: 'bottom',
  wrap: 'OVERFLOW',
  fontLine: 'none',
} as const satisfies CellStyle;

/** Properties to set; null goes back to the sheet's default. */
export type StylePatch = { readonly [K in keyof CellStyle]?: CellStyle[K] | null };

type RowEdit = (draft: RowDraft, row: number) => void;

/** Changes the rows of an area; those that do not exist are made. */
export function editRows(sheet: SheetState, area: Area, edit: RowEdit): void {
  for (let row = area.row; row <= bottom(area); row++) {
    const known = sheet.rowAt(row);
    const draft = draftRow(known);
    edit(draft, row);
    if (known || !isBlankRow(draft)) sheet.putRow(row, draft);
  }
}

/** Changes the rows of an area that exist; a change that only takes away needs no others. */
export function editKnownRows(sheet: SheetState, area: Area, edit: RowEdit): void {
  const rows = Math.min(bottom(area), sheet.rows.length) - area.row + 1;
  for (let row = area.row; row < area.row + rows; row++) {
    const known = sheet.rowAt(row);
    if (!known) continue;
    const draft = draftRow(known);
    edit(draft, row);
    sheet.putRow(row, draft);
  }
}

/** Gives an area a style. */
export function setStyle(sheet: SheetState, area: Area, patch: StylePatch): void {
  if (cellCount(area) < layerCells) {
    setCellStyles(sheet, area, () => patch);
    return;
  }
  forgetOwnStyles(sheet, area, Object.keys(patch));
  sheet.layers.add(area, resolvePatch(patch));
  sheet.changes.settings = true;
}

/** Gives each cell of an area its own patch; `patchAt` counts from 0. */
export function setCellStyles(
  sheet: SheetState,
  area: Area,
  patchAt: (row: number, column: number) => StylePatch,
): void {
  editRows(sheet, area, (draft, row) => {
    for (let column = area.column; column <= right(area); column++) {
      const patch = patchAt(row - area.row, column - area.column);
      patchCell({ sheet, draft, row, column }, patch);
    }
  });
}

/** One cell of a row being written. */
export interface DraftCell {
  readonly sheet: SheetState;
  readonly draft: RowDraft;
  readonly row: number;
  readonly column: number;
}

/** Gives one cell of a draft a patch; what the layers already say is not said again. */
export function patchCell({ sheet, draft, row, column }: DraftCell, patch: StylePatch): void {
  const shared = sheet.layers.styleAt(row, column);
  const extra: Extra = draft.extras?.[column - 1] ?? {};
  const own: Record<string, unknown> = { ...extra.style };
  for (const [key, value] of Object.entries(patch)) {
    delete own[key];
    const wanted = value ?? resetValue(shared, key);
    if (wanted !== undefined && wanted !== readKey(shared, key)) own[key] = wanted;
  }
  putExtra(draft, column, { ...extra, style: own });
}

/** Takes styles away from an area. */
export function clearStyle(sheet: SheetState, area: Area): void {
  editKnownRows(sheet, area, (draft) => dropStyles(draft, area, null));
  sheet.layers.clear(area);
  sheet.changes.settings = true;
}

function forgetOwnStyles(sheet: SheetState, area: Area, keys: readonly string[]): void {
  const last = Math.min(bottom(area), sheet.rows.length);
  for (let row = area.row; row <= last; row++) {
    const known = sheet.rowAt(row);
    if (!known?.extras?.some((extra, index) => extra?.style && holds(area, row, index + 1)))
      continue;
    const draft = draftRow(known);
    dropStyles(draft, area, keys);
    sheet.putRow(row, draft);
  }
}

function dropStyles(draft: RowDraft, area: Area, keys: readonly string[] | null): void {
  for (let column = area.column; column <= right(area); column++) {
    const extra = draft.extras?.[column - 1];
    if (!extra?.style) continue;
    const kept = Object.entries(extra.style).filter(
      ([key]) => keys !== null && !keys.includes(key),
    );
    putExtra(draft, column, { ...extra, style: Object.fromEntries(kept) });
  }
}

function resolvePatch(patch: StylePatch): CellStyle {
  return Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [key, value ?? readKey(defaultStyle, key)]),
  );
}

function resetValue(shared: CellStyle, key: string): unknown {
  return readKey(shared, key) === undefined ? undefined : readKey(defaultStyle, key);
}

function readKey(style: object, key: string): unknown {
  return Object.entries(style).find(([name]) => name === key)?.[1];
}
