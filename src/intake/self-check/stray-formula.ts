import { isMadeFrom } from '../../sheets/formula';
import { ourColumns, type OpenTab } from '../../sheets/open-tab';

/**
 * Takes formulas of ours out of columns that are the user's: a row was written in the very moment in which a column was put in. True when there
 * were any. What else slipped into such a column cannot be told from what the user writes there. Buffered; callers hold the lock.
 */
export function clearStrayFormulas(
  { tab, sheet, layout }: OpenTab,
  rows: readonly number[],
): boolean {
  const patterns = tab.columns.flatMap(({ formula }) => formula ?? []);
  if (patterns.length === 0) return false;
  const ours = new Set(ourColumns(tab, layout));
  const strays = rows.flatMap((row) => {
    const [written = []] = sheet.formulas({ row, column: 1, rows: 1, columns: sheet.maxColumns() });
    return written.flatMap((formula, index) => {
      const isStray =
        !ours.has(index + 1) && patterns.some((pattern) => isMadeFrom(pattern, formula));
      return isStray ? [{ row, column: index + 1 }] : [];
    });
  });
  for (const at of strays) sheet.write({ ...at, rows: 1, columns: 1 }, [['']]);
  return strays.length > 0;
}
