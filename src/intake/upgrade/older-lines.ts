import type { Services } from '../../platform/services';
import { workOffAndRecount } from '../books/recount';
import type { Journal, Line } from '../journal/journal';
import { linesAt, readColumn, readRequests } from '../journal/journal-lines';
import { lastNumberOf } from '../journal/journal-number';
import { sayLastNumber, updateLine } from '../journal/journal-write';
import { memoryOf, type Ledger } from '../repair/ledger';
import { hasBody } from '../replay/replay';
import { restOf } from '../replay/sweep-rest';
import type { SweepRest } from '../../settings/sweep-state';

/** Lines that one sweep takes at most. */
export const linesPerRun = 500;

/** Rows from the one named on, or fewer than one run takes, at the end. */
export const endOf = ({ sheet }: Journal): number => Math.max(1, sheet.lastRow() - linesPerRun + 1);

/** Lines from that row on that 0.1.0 wrote: it knew no column Linhas, where this code always says a number. */
export function findOlderLines(journal: Journal, firstRow: number): readonly Line[] {
  const told = readColumn(journal, 'rows', firstRow);
  // The first parts of a line may stand above.
  if (firstRow > 1 && told[0] === '') return findOlderLines(journal, 1);
  if (!told.includes('')) return [];
  const ids = readColumn(journal, 'request', firstRow);
  const older = ids.filter((id, index) => id !== '' && told[index] === '');
  const taken = new Set([...new Set(older)].slice(0, linesPerRun));
  return linesAt(
    journal,
    ids.flatMap((id, index) => (taken.has(id) ? [firstRow + index] : [])),
  );
}

/** Reads older lines with today's decoders, which says Linhas, too. Buffered: what is cut short is found again. */
export function readAnew(services: Services, ledger: Ledger, lines: readonly Line[]): SweepRest {
  const { journal } = ledger;
  const stored = readRequests(journal, lines.filter(hasBody));
  const rest = restOf(workOffAndRecount(services, stored, ledger));
  for (const line of lines) if (!hasBody(line)) updateLine(journal, line, { rows: 0 });
  return rest;
}

/**
 * Takes over lines that an old deployment wrote beside this code. It numbers them by their rows, so such a number may be another
 * line's, or lie below what is done and counted: they get the next numbers.
 */
export function takeOver(services: Services, ledger: Ledger, lines: readonly Line[]): SweepRest {
  const { journal, doneNumber } = ledger;
  const memory = memoryOf(services, ledger);
  let number = lastNumberOf(journal, { memory, doneNumber });
  const numbered = lines.map((line) => ({ ...line, number: (number += 1) }));
  const rest = readAnew(services, ledger, numbered);
  for (const line of numbered) updateLine(journal, line, { number: line.number });
  sayLastNumber(journal, number, memory);
  return rest;
}
