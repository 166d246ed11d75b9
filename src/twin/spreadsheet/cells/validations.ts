import type { Area, CellValue, ValidationData, ValidationRule } from '../model';
import { holds, intersect, subtract } from './areas';
import type { SheetState } from './sheet-state';

/** The rule in force at a cell, or null. */
export function ruleAt(sheet: SheetState, row: number, column: number): ValidationRule | null {
  return sheet.validations.findLast(({ area }) => holds(area, row, column))?.rule ?? null;
}

/** Sets one rule over an area, or takes the rules away. */
export function setRule(sheet: SheetState, area: Area, rule: ValidationRule | null): void {
  const rest = sheet.validations.flatMap((item) =>
    intersect(item.area, area)
      ? subtract(item.area, area).map((part): ValidationData => ({ area: part, rule: item.rule }))
      : [item],
  );
  sheet.validations = rule ? [...rest, { area, rule }] : rest;
  sheet.changes.settings = true;
}

/** Values a rule lists, or null when it lists none. */
export function listedValues(rule: ValidationRule): readonly CellValue[] | null {
  if (rule.criteria === 'CHECKBOX') return rule.values.length === 0 ? [true, false] : flat(rule);
  return rule.criteria === 'VALUE_IN_LIST' ? flat(rule) : null;
}

function flat(rule: ValidationRule): CellValue[] {
  return rule.values.flat();
}
