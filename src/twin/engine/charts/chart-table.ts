import type {
  CellValue,
  ChartData,
  FormulaEngine,
  SheetView,
  WorkbookView,
} from '../../spreadsheet/model';
import { displayText } from '../../spreadsheet/values/number-formats';
import { numberOption, type OptionTree, textOption } from './options';

/** A charted cell: what it holds and what it shows. */
interface ChartCell {
  readonly value: CellValue;
  readonly text: string;
}

/** Labels down the side, and the series beside them. */
export interface ChartTable {
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly texts: readonly string[];
  }[];
}

/** What reading charted cells needs. */
export interface ChartReading {
  readonly workbook: WorkbookView;
  readonly engine: FormulaEngine;
}

type Matrix = readonly (readonly ChartCell[])[];

/** Which hidden lines are left out; Google leaves out hidden rows and columns unless told to show both. */
const skipped: Readonly<Record<string, readonly [rows: boolean, columns: boolean]>> = {
  IGNORE_ROWS: [true, false],
  IGNORE_COLUMNS: [false, true],
  SHOW_BOTH: [false, false],
};

const count = (length: number, first: number): number[] =>
  Array.from({ length }, (_, index) => first + index);

function readSource(
  { workbook, engine }: ChartReading,
  source: ChartData['sources'][number],
  strategy: string,
): Matrix {
  const sheet = workbook.sheets.find(({ id }) => id === source.sheetId);
  if (!sheet) return [];
  const [noHiddenRows, noHiddenColumns] = skipped[strategy] ?? [true, true];
  const { row, column, rows, columns } = source.area;
  const shownRows = count(rows, row).filter((at) => !(noHiddenRows && sheet.hiddenRows.has(at)));
  const shownColumns = count(columns, column).filter(
    (at) => !(noHiddenColumns && sheet.hiddenColumns.has(at)),
  );
  const read = (atRow: number, atColumn: number): ChartCell =>
    readCell({ sheet, engine, locale: workbook.locale }, atRow, atColumn);
  return shownRows.map((atRow) => shownColumns.map((atColumn) => read(atRow, atColumn)));
}

interface CellReading {
  readonly sheet: SheetView;
  readonly engine: FormulaEngine;
  readonly locale: string;
}

function readCell({ sheet, engine, locale }: CellReading, row: number, column: number): ChartCell {
  const cell = sheet.cell(row, column);
  const isFormula = cell?.formula !== undefined;
  const value = isFormula ? engine.evaluate(sheet.id, row, column) : (cell?.value ?? null);
  return { value, text: displayText(value, cell?.style?.numberFormat, locale) };
}

/** Ranges side by side, or one below the other. */
function join(parts: readonly Matrix[], isBelow: boolean): Matrix {
  if (isBelow) return parts.flat();
  const length = Math.max(0, ...parts.map((part) => part.length));
  return count(length, 0).map((index) => parts.flatMap((part) => part[index] ?? []));
}

function transpose(matrix: Matrix): Matrix {
  const [first = []] = matrix;
  return first.map((_, index) => matrix.map((line) => line[index] ?? blank));
}

const blank: ChartCell = { value: null, text: '' };
const toNumber = ({ value }: ChartCell): number | null =>
  typeof value === 'number' ? value : null;

/** Without a number of headers, the first line is one when the series begin with text or blank above a number. */
function countHeaders(matrix: Matrix, options: OptionTree): number {
  const told = numberOption(options, 'numHeaders');
  if (told !== null && told >= 0) return told;
  const [first = [], second = []] = matrix;
  const texts = first.slice(1).every(({ value }) => typeof value === 'string' && value !== '');
  return texts && second.slice(1).some((cell) => typeof cell.value !== 'string') ? 1 : 0;
}

/** Blank lines at the end are no part of a chart: ranges are often longer than what they hold. */
function dropBlankEnd(matrix: Matrix): Matrix {
  const isBlank = ({ value }: ChartCell): boolean => value === null || value === '';
  const last = matrix.findLastIndex((line) => !line.every(isBlank));
  return matrix.slice(0, last + 1);
}

/** Reads what a chart draws: the first column holds the labels, each further one a series. */
export function readTable(
  reading: ChartReading,
  chart: ChartData,
  options: OptionTree,
): ChartTable {
  const strategy = textOption(options, 'hiddenDimensionStrategy') ?? 'IGNORE_BOTH';
  const parts = chart.sources.map((source) => readSource(reading, source, strategy));
  const joined = join(parts, textOption(options, 'mergeStrategy') === 'MERGE_ROWS');
  const matrix = options.get('transpose') === true ? transpose(joined) : joined;
  const headers = countHeaders(matrix, options);
  const body = dropBlankEnd(matrix.slice(headers));
  const head = matrix[headers - 1] ?? [];
  const [firstLine = []] = body;
  const isAlone = firstLine.length === 1;
  const columns = count(firstLine.length - (isAlone ? 0 : 1), isAlone ? 0 : 1);
  return {
    labels: body.map((line) => (isAlone ? '' : (line[0]?.text ?? ''))),
    series: columns.map((column) => ({
      name: head[column]?.text ?? '',
      values: body.map((line) => toNumber(line[column] ?? blank)),
      texts: body.map((line) => line[column]?.text ?? ''),
    })),
  };
}
