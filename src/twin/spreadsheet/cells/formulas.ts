import type { SheetState } from './sheet-state';
import { draftRow, putExtra } from './row';
import type { WorkbookState } from './workbook-state';
import { breakReferences, mapReferences, type A1Reference } from '../values/formula-references';

/** Lets all formulas of the workbook follow a sheet's new title. */
export function renameInFormulas(workbook: WorkbookState, from: string, to: string): void {
  const rename = (reference: A1Reference): A1Reference | null =>
    reference.context?.at(-1)?.toLowerCase() === from.toLowerCase()
      ? { ...reference, context: [to] }
      : null;
  for (const sheet of workbook.sheets) {
    rewriteFormulas(sheet, (formula) => mapReferences(formula, rename));
  }
}

/** Turns all references to a sheet that was taken out into `#REF!`; a new sheet of that title does not bring them back. */
export function breakFormulas(workbook: WorkbookState, gone: string): void {
  const isGone = (title: string): boolean => title.toLowerCase() === gone.toLowerCase();
  for (const sheet of workbook.sheets) {
    rewriteFormulas(sheet, (formula) => breakReferences(formula, isGone));
  }
}

/** Rewrites all formulas of a sheet, those of its conditional formats too; broken ones are mere text and stay. */
export function rewriteFormulas(sheet: SheetState, rewrite: (formula: string) => string): void {
  if (sheet.conditionalRules.some(({ criteria }) => criteria === 'CUSTOM_FORMULA')) {
    sheet.changes.settings = true;
    sheet.conditionalRules = sheet.conditionalRules.map((rule) =>
      rule.criteria === 'CUSTOM_FORMULA' && !rule.isBroken
        ? { ...rule, values: rule.values.map((text) => rewrite(String(text))) }
        : rule,
    );
  }
  sheet.rows.forEach((row, index) => {
    if (!row?.extras?.some((extra) => extra?.formula !== undefined)) return;
    const draft = draftRow(row);
    let changed = false;
    row.extras.forEach((extra, offset) => {
      if (extra?.formula === undefined || extra.isBroken) return;
      const formula = rewrite(extra.formula);
      changed ||= formula !== extra.formula;
      putExtra(draft, offset + 1, { ...extra, formula });
    });
    if (changed) sheet.putRow(index + 1, draft);
  });
}
