import { parseObject } from '../../events/decode-record';
import { addMeasures, type GrowingSums, type Sums } from '../../measures/sums';
import type { CellValue, Sheet } from '../../platform/services';
import { numberIn } from '../../sheets/number-title';

/**
 * The ring of Movimentos: so many records stand in it, each in the row that its number gives it. Whoever has not been read when the
 * ring comes round is lost, and the days are counted anew.
 */
export const ringSize = 1000;
const firstRow = 2;
/** A cell holds 50,000 characters; what a hold adds beyond goes into a further record. */
const maxLength = 40_000;

/** Rows of a tab are scanned in blocks of so many; a record says of which block each of its sums is. */
export const blockRows = 10_000;
export const blockOf = (register: number, row: number): string =>
  `${register}.${Math.floor(row / blockRows)}`;

/** Sums by the block of the rows that they are of. */
export type Moves = ReadonlyMap<string, Sums>;

/** One record. */
export interface MoveRecord {
  readonly number: number;
  readonly moves: Moves;
  /** An earlier try at these rows may have been cut short, after it told a part: only counting anew tells the truth. */
  readonly isDoubtful: boolean;
}

const doubtKey = '!';

/** Writes what rows add, as records after the last one. Buffered. */
export function writeRecords(
  sheet: Sheet,
  last: number,
  { moves, isDoubtful }: Omit<MoveRecord, 'number'>,
): void {
  const texts = toTexts(moves, isDoubtful);
  texts.forEach((text, index) => {
    const number = last + 1 + index;
    const row = firstRow + (number % ringSize);
    sheet.write({ row, column: 1, rows: 1, columns: 2 }, [[number, `'${text}`]]);
  });
  const title = `# ${last + texts.length}`;
  sheet.write({ row: 1, column: 1, rows: 1, columns: 1 }, [[title]]);
}

function toTexts(moves: Moves, isDoubtful: boolean): readonly string[] {
  const entries = [...moves].flatMap(([block, sums]) =>
    [...sums].map(([key, measures]) => [block, key, measures] as const),
  );
  const texts: string[] = [];
  let open: Record<string, Record<string, unknown>> = isDoubtful ? { [doubtKey]: {} } : {};
  let length = 0;
  for (const [block, key, measures] of entries) {
    const size = JSON.stringify([block, key, measures]).length;
    if (length > 0 && length + size > maxLength) {
      texts.push(JSON.stringify(open));
      [open, length] = [{}, 0];
    }
    open[block] = { ...open[block], [key]: measures };
    length += size;
  }
  return [...texts, JSON.stringify(open)];
}

/** The ring as it stands: the highest number given, and the records that are there. */
export interface Ring {
  readonly last: number;
  readonly records: ReadonlyMap<number, MoveRecord>;
}

/** Reads the records above a number. One call. */
export function readRing(sheet: Sheet, after: number): Ring {
  const rows = Math.min(firstRow + ringSize - 1, sheet.maxRows());
  const cells = sheet.read({ row: 1, column: 1, rows, columns: 2 });
  const last = readLast(cells[0]?.[0]);
  const records = cells
    .slice(1)
    .flatMap(([number = '', text = '']) =>
      typeof number === 'number' && number > after && number <= last
        ? [[number, readRecord(number, text)] as const]
        : [],
    );
  return { last, records: new Map(records) };
}

/** The highest number given, out of the header's cell. */
export const readLast = (title: CellValue | undefined): number =>
  numberIn(String(title ?? '')) ?? 0;

function readRecord(number: number, text: CellValue): MoveRecord {
  const blocks = parseObject(String(text));
  const moves = Object.entries(blocks)
    .filter(([block]) => block !== doubtKey)
    .map(([block, keys]) => [block, readSums(keys)] as const);
  return { number, moves: new Map(moves), isDoubtful: doubtKey in blocks };
}

function readSums(keys: unknown): Sums {
  const sums: GrowingSums = new Map();
  for (const [key, measures] of entriesOf(keys)) addMeasures(sums, [key, readMeasures(measures)]);
  return sums;
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries<unknown>({ ...value }) : [];

/** The named numbers in what was read; what is none is left out. */
export function readMeasures(value: unknown): Readonly<Record<string, number>> {
  const entries = entriesOf(value).flatMap(([name, number]) =>
    typeof number === 'number' ? [[name, number] as const] : [],
  );
  return Object.fromEntries(entries);
}
