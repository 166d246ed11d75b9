import {
  formulaLocales,
  formulaTexts,
  typedLocale,
  typedRows,
  typedTexts,
} from '../../probe/inputs';
import type { ProbeReport } from '../../probe/report';
import { defaultOptions, type SpreadsheetSides } from '../../twin/spreadsheet/options';
import { coerceInput } from '../../twin/spreadsheet/values/coerce';
import { readFormulaText, showFormula } from '../../twin/spreadsheet/values/formula-syntax';
import { localeRules } from '../../twin/spreadsheet/values/locales';
import { isDateLikeFormat } from '../../twin/spreadsheet/values/number-formats';
import { readSide, sideRows } from './sides';

/**
 * What each cell of the probe should have become in the twin, were it set as the probe's answers ask: so that a cell differs only when
 * no setting explains it.
 */
export function expectCells(answers: ProbeReport['answers']): ReadonlyMap<string, string> {
  return new Map([...listTyped(readSides(answers)), ...listFormulas()]);
}

function readSides(answers: ProbeReport['answers']): SpreadsheetSides {
  const asked = sideRows
    .filter(({ setting }) => setting.startsWith('spreadsheet.'))
    .map((row) => [row.setting.replace('spreadsheet.', ''), readSide(row, answers)] as const)
    .filter(([, side]) => typeof side === 'boolean');
  return { ...defaultOptions, ...Object.fromEntries(asked) };
}

function listTyped(options: SpreadsheetSides): readonly (readonly [string, string])[] {
  const writing = {
    timeZone: 'America/Sao_Paulo',
    rules: localeRules(typedLocale),
    year: 2026,
    hasSheet: () => true,
    options,
  };
  return typedRows.flatMap((row) => {
    const goesByFormat = !row.startsWith('append') || options.appendRowKeepsFormats;
    const format = row.endsWith('@') && goesByFormat ? '@' : undefined;
    return Object.entries(typedTexts).map(([name, text]) => {
      const cell = coerceInput(text, format, writing);
      return [`cell.${row}.${name}`, describeCell(cell)] as const;
    });
  });
}

/** As the probe describes what it reads. */
function describeCell({ formula, value, format }: ReturnType<typeof coerceInput>): string {
  if (formula !== undefined) return `formula ${showFormula({ formula }, localeRules(typedLocale))}`;
  if (typeof value === 'number' && isDateLikeFormat(format)) return 'date';
  return value === null ? 'blank' : `${typeof value} ${String(value)}`;
}

function listFormulas(): readonly (readonly [string, string])[] {
  return formulaLocales.flatMap((locale) => {
    const rules = localeRules(locale);
    return Object.entries(formulaTexts).map(([name, { formula, gives }]) => {
      const kept = readFormulaText(formula, rules);
      const result = kept.isBroken ? '#ERROR!' : gives.replace('.', rules.decimal);
      return [`formula.${locale}.${name}`, `${showFormula(kept, rules)} is ${result}`] as const;
    });
  });
}
