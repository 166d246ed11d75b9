import type { GridSheet } from './grid-sheet';

/** Width of the grid's row numbers and of its scroll bar. */
const framePx = 48 + 18;
const defaultWidthPx = 100;
/** What the grid library takes. */
const zooms = { least: 0.5, most: 2 } as const;

/** Width of all columns of a sheet that are drawn. */
function sumWidths({ source }: GridSheet): number {
  const widths = new Map(source.widths);
  const hidden = new Set(source.hiddenColumns);
  return Array.from({ length: source.columns }, (_, index) => index + 1)
    .filter((column) => !hidden.has(column))
    .reduce((sum, column) => sum + (widths.get(column) ?? defaultWidthPx), 0);
}

/** How much a sheet is enlarged so that its columns fill a width; never made smaller: what is wider scrolls. */
export function chooseZoom(sheet: GridSheet, widthPx: number): number {
  const zoom = (widthPx - framePx) / sumWidths(sheet);
  return Math.min(zooms.most, Math.max(1, Math.floor(zoom * 100) / 100));
}

/** Shows the sheet alone, as large as the screen; a second time, as before. */
export async function toggleWall(isOn: boolean): Promise<void> {
  document.body.classList.toggle('wall', isOn);
  if (isOn) await document.documentElement.requestFullscreen().catch(() => undefined);
  else if (document.fullscreenElement) await document.exitFullscreen();
  window.dispatchEvent(new Event('resize'));
}
