import type { ConditionalRule, GradientPoint } from '../spreadsheet/model';
import { areaToA1 } from '../spreadsheet/a1';
import type { ViewerRule, ViewerScale, ViewerScalePoint } from './viewer-data';

/** `SpreadsheetApp.BooleanCriteria` in the words of the viewer's library. */
const OPERATORS: Readonly<Record<string, string>> = {
  CELL_EMPTY: 'isEmpty',
  CELL_NOT_EMPTY: 'isNotEmpty',
  CUSTOM_FORMULA: 'customFormula',
  DATE_AFTER: 'dateIsAfter',
  DATE_BEFORE: 'dateIsBefore',
  DATE_EQUAL_TO: 'dateIs',
  NUMBER_BETWEEN: 'isBetween',
  NUMBER_EQUAL_TO: 'isEqual',
  NUMBER_GREATER_THAN: 'isGreaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'isGreaterOrEqualTo',
  NUMBER_LESS_THAN: 'isLessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'isLessOrEqualTo',
  NUMBER_NOT_BETWEEN: 'isNotBetween',
  NUMBER_NOT_EQUAL_TO: 'isNotEqual',
  TEXT_CONTAINS: 'containsText',
  TEXT_DOES_NOT_CONTAIN: 'notContainsText',
  TEXT_ENDS_WITH: 'endsWithText',
  TEXT_EQUAL_TO: 'isEqual',
  TEXT_STARTS_WITH: 'beginsWithText',
};

/** `SpreadsheetApp.InterpolationType` in the words of the viewer's library; MIN and MAX are the values' own ends. */
const THRESHOLDS: Readonly<Record<string, string>> = {
  NUMBER: 'number',
  PERCENT: 'percentage',
  PERCENTILE: 'percentile',
};

function toPoint({ color, type, value }: GradientPoint): ViewerScalePoint {
  return { type: THRESHOLDS[type] ?? 'value', color, value };
}

function toScale(ranges: readonly string[], points: readonly GradientPoint[]): ViewerScale[] {
  const [minimum, ...others] = points.map(toPoint);
  const maximum = others.at(-1);
  if (!minimum || !maximum) return [];
  const midpoint = others.length > 1 ? (others[0] ?? null) : null;
  return [{ ranges, minimum, midpoint, maximum }];
}

/** The conditional formats that the viewer can draw; criteria it has no word for are left out, and broken formulas never hold. */
export function listRules(rules: readonly ConditionalRule[]): ViewerRule[] {
  return rules.flatMap((rule): ViewerRule[] => {
    const { areas, criteria, values, style, gradient } = rule;
    if (rule.isBroken) return [];
    if (gradient) return toScale(areas.map(areaToA1), gradient);
    const operator = OPERATORS[criteria];
    if (operator === undefined) return [];
    return [{ ranges: areas.map(areaToA1), operator, values: values.map(String), style }];
  });
}
