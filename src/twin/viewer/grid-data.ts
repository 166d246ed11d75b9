import type {
  ViewerCondition,
  ViewerRule,
  ViewerScale,
  ViewerScalePoint,
  ViewerSheet,
} from '../engine/viewer-data';
import { fromKey, type GridCell, type GridSheet, type GridStyle, toGridStyle } from './grid-sheet';

/** Styles and formats by number, as the grid library's file format wants them. */
class Numbered<Item> {
  readonly byNumber: Record<number, Item> = {};
  readonly #numbers = new Map<string, number>();

  find(item: Item): number {
    const key = JSON.stringify(item);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(key, number);
    this.byNumber[number] = item;
    return number;
  }
}

interface Tables {
  readonly styles: Numbered<GridStyle>;
  readonly formats: Numbered<string>;
}

const LOCALES: Readonly<Record<string, object>> = {
  pt: { name: 'Português (Brasil)', code: 'pt_BR' },
  es: { name: 'Español', code: 'es_ES' },
};

/** Mexico and some of its neighbours write 1,234.5, the rest of Latin America 1.234,5. */
function findSigns(locale: string): object {
  const isComma = new Intl.NumberFormat(locale.replace('_', '-')).format(1.5).includes(',');
  return isComma
    ? { thousandsSeparator: '.', decimalSeparator: ',', formulaArgSeparator: ';' }
    : { thousandsSeparator: ',', decimalSeparator: '.', formulaArgSeparator: ',' };
}

function findLocale(locale: string): object {
  const base = { ...o_spreadsheet.constants.DEFAULT_LOCALE };
  const own = LOCALES[locale.slice(0, 2)];
  if (!own) return base;
  return {
    ...base,
    ...own,
    dateFormat: 'dd/mm/yyyy',
    timeFormat: 'hh:mm:ss',
    ...findSigns(locale),
  };
}

function toAddress(row: number, column: number): string {
  return o_spreadsheet.helpers.toXC(column - 1, row - 1);
}

interface PlacedCells {
  readonly cells: Record<string, string>;
  readonly styles: Record<string, number>;
  readonly formats: Record<string, number>;
}

function placeCells(
  cells: ReadonlyMap<number, GridCell>,
  { styles, formats }: Tables,
): PlacedCells {
  const contents: Record<string, string> = {};
  const styled: Record<string, number> = {};
  const formatted: Record<string, number> = {};
  for (const [key, { content, style, format }] of cells) {
    const { row, column } = fromKey(key);
    const address = toAddress(row, column);
    if (content !== '') contents[address] = content;
    if (style) styled[address] = styles.find(style);
    if (format !== '') formatted[address] = formats.find(format);
  }
  return { cells: contents, styles: styled, formats: formatted };
}

function placeBands(bands: ViewerSheet['bands'], { styles }: Tables): Record<string, number> {
  const zones: Record<string, number> = {};
  for (const { area, first, second } of bands) {
    for (let index = 0; index < area.rows; index += 1) {
      const row = area.row + index;
      const zone = `${toAddress(row, area.column)}:${toAddress(row, area.column + area.columns - 1)}`;
      zones[zone] = styles.find({ fillColor: index % 2 === 0 ? first : second });
    }
  }
  return zones;
}

/** The grid library wants a point's colour as a number. */
function toPoint({ type, color, value }: ViewerScalePoint): object {
  return { type, color: Number.parseInt(color.slice(1), 16), value };
}

function toScale({ minimum, midpoint, maximum }: ViewerScale): object {
  return {
    type: 'ColorScaleRule',
    minimum: toPoint(minimum),
    ...(midpoint ? { midpoint: toPoint(midpoint) } : {}),
    maximum: toPoint(maximum),
  };
}

function toCondition({ operator, values, style }: ViewerCondition): object {
  return { type: 'CellIsRule', operator, values, style: toGridStyle(style) };
}

function toRule(rule: ViewerRule, index: number): object {
  const drawn = 'minimum' in rule ? toScale(rule) : toCondition(rule);
  return { id: `rule-${index}`, ranges: rule.ranges, rule: drawn };
}

function toFigure({
  id,
  row,
  column,
  widthPx,
  heightPx,
  definition,
}: ViewerSheet['charts'][number]): object {
  return {
    id: `figure-${id}`,
    tag: 'chart',
    col: column - 1,
    row: row - 1,
    offset: { x: 0, y: 0 },
    width: widthPx,
    height: heightPx,
    data: { ...definition, chartId: `chart-${id}` },
  };
}

/** Width of a Sheets column that nobody changed. */
const DEFAULT_WIDTH_PX = 100;

function listColumns({
  columns: count,
  widths,
  hiddenColumns,
}: ViewerSheet): Record<number, object> {
  const columns: Record<number, { size?: number; isHidden?: boolean }> = {};
  for (let column = 0; column < count; column += 1) columns[column] = { size: DEFAULT_WIDTH_PX };
  for (const [column, size] of widths) columns[column - 1] = { size };
  for (const column of hiddenColumns) {
    columns[column - 1] = { ...columns[column - 1], isHidden: true };
  }
  return columns;
}

/** Rows that are not drawn (1-based): hidden in the sheet, or left out of a long one. */
export function listHiddenRows({ hiddenRows, omitted }: ViewerSheet): number[] {
  if (!omitted) return [...hiddenRows];
  const length = omitted.to - omitted.from + 1;
  return [...hiddenRows, ...Array.from({ length }, (_, index) => omitted.from + index)];
}

function hideRows(rows: readonly number[]): Record<number, object> {
  const headers: Record<number, object> = {};
  for (const row of rows) headers[row - 1] = { isHidden: true };
  return headers;
}

const FILTER_ONLY = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  styleId: 'None',
};

function toSheetData({ source, cells }: GridSheet, tables: Tables, showHidden: boolean): object {
  const placed = placeCells(cells, tables);
  const bands = placeBands(source.bands, tables);
  return {
    ...o_spreadsheet.helpers.createEmptySheet(String(source.id), source.title),
    ...placed,
    styles: { ...bands, ...placed.styles },
    rowNumber: source.rows,
    colNumber: source.columns,
    rows: hideRows(listHiddenRows(source)),
    cols: listColumns(source),
    merges: source.merges,
    conditionalFormats: source.rules.map(toRule),
    figures: source.charts.map(toFigure),
    tables: source.filter ? [{ range: source.filter, type: 'static', config: FILTER_ONLY }] : [],
    areGridLinesVisible: source.hasGridlines,
    isVisible: !source.hidden || showHidden,
    panes: { xSplit: source.frozenColumns, ySplit: source.frozenRows },
    ...(source.color ? { color: source.color } : {}),
  };
}

/** What the grid shows of the workbook. */
export interface GridContent {
  readonly sheets: readonly GridSheet[];
  readonly locale: string;
  readonly showHidden: boolean;
}

/** The workbook in the grid library's file format. */
export function toWorkbookData({ sheets, locale, showHidden }: GridContent): object {
  const tables: Tables = { styles: new Numbered(), formats: new Numbered() };
  return {
    ...o_spreadsheet.helpers.createEmptyWorkbookData(),
    sheets: sheets.map((sheet) => toSheetData(sheet, tables, showHidden)),
    styles: tables.styles.byNumber,
    formats: tables.formats.byNumber,
    settings: { locale: findLocale(locale) },
  };
}
