import { FormatLayers } from './format-layers';
import { draftRow } from './row';
import type { SheetState } from './sheet-state';
import { growGrid } from './structure';

/** Copies cells, styles and settings of a sheet into a new one; protections and charts stay behind. */
export function copySheet(from: SheetState, to: SheetState): void {
  growGrid(to, from.maxRows, from.maxColumns);
  to.hidden = from.hidden;
  to.tabColor = from.tabColor;
  to.frozenRows = from.frozenRows;
  to.frozenColumns = from.frozenColumns;
  to.columnWidths = new Map(from.columnWidths);
  to.rowHeights = new Map(from.rowHeights);
  to.hiddenColumns = new Set(from.hiddenColumns);
  to.hiddenRows = new Set(from.hiddenRows);
  to.conditionalRules = from.conditionalRules;
  to.bandings = from.bandings.map((banding) => ({ ...banding, id: `${banding.id}.${to.id}` }));
  to.filter = from.filter;
  to.merges = from.merges;
  to.validations = from.validations;
  to.borders = from.borders;
  to.hiddenGridlines = from.hiddenGridlines;
  to.layers = new FormatLayers(from.layers.toJson());
  from.rows.forEach((row, index) => {
    if (row) to.putRow(index + 1, draftRow(row));
  });
}
