import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx';
import { draftRow, putExtra } from './row';
import type { SheetState } from './sheet-state';
import type { WorkbookState } from './workbook-state';

type Reference = NonNullable<ReturnType<typeof parseA1Ref>>;
/** A reference in a formula, with its sheet where it names one; edges count from 0. */
export type A1Reference = Extract<Reference, { range: unknown }>;
/** The edges of a reference; null where it is open. */
export type A1Bounds = A1Reference['range'];

const rangeTokens = new Set(['range', 'range_beam', 'range_ternary']);

/** Rewrites each reference of a formula; null leaves it as it is. */
export function mapReferences(
  formula: string,
  map: (reference: A1Reference) => A1Reference | '#REF!' | null,
): string {
  return tokenize(formula, { allowTernary: true })
    .map((token) => {
      if (!rangeTokens.has(token.type)) return token.value;
      const reference = parseA1Ref(token.value, { allowTernary: true });
      if (!reference || !('range' in reference)) return token.value;
      const mapped = map(reference);
      if (mapped === null) return token.value;
      if (mapped === '#REF!') return mapped;
      if (mapped.context !== reference.context) return stringifyA1Ref(mapped, true);
      const sheetPart = token.value.slice(0, token.value.lastIndexOf('!') + 1);
      return sheetPart + stringifyA1Ref({ range: mapped.range });
    })
    .join('');
}

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
  const isGone = ({ context }: A1Reference): boolean =>
    context?.at(-1)?.toLowerCase() === gone.toLowerCase();
  for (const sheet of workbook.sheets) {
    rewriteFormulas(sheet, (formula) =>
      mapReferences(formula, (reference) => (isGone(reference) ? '#REF!' : null)),
    );
  }
}

/** Rewrites all formulas of a sheet, those of its conditional formats too. */
export function rewriteFormulas(sheet: SheetState, rewrite: (formula: string) => string): void {
  if (sheet.conditionalRules.some(({ criteria }) => criteria === 'CUSTOM_FORMULA')) {
    sheet.changes.settings = true;
    sheet.conditionalRules = sheet.conditionalRules.map((rule) =>
      rule.criteria === 'CUSTOM_FORMULA'
        ? { ...rule, values: rule.values.map((text) => rewrite(String(text))) }
        : rule,
    );
  }
  sheet.rows.forEach((row, index) => {
    if (!row?.extras?.some((extra) => extra?.formula !== undefined)) return;
    const draft = draftRow(row);
    let changed = false;
    row.extras.forEach((extra, offset) => {
      if (extra?.formula === undefined) return;
      const formula = rewrite(extra.formula);
      changed ||= formula !== extra.formula;
      putExtra(draft, offset + 1, { ...extra, formula });
    });
    if (changed) sheet.putRow(index + 1, draft);
  });
}

/** A formula as it reads when copied so many rows down and columns to the right. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const { range } = reference;
    const moved = {
      ...range,
      top: moveEdge(range.top, range.$top, rows),
      bottom: moveEdge(range.bottom, range.$bottom, rows),
      left: moveEdge(range.left, range.$left, columns),
      right: moveEdge(range.right, range.$right, columns),
    };
    const edges = [moved.top, moved.bottom, moved.left, moved.right];
    if (edges.some((edge) => (edge ?? 0) < 0)) return '#REF!';
    return { ...reference, range: moved };
  });
}

function moveEdge(
  edge: number | null | undefined,
  fixed: boolean | null | undefined,
  by: number,
): number | null {
  if (edge === null || edge === undefined) return null;
  return fixed ? edge : edge + by;
}
