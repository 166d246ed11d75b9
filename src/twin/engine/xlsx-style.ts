import type { Borders, ConditionalFormattingRule, Style } from 'exceljs';
import type { CellStyle, ConditionalRule } from '../spreadsheet/model';
import { toExcelFormula } from './xlsx-formula';

function toColor(color: string): { argb: string } {
  return { argb: `FF${color.replace('#', '').toUpperCase()}` };
}

function toFont(style: CellStyle): Partial<Style> {
  const { fontWeight, fontStyle, fontColor, fontSize, fontFamily } = style;
  if (!fontWeight && !fontStyle && !fontColor && !fontSize && !fontFamily) return {};
  return {
    font: {
      ...(fontFamily ? { name: fontFamily } : {}),
      ...(fontSize ? { size: fontSize } : {}),
      ...(fontColor ? { color: toColor(fontColor) } : {}),
      bold: fontWeight === 'bold',
      italic: fontStyle === 'italic',
    },
  };
}

function toAlignment({ horizontalAlignment, verticalAlignment, wrap }: CellStyle): Partial<Style> {
  if (!horizontalAlignment && !verticalAlignment && wrap !== 'WRAP') return {};
  return {
    alignment: {
      ...(horizontalAlignment ? { horizontal: horizontalAlignment } : {}),
      ...(verticalAlignment ? { vertical: verticalAlignment } : {}),
      wrapText: wrap === 'WRAP',
    },
  };
}

function toFill(color: string): Partial<Style> {
  const fill = { type: 'pattern', pattern: 'solid', fgColor: toColor(color) } as const;
  return { fill: { ...fill, bgColor: toColor(color) } };
}

/** Sheets writes literal text such as ` - ` bare in date formats; Excel reads it as well. */
export function toExcelStyle(style: CellStyle): Partial<Style> {
  return {
    ...(style.numberFormat ? { numFmt: style.numberFormat } : {}),
    ...toFont(style),
    ...toAlignment(style),
    ...(style.background ? toFill(style.background) : {}),
  };
}

type CellIsOperator = 'equal' | 'greaterThan' | 'lessThan' | 'between';
type TextOperator = 'containsText' | 'containsBlanks' | 'notContainsBlanks';

const CELL_OPERATORS: Readonly<Record<string, CellIsOperator>> = {
  NUMBER_BETWEEN: 'between',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_LESS_THAN: 'lessThan',
  TEXT_EQUAL_TO: 'equal',
};

const TEXT_OPERATORS: Readonly<Record<string, TextOperator>> = {
  CELL_EMPTY: 'containsBlanks',
  CELL_NOT_EMPTY: 'notContainsBlanks',
  TEXT_CONTAINS: 'containsText',
};

function quote(value: ConditionalRule['values'][number]): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && value.startsWith('=')) return value.slice(1);
  return `"${String(value).replaceAll('"', '""')}"`;
}

type ExcelRuleStyle = Partial<Pick<Style, 'fill' | 'font'>> & { border?: Partial<Borders> };

/** A conditional format rule for Excel; null for criteria it has no rule for. `priority` 1 wins. */
export function toExcelRule(
  { criteria, values, style, isBroken }: ConditionalRule,
  priority: number,
): ConditionalFormattingRule | null {
  const look: ExcelRuleStyle = toExcelStyle(style);
  const operator = CELL_OPERATORS[criteria];
  if (operator) {
    return { type: 'cellIs', operator, formulae: values.map(quote), style: look, priority };
  }
  const textOperator = TEXT_OPERATORS[criteria];
  if (textOperator) {
    const text = String(values[0] ?? '');
    return { type: 'containsText', operator: textOperator, text, style: look, priority };
  }
  if (criteria !== 'CUSTOM_FORMULA' || isBroken) return null;
  const formula = toExcelFormula(String(values[0] ?? ''));
  return formula === null
    ? null
    : { type: 'expression', formulae: [formula], style: look, priority };
}
