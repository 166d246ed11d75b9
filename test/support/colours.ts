import { toContent } from '../../src/twin/engine/cell-content';
import { openModel, type EngineCell } from '../../src/twin/engine/o-spreadsheet';
import type { ConditionalRule, SheetView, WorkbookView } from '../../src/twin/spreadsheet/model';
import { translateFormula } from '../../src/twin/spreadsheet/values/formula-references';

/** A cell that a conditional format colours: its text and its background. */
export interface ColouredCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly background: string;
}

/**
 * The cells of a sheet that its formula rules colour, as Google does it: a rule's formula is that of its range's first cell and
 * moves with the cell; the first rule that holds wins; a broken one never holds.
 */
export function colouredCells({ locale }: WorkbookView, sheet: SheetView): readonly ColouredCell[] {
  const rules = sheet.conditionalRules.filter((rule) => rule.criteria === 'CUSTOM_FORMULA');
  const tests = rules.flatMap((rule, index) => listTests(sheet, { rule, index }));
  const model = openModel(
    { sheets: [toEngineSheet(sheet, [...listCells(sheet), ...tests])], namedRanges: {} },
    { locale, nowSerial: () => 0 },
  );
  const coloured = new Map<string, ColouredCell>();
  for (const test of tests) {
    if (model.read(sheet.id, test.row, test.column).value !== true) continue;
    const { row, at: column } = test;
    const address = `${row}:${column}`;
    const text = String(sheet.cell(row, column)?.value ?? '');
    const background = test.rule.style.background ?? '';
    if (!coloured.has(address)) coloured.set(address, { row, column, text, background });
  }
  return [...coloured.values()];
}

interface Test extends EngineCell {
  readonly rule: ConditionalRule;
  /** Column of the cell that is tested. */
  readonly at: number;
}

interface PlacedRule {
  readonly rule: ConditionalRule;
  readonly index: number;
}

/** The rule's formula for each of its cells with content, in a free column of its own. */
function listTests(sheet: SheetView, { rule, index }: PlacedRule): readonly Test[] {
  const formula = String(rule.values[0]);
  return rule.areas.flatMap((area) =>
    listCells(sheet).flatMap(({ row, column: at }): Test[] => {
      const [down, over] = [row - area.row, at - area.column];
      if (down < 0 || over < 0 || down >= area.rows || over >= area.columns) return [];
      const content = rule.isBroken ? '=(' : translateFormula(formula, down, over);
      const column = sheet.maxColumns + 1 + index * sheet.maxColumns + at;
      return [{ sheetId: sheet.id, row, column, content, rule, at }];
    }),
  );
}

function listCells(sheet: SheetView): readonly EngineCell[] {
  const cells: EngineCell[] = [];
  sheet.eachCell((cell, row, column) => {
    const isConstant = cell.formula === undefined && cell.value !== null;
    if (isConstant) cells.push({ sheetId: sheet.id, row, column, content: toContent(cell) });
  });
  return cells;
}

function toEngineSheet(sheet: SheetView, cells: readonly EngineCell[]) {
  const columns = Math.max(...cells.map(({ column }) => column), sheet.maxColumns);
  return { id: sheet.id, title: 'Tab', rows: sheet.maxRows, columns, cells };
}
