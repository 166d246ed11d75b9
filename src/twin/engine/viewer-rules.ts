import type { ConditionalRule } from '../spreadsheet/model';
import { toAddress } from './addresses';
import type { ViewerRule } from './viewer-data';

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

/** The conditional formats that the viewer can draw; criteria it has no word for are left out. */
export function listRules(rules: readonly ConditionalRule[]): ViewerRule[] {
  return rules.flatMap(({ areas, criteria, values, style }) => {
    const operator = OPERATORS[criteria];
    if (operator === undefined) return [];
    return [{ ranges: areas.map(toAddress), operator, values: values.map(String), style }];
  });
}
