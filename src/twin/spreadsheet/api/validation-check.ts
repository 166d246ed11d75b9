import { listedValues, ruleAt } from '../cells/validations';
import type { CellValue, ValidationRule } from '../model';
import { areaToA1 } from '../a1';
import { javaText } from '../values/coerce';
import type { Range } from './host-objects';

const numberChecks: Readonly<Record<string, (value: number, a: number, b: number) => boolean>> = {
  NUMBER_BETWEEN: (value, a, b) => value >= a && value <= b,
  NUMBER_NOT_BETWEEN: (value, a, b) => value < a || value > b,
  NUMBER_EQUAL_TO: (value, a) => value === a,
  NUMBER_NOT_EQUAL_TO: (value, a) => value !== a,
  NUMBER_GREATER_THAN: (value, a) => value > a,
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (value, a) => value >= a,
  NUMBER_LESS_THAN: (value, a) => value < a,
  NUMBER_LESS_THAN_OR_EQUAL_TO: (value, a) => value <= a,
};

const textChecks: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  TEXT_CONTAINS: (text, wanted) => text.includes(wanted),
  TEXT_DOES_NOT_CONTAIN: (text, wanted) => !text.includes(wanted),
  TEXT_EQUAL_TO: (text, wanted) => text === wanted,
  TEXT_IS_VALID_EMAIL: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  TEXT_IS_VALID_URL: (text) => /^https?:\/\/\S+$/.test(text),
};

/** Throws when a script writes what a rule with `setAllowInvalid(false)` refuses. Formulas and blanks pass. */
export function checkValidation(range: Range, inputs: readonly (readonly unknown[])[]): void {
  const { _session: session, _sheetId: sheetId, _area: area } = range;
  if (!session.sheet(sheetId).validations.some(({ rule }) => !rule.allowInvalid)) return;
  session.beforeRead();
  inputs.forEach((line, rowOffset) => {
    line.forEach((input, columnOffset) => {
      const place = { row: area.row + rowOffset, column: area.column + columnOffset };
      const rule = ruleAt(session.sheet(sheetId), place.row, place.column);
      if (!rule || rule.allowInvalid || accepts(rule, input)) return;
      const cell = areaToA1({ ...place, rows: 1, columns: 1 });
      throw new Error(
        `The data you entered in cell ${cell} violates the data validation rules set on this cell.`,
      );
    });
  });
}

/** Whether a cell with this rule takes an input. */
export function accepts(rule: ValidationRule, input: unknown): boolean {
  if (input === null || input === undefined || input === '') return true;
  if (typeof input === 'string' && input.startsWith('=')) return true;
  if (rule.isBroken) return false;
  const listed = listedValues(rule);
  if (listed) return listed.some((value) => sameValue(value, input));
  const [a, b] = rule.values.flat();
  const numeric = numberChecks[rule.criteria];
  if (numeric) return typeof input === 'number' && numeric(input, Number(a), Number(b));
  const textual = textChecks[rule.criteria];
  return textual ? textual(javaText(input), String(a)) : true;
}

function sameValue(listed: CellValue, input: unknown): boolean {
  return listed === input || String(listed) === javaText(input);
}
