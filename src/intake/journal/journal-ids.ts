import type { Journal } from './journal';
import { isNumber, type Rows } from './journal-lines';

/**
 * Ids of the requests in the last rows, to know a delivery that was journaled before its place in the waiting room was emptied; of
 * all rows, when the last ones are not the newest because the user sorted the journal.
 */
export function recentRequestIds(journal: Journal, count: number): ReadonlySet<string> {
  const last = journal.sheet.lastRow();
  const first = Math.max(1, last - count + 1);
  const isRecent = first === 1 || isInOrder(journal, { first, last });
  return readIds(journal, { first: isRecent ? first : 1, last });
}

function readIds({ sheet, columns }: Journal, { first, last }: Rows): ReadonlySet<string> {
  const column = columns.get('request');
  if (column === undefined || last < first) return new Set();
  const ids = sheet.read({ row: first, column, rows: last - first + 1, columns: 1 });
  return new Set(ids.map(([id]) => String(id)));
}

/** True when the numbers of these rows never fall and end with the highest one given. */
function isInOrder({ sheet, columns, saidNumber }: Journal, { first, last }: Rows): boolean {
  const column = columns.get('number');
  if (column === undefined) return false;
  const cells = sheet.read({ row: first, column, rows: last - first + 1, columns: 1 });
  const numbers = cells.flatMap(([cell = '']) => (isNumber(cell) ? [cell] : []));
  const rises = numbers.every(
    (number, index) => index === 0 || number >= (numbers[index - 1] ?? 0),
  );
  return rises && numbers[numbers.length - 1] === saidNumber;
}
