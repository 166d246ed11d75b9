import type { Sheet } from '../../platform/services';
import type { Journal } from './journal';
import { highestNumber } from './journal-lines';
import { readMemory } from '../../settings/journal-memory';

/** Where else the highest number may be known from. */
export interface NumberSources {
  /** The hidden sheet of Ajustes; null when it is gone. */
  readonly memory: Sheet | null;
  /** Up to which number the sweep has worked. */
  readonly doneNumber: number;
}

/**
 * The highest number that was given to a line, deleted ones too: no number is given twice. The journal's header says it; when that
 * is gone, the lines that are there and the hidden cell do.
 */
export function lastNumberOf(journal: Journal, { memory, doneNumber }: NumberSources): number {
  const said =
    journal.saidNumber ??
    Math.max(highestNumber(journal), memory === null ? 0 : readMemory(memory).lastNumber);
  return Math.max(said, doneNumber);
}
