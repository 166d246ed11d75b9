import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { columnLetters } from '../a1';
import {
  clearContents,
  clearNotes,
  writeFormulas,
  writeInputs,
  writeNotes,
} from '../cells/contents';
import { checkLength } from '../limits';
import { rawValue, readArea, readDisplay, readValue, type ReadPlace } from '../read-cells';
import { showFormula } from '../values/formula-syntax';
import { localeRules } from '../values/locales';
import { anything, listOf, matrixOf, orNull, string } from './arguments';
import type { Range } from './host-objects';
import { signaturesOf, type MethodTable } from './methods';
import { checkShape, first, repeat, writeArea } from './range-support';
import { checkValidation } from './validation-check';

const on = signaturesOf<Range>();

function readAll<T>(range: Range, read: (place: ReadPlace) => T): T[][] {
  return readArea(range._session, { sheetId: range._sheetId, area: range._area }, read);
}

function setValues(range: Range, inputs: readonly (readonly unknown[])[]): Range {
  checkShape(range._area, inputs);
  for (const line of inputs) line.forEach(checkLength);
  checkValidation(range, inputs);
  const writing = range._session.writing();
  return writeArea(range, (sheet, area) => writeInputs(sheet, area, { inputs, writing }));
}

function setFormulas(range: Range, formulas: readonly (readonly string[])[]): Range {
  checkShape(range._area, formulas);
  for (const line of formulas) line.forEach(checkLength);
  const writing = range._session.writing();
  return writeArea(range, (sheet, area) => writeFormulas(sheet, area, { formulas, writing }));
}

/** Formulas are answered as the spreadsheet shows them, with its own locale's signs. */
function readFormula(range: Range, { known, column }: ReadPlace): string {
  return showFormula(known?.extras?.[column - 1], localeRules(range._session.workbook.locale));
}

function anchorOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(column)}${row}`;
}

function readFormulaR1C1(range: Range, place: ReadPlace): string {
  const formula = readFormula(range, place);
  return formula === '' ? '' : translateFormulaToR1C1(formula, anchorOf(place));
}

function readFormulas(range: Range): string[][] {
  return readAll(range, (place) => readFormula(range, place));
}

function readFormulasR1C1(range: Range): string[][] {
  return readAll(range, (place) => readFormulaR1C1(range, place));
}

/** Each cell reads the relative parts from where it stands. */
function setFormulasR1C1(range: Range, formulas: readonly (readonly string[])[]): Range {
  const { row, column } = range._area;
  const absolute = formulas.map((line, down) =>
    line.map((formula, over) =>
      formula === ''
        ? ''
        : translateFormulaToA1(formula, anchorOf({ row: row + down, column: column + over })),
    ),
  );
  return setFormulas(range, absolute);
}

function readNote({ known, column }: ReadPlace): string {
  return known?.extras?.[column - 1]?.note ?? '';
}

function setNotes(range: Range, notes: readonly (readonly (string | null)[])[]): Range {
  checkShape(range._area, notes);
  return writeArea(range, (sheet, area) =>
    writeNotes(sheet, area, (row, column) => notes[row]?.[column] ?? null),
  );
}

/** Values, formulas and notes of a range. */
export const rangeValueMethods: MethodTable<Range> = {
  getValue: on([], (range) =>
    first(range, (one) => readAll(one, (at) => readValue(one._session, at))),
  ),
  getValues: on([], (range) => readAll(range, (at) => readValue(range._session, at))),
  getDisplayValue: on([], (range) =>
    first(range, (one) => readAll(one, (at) => readDisplay(one._session, at))),
  ),
  getDisplayValues: on([], (range) => readAll(range, (at) => readDisplay(range._session, at))),
  setValue: on([anything], (range, value) => setValues(range, repeat(range._area, value))),
  setValues: on([listOf(listOf(anything))], setValues),
  getFormula: on([], (range) => first(range, readFormulas)),
  getFormulas: on([], readFormulas),
  setFormula: on([string], (range, formula) => setFormulas(range, repeat(range._area, formula))),
  setFormulas: on([matrixOf(string)], setFormulas),
  getFormulaR1C1: on([], (range) => first(range, readFormulasR1C1)),
  getFormulasR1C1: on([], readFormulasR1C1),
  setFormulaR1C1: on([string], (range, formula) =>
    setFormulasR1C1(range, repeat(range._area, formula)),
  ),
  setFormulasR1C1: on([matrixOf(string)], setFormulasR1C1),
  getNote: on([], (range) => first(range, (one) => readAll(one, readNote))),
  getNotes: on([], (range) => readAll(range, readNote)),
  setNote: on([orNull(string)], (range, note) => setNotes(range, repeat(range._area, note))),
  setNotes: on([matrixOf(orNull(string))], setNotes),
  isBlank: on([], (range) =>
    readAll(range, (at) => rawValue(range._session, at) === null).every((line) =>
      line.every(Boolean),
    ),
  ),
  clearContent: on([], (range) => writeArea(range, clearContents)),
  clearNote: on([], (range) => writeArea(range, clearNotes)),
};
