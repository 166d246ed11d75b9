import type { CellValue } from '../platform/services';
import { columnLetter } from '../platform/column-letter';
import { call, cellOfTab, formula } from './formula';

/**
 * What a formula elsewhere shows of the first row of a tab and of its grid: so one read of such cells tells of all tabs what would
 * be a read of each. The formula follows its row when others are put above it, and its tab when that is renamed.
 */
export interface SeenTop {
  readonly row: number;
  /** Rows of the tab's grid. */
  readonly rows: number;
  /** Last row with a number of ours; 0 when there is none. */
  readonly lastNumberRow: number;
  /** Its cells as text, one for each column of the grid. */
  readonly header: readonly string[];
}

/** A sign that nobody types. */
const jointCode = 31;
const joint = String.fromCharCode(jointCode);

/** A search for it ends at the last number of a column. */
const beyondAll = '9999999999999';

/** The formula that shows it; the tab must be there already, its append numbers in that column. */
export function seenTopFormula(title: string, numberColumn: number): string {
  const letter = columnLetter(numberColumn);
  const numbers = cellOfTab(title, `$${letter}:$${letter}`);
  const line = cellOfTab(title, '$1:$1');
  const joined = call('CHAR', String(jointCode));
  const terms = [
    call('ROW', line),
    // Three columns: whoever deletes one of them does not break it.
    call('ROWS', cellOfTab(title, '$A:$C')),
    call('IFERROR', call('MATCH', beyondAll, numbers), '0'),
    call('TEXTJOIN', joined, 'FALSE', line),
  ];
  return formula(terms.join(`&${joined}&`));
}

/** Null for a cell that shows something else: there is no formula yet, or what it names is gone. */
export function readSeenTop(cell: CellValue): SeenTop | null {
  const [row = '', rows = '', last = '', ...header] = String(cell).split(joint);
  const isShown = [row, rows, last].every((text) => /^\d+$/.test(text));
  return isShown
    ? { row: Number(row), rows: Number(rows), lastNumberRow: Number(last), header }
    : null;
}
