import type { ExcelFile, Reckoned, Result } from './excel-file';

/** A formula that came to something else elsewhere. */
interface Difference extends Reckoned {
  readonly theirs: Result;
}

export interface Comparison {
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Formulas that tell how long a sheet is: an Excel file's sheets have a length of their own. */
  readonly skipped: number;
}

/** Compares what the formulas of the first file came to with the same cells of the second. */
export function compare(ours: ExcelFile, theirs: ExcelFile): Comparison {
  const comparable = ours.formulas.filter(({ formula }) => !formula.includes('ROWS('));
  const differences = comparable
    .map((one) => ({ ...one, theirs: theirs.resultAt(one.place) }))
    .filter(({ result, theirs: other }) => !isSame(result, other));
  return {
    compared: comparable.length,
    differences,
    skipped: ours.formulas.length - comparable.length,
  };
}

function isSame(a: Result, b: Result): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

/** The present by which a file was reckoned, as a serial number. */
export function presentOf({ formulas, resultAt }: ExcelFile): number {
  const now = formulas.find(({ formula }) => /^NOW\(\)\+\$?[A-Z]+\$?\d+$/.test(formula));
  if (now === undefined) throw new Error('No formula tells the present.');
  const [, sheet = ''] = /^(.*)!/.exec(now.place) ?? [];
  const correction = resultAt(`${sheet}!${now.formula.slice('NOW()+'.length).replaceAll('$', '')}`);
  return Number(now.result) - Number(correction);
}
