import type { CellValue } from '../model';
import { readFormulaText, showFormula } from '../values/formula-syntax';
import type { LocaleRules } from '../values/locales';

/** What conditional formats and validation rules have in common. */
interface Condition {
  readonly criteria: string;
  readonly values: readonly (CellValue | readonly CellValue[])[];
  readonly isBroken?: true | undefined;
}

/** A condition as a sheet keeps it: its formula is read in the spreadsheet's locale. */
export function keepCondition<Rule extends Condition>(rule: Rule, locale: LocaleRules): Rule {
  if (rule.criteria !== 'CUSTOM_FORMULA') return rule;
  const { formula, isBroken } = readFormulaText(String(rule.values[0] ?? ''), locale);
  return { ...rule, isBroken, values: [formula] };
}

/** A kept condition as a script reads it: its formula with the signs of the spreadsheet's locale. */
export function showCondition<Rule extends Condition>(rule: Rule, locale: LocaleRules): Rule {
  if (rule.criteria !== 'CUSTOM_FORMULA') return rule;
  const formula = String(rule.values[0] ?? '');
  const shown = rule.isBroken ? formula : showFormula({ formula }, locale);
  return { ...rule, values: [shown] };
}
