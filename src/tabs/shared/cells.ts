import { isLongMark } from '../../projections/long-mark';
import { keep, type CellContent } from '../../sheets/definition';

/** A long text stands in its cell already; everything else is written as it is. */
export function textCell(value: unknown): CellContent {
  if (isLongMark(value)) return keep;
  return typeof value === 'string' ? value : null;
}

/** Several texts in one cell. */
export const joined = (texts: readonly string[] | null | undefined): CellContent =>
  isLongMark(texts) ? keep : (texts?.join(', ') ?? null);

const toSecond = (atMs: number): number => Math.floor(atMs / 1000) * 1000;

/**
 * Milliseconds between two moments as their cells show them, to the second; never negative (vendors round to whole seconds);
 * null when one is missing.
 */
export function span(
  fromMs: number | null | undefined,
  toMs: number | null | undefined,
): number | null {
  if (typeof fromMs !== 'number' || typeof toMs !== 'number') return null;
  return Math.max(0, toSecond(toMs) - toSecond(fromMs));
}
