import type { LookRule, RuleFormula } from './services';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** Makes a conditional format. */
export function buildRule(
  rule: LookRule,
  range: GoogleRange,
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const builder = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(rule.formula)
    .setRanges([range]);
  if (rule.look.background !== undefined) builder.setBackground(rule.look.background);
  if (rule.look.fontColor !== undefined) builder.setFontColor(rule.look.fontColor);
  if (rule.look.isBold !== undefined) builder.setBold(rule.look.isBold);
  return builder.build();
}

/** Ranges, colours and order of the rules stay. */
export function renewRules(sheet: GoogleSheet, renew: (rule: RuleFormula) => string | null): void {
  const rules = sheet.getConditionalFormatRules();
  const formulas = rules.map((rule) => {
    const known = readRule(rule);
    return known === null ? null : renew(known);
  });
  if (formulas.every((formula) => formula === null)) return;
  const renewed = rules.map((rule, index) => {
    const formula = formulas[index] ?? null;
    return formula === null ? rule : rule.copy().whenFormulaSatisfied(formula).build();
  });
  sheet.setConditionalFormatRules(renewed);
}

/** The formula of a rule; null when it has none. */
function readRule(rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule): RuleFormula | null {
  const condition = rule.getBooleanCondition();
  const [range] = rule.getRanges();
  const values: readonly unknown[] = condition?.getCriteriaValues() ?? [];
  const [formula] = values;
  const isFormula = condition?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA;
  if (!isFormula || typeof formula !== 'string' || range === undefined) return null;
  const [row, column, columns] = [range.getRow(), range.getColumn(), range.getNumColumns()];
  return { formula, row, column, columns };
}

/**
 * Rules that held down to a row that was the grid's last hold down to its new last one. Whether Google sees to it when rows come at
 * the end is written nowhere; where it does, nothing is set.
 */
export function stretchRules(sheet: GoogleSheet, lastRow: number): void {
  const rules = sheet.getConditionalFormatRules();
  const isShort = (range: GoogleRange): boolean => range.getLastRow() === lastRow;
  if (!rules.some((rule) => rule.getRanges().some(isShort))) return;
  const rows = sheet.getMaxRows();
  const stretch = (range: GoogleRange): GoogleRange => {
    const row = range.getRow();
    return sheet.getRange(row, range.getColumn(), rows - row + 1, range.getNumColumns());
  };
  sheet.setConditionalFormatRules(
    rules.map((rule) =>
      rule
        .copy()
        .setRanges(rule.getRanges().map((range) => (isShort(range) ? stretch(range) : range)))
        .build(),
    ),
  );
}

export function dressRange(sheet: GoogleSheet, range: GoogleRange): void {
  if (sheet.getFilter() === null) range.createFilter();
}

/** A filter cannot be stretched: it is made anew. */
export function spreadFilter(sheet: GoogleSheet): void {
  const filter = sheet.getFilter();
  if (filter === null) return;
  const known = filter.getRange();
  const [row, column, last] = [known.getRow(), known.getColumn(), sheet.getMaxColumns()];
  if (known.getLastColumn() >= last) return;
  const columns = Array.from({ length: known.getNumColumns() }, (_unused, at) => column + at);
  const shown = columns.map((at) => [at, filter.getColumnFilterCriteria(at)] as const);
  filter.remove();
  const wider = sheet.getRange(row, column, known.getNumRows(), last - column + 1).createFilter();
  for (const [at, criteria] of shown)
    if (criteria !== null) wider.setColumnFilterCriteria(at, criteria);
}
