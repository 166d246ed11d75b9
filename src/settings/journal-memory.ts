import type { CellValue, Sheet } from '../platform/services';
import { areaOf, writeHidden } from './hidden-cells';

/**
 * What is remembered of the journal in hidden cells of Ajustes, and moves in the same flush as what it is about:
 * the number that Falhas and Saúde have counted up to, the highest number given, and the numbers that are missing.
 */
export interface JournalMemory {
  /** Null when the cell is blank (the tab is new). */
  readonly counted: number | null;
  readonly lastNumber: number;
  readonly missing: readonly Gap[];
}

/** Numbers of lines that were given and are nowhere in the journal, and when that was noticed. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly sinceMs: number;
}

export const readMemory = (settingsSheet: Sheet): JournalMemory =>
  memoryIn(settingsSheet.read(areaOf('counted', 'done')));

/** The same out of the cells from `counted` to `done`. */
export function memoryIn(cells: readonly (readonly CellValue[])[]): JournalMemory {
  const [[counted = ''] = [], , [last = ''] = [], [missing = ''] = [], [done = ''] = []] = cells;
  return {
    counted: typeof counted === 'number' ? counted : null,
    lastNumber: Math.max(typeof last === 'number' ? last : 0, parseInt(String(done), 10) || 0),
    missing: readGaps(String(missing)),
  };
}

export function writeCounted(settingsSheet: Sheet, number: number): void {
  writeHidden(settingsSheet, 'counted', number);
}

export function writeLastNumber(settingsSheet: Sheet, number: number): void {
  writeHidden(settingsSheet, 'lastNumber', number);
}

export function writeMissing(settingsSheet: Sheet, gaps: readonly Gap[]): void {
  const text = gaps.map(({ from, to, sinceMs }) => `${from}-${to}@${sinceMs}`).join(' ');
  writeHidden(settingsSheet, 'missing', text === '' ? '' : `'${text}`);
}

function readGaps(text: string): readonly Gap[] {
  return text.split(' ').flatMap((word) => {
    const [, from, to, sinceMs] = /^(\d+)-(\d+)@(\d+)$/.exec(word) ?? [];
    return sinceMs === undefined
      ? []
      : [{ from: Number(from), to: Number(to), sinceMs: Number(sinceMs) }];
  });
}

/** How many numbers are missing. */
export function countMissing(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

export const isMissing = (gaps: readonly Gap[], number: number): boolean =>
  gaps.some(({ from, to }) => from <= number && number <= to);

/** How long a missing line is told: as long as the journal would have kept it. */
const toldForMs = 7 * 86_400_000;
/** A cell holds no more than that. */
const maxGaps = 1000;

/** What is missing from now on: without what came back and what was told long enough, with what is missed now. */
export function renewGaps(
  known: readonly Gap[],
  { back, lost, nowMs }: { back: readonly number[]; lost: readonly number[]; nowMs: number },
): readonly Gap[] {
  const isBack = new Set(back);
  const kept = known
    .filter(({ sinceMs }) => nowMs - sinceMs < toldForMs)
    .flatMap((gap) =>
      toGaps(
        numbersOf(gap).filter((number) => !isBack.has(number)),
        gap.sinceMs,
      ),
    );
  return [...kept, ...toGaps(lost, nowMs)].slice(-maxGaps);
}

const numbersOf = ({ from, to }: Gap): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_unused, index) => from + index);

function toGaps(numbers: readonly number[], sinceMs: number): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const number of numbers) {
    const last = gaps[gaps.length - 1];
    if (last !== undefined && last.to + 1 === number)
      gaps[gaps.length - 1] = { ...last, to: number };
    else gaps.push({ from: number, to: number, sinceMs });
  }
  return gaps;
}
