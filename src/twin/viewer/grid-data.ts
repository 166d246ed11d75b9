import type {
  ViewerBorderSides,
  ViewerCondition,
  ViewerRule,
  ViewerScale,
  ViewerScalePoint,
  ViewerSheet,
} from '../engine/viewer-data';
import { listColumns, listRows, placeBorders, toFigure } from './grid-lines';
import { Numbered } from './numbered';
import { fromKey, type GridCell, type GridSheet, type GridStyle, toGridStyle } from './grid-sheet';

interface Tables {
  readonly styles: Numbered<GridStyle>;
  readonly formats: Numbered<string>;
  readonly borders: Numbered<ViewerBorderSides>;
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
    rows: listRows(source),
    borders: placeBorders(source.borders, tables.borders),
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
  const tables: Tables = {
    styles: new Numbered(),
    formats: new Numbered(),
    borders: new Numbered(),
  };
  return {
    ...o_spreadsheet.helpers.createEmptyWorkbookData(),
    sheets: sheets.map((sheet) => toSheetData(sheet, tables, showHidden)),
    styles: tables.styles.byNumber,
    formats: tables.formats.byNumber,
    borders: tables.borders.byNumber,
    settings: { locale: findLocale(locale) },
  };
}
