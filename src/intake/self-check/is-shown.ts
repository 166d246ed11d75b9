import { toCell } from '../../sheets/cells';
import type { CellValue } from '../../platform/services';
import { keep, type CellContent, type ColumnKind } from '../../sheets/definition';

/** Minutes by which the wall clocks of the settings and of the spreadsheet are ahead of UTC. */
export interface Offsets {
  readonly ours: number;
  readonly sheets: number;
}

const dayMs = 86_400_000;
const epochSerial = 25_569;
const hourMs = 3_600_000;
const toleranceMs = 1500;

/**
 * Whether a cell, as it was read, shows this content. Not asked of formulas, of long texts that only stand in their cell, nor of
 * durations (they follow from the times, and are read as dates of 1899). Google gives dates as moments in the spreadsheet's zone,
 * whose summer time is not known here, so an hour's difference is none; neither are blanks, or the form of a number.
 */
export function isShown(
  cell: CellValue,
  { kind, content }: { readonly kind: ColumnKind; readonly content: CellContent | undefined },
  offsets: Offsets,
): boolean {
  if (content === keep || kind === 'formula' || kind === 'duration') return true;
  const wanted = toCell(kind, content, offsets.ours);
  if (typeof wanted === 'number' && kind !== 'number' && cell !== '') {
    const apartMs = Math.abs(momentOf(Number(cell), offsets) - momentOf(wanted, offsets));
    return apartMs < toleranceMs || Math.abs(apartMs - hourMs) < toleranceMs;
  }
  return plain(wanted, true) === plain(cell, false);
}

/** Whether a cell holds one of the long texts that begin so; taken for granted where nobody knows how they do. */
export const isTextKept = (cell: CellValue, beginnings: readonly string[] = []): boolean =>
  beginnings.length === 0 ||
  beginnings.some((beginning) => plain(cell, false).startsWith(plain(beginning, false)));

/** Serial numbers are days and small, moments are epoch ms. */
const momentOf = (value: number, { sheets }: Offsets): number =>
  Math.abs(value) < dayMs ? (value - epochSerial) * dayMs - sheets * 60_000 : value;

/** What we write has an apostrophe before texts that Sheets might take for something else. */
function plain(cell: CellValue, isWritten: boolean): string {
  const text = cell === false ? '' : String(cell);
  return (isWritten ? text.replace(/^'/, '') : text).replace(/\s+/g, ' ').trim();
}
