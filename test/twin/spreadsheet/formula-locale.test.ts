import { describe, expect, it } from '@jest/globals';
import { createFormulaEngine } from '../../../src/twin/engine/formula-engine';
import { listRules } from '../../../src/twin/engine/viewer-rules';
import type { FormulaEngine } from '../../../src/twin/spreadsheet/model';
import { createMemoryStorage } from '../../../src/twin/storage/memory-storage';
import { openDesk, type Desk, type DeskSettings, type Run } from './support';

const commaLocales = ['pt_BR', 'pt_PT', 'es_CO', 'es_AR', 'es_ES', 'de_DE', 'fr_FR', 'ru_RU'];
const pointLocales = ['en_US', 'en_GB', 'es_MX', 'es_PE', 'es_GT'];

interface OpenRun extends Run {
  readonly desk: Desk;
}

/** A spreadsheet with 4 in A1 and a formula engine. */
function open(locale: string, settings: DeskSettings = {}): OpenRun {
  const engine: { current: FormulaEngine | null } = { current: null };
  const getEngine = (): FormulaEngine =>
    (engine.current ??= createFormulaEngine(desk.shared.workbook, { now: () => 0 }));
  const desk: Desk = openDesk({ ...settings, locale, options: { engine: getEngine } });
  const run = desk.start();
  run.range('A1').call('setValue', 4);
  return { ...run, desk };
}

/** What C3 shows after the formula was written there. */
function valueOf(formula: string, locale: string, method = 'setFormula'): unknown {
  const run = open(locale);
  run.range('C3').call(method, formula);
  return run.range('C3').call('getValue');
}

describe('a formula that a script writes is read in the locale of the spreadsheet', () => {
  it.each(commaLocales)('%s: a comma is the decimal sign, a point is none', (locale) => {
    expect(valueOf('=SUM(A1;1)', locale)).toBe(5);
    expect(valueOf('=SUM(A1,1)', locale)).toBe('#ERROR!');
    expect(valueOf('=SUM(1,5)', locale)).toBe(1.5);
    expect(valueOf('=SUM(1,2,3)', locale)).toBe('#ERROR!');
    expect(valueOf('=A1*0,5', locale)).toBe(2);
    expect(valueOf('=A1*0.5', locale)).toBe('#ERROR!');
    expect(valueOf('=A1*1/4', locale)).toBe(1);
    expect(valueOf('=IF(A1="","",A1)', locale)).toBe('#ERROR!');
    expect(valueOf('=IF(A1="a,b;c";"";A1)', locale)).toBe(4);
    expect(valueOf('=SUM({1\\2;3\\4})', locale)).toBe(10);
    expect(valueOf('=SUM({1,5;2})', locale)).toBe(3.5);
    expect(valueOf('=SUM({A1,A1})', locale)).toBe('#ERROR!');
    expect(valueOf('=STDEV.S(1;3)', locale)).toBeCloseTo(Math.SQRT2);
  });

  it.each(pointLocales)('%s: comma and semicolon stand between arguments', (locale) => {
    expect(valueOf('=SUM(A1,1)', locale)).toBe(5);
    expect(valueOf('=SUM(A1;1)', locale)).toBe(5);
    expect(valueOf('=SUM(1,5)', locale)).toBe(6);
    expect(valueOf('=A1*0.5', locale)).toBe(2);
    expect(valueOf('=SUM({1,2;3,4})', locale)).toBe(10);
    expect(valueOf('=SUM({1\\2})', locale)).toBe('#ERROR!');
  });

  it.each(['setFormula', 'setValue', 'setFormulaR1C1'])('%s does so', (method) => {
    const [one, other] = method === 'setFormulaR1C1' ? ['R1C1', 'R[-2]C[-2]'] : ['$A$1', 'A1'];
    expect(valueOf(`=SUM(${one};${other})`, 'pt_BR', method)).toBe(8);
    expect(valueOf(`=SUM(${one},${other})`, 'pt_BR', method)).toBe('#ERROR!');
  });

  it('in a plain text cell and in an appended row, too', () => {
    const run = open('es_CO');
    run.range('B1').open('setNumberFormat', '@').call('setValue', '=SUM(A1,1)');
    run.sheet.call('appendRow', ['=SUM(A1,1)', '=SUM(A1;1)']);
    expect(run.range('A1:B2').call('getValues')).toEqual([
      [4, '#ERROR!'],
      ['#ERROR!', 5],
    ]);
  });
});

describe('a formula once written', () => {
  it('survives another locale and is answered with the signs of that one', () => {
    const run = open('pt_BR');
    run.range('B1').call('setFormula', '=IF(A1>0,5;SUM({1\\2});"a;b")');
    for (const [locale, shown] of [
      ['en_US', '=IF(A1>0.5,SUM({1,2}),"a;b")'],
      ['es_CO', '=IF(A1>0,5;SUM({1\\2});"a;b")'],
    ] as const) {
      run.spreadsheet.call('setSpreadsheetLocale', locale);
      expect(run.range('B1').call('getFormula')).toBe(shown);
      expect(run.range('B1').call('getValue')).toBe(3);
    }
  });

  it('stays broken, with its text, when it could not be read: in another locale, copied, moved and stored', () => {
    const storage = createMemoryStorage();
    const run = open('pt_BR', { storage });
    run.range('B1').call('setFormula', '=SUM(A1,1)');
    run.spreadsheet.call('setSpreadsheetLocale', 'en_US');
    run.range('B1').call('copyTo', run.range('B2').target);
    run.sheet.call('insertColumnBefore', 1);
    run.execution.end('completed');
    const reloaded = open('en_US', { storage });
    expect(reloaded.range('C1:C2').call('getFormulas')).toEqual([['=SUM(A1,1)'], ['=SUM(A1,1)']]);
    expect(reloaded.range('C1:C2').call('getValues')).toEqual([['#ERROR!'], ['#ERROR!']]);
    reloaded.range('C1').call('setFormula', '=SUM(B1,1)');
    expect(reloaded.range('C1').call('getFormula')).toBe('=SUM(B1,1)');
  });

  it('that names a tab which is not there stays #REF! when the tab is made', () => {
    const run = open('pt_BR');
    run.range('B1').call('setFormula', "=IF(A1>0;'Meus dados'!A1;0)");
    run.flush();
    run.spreadsheet.open('insertSheet', 'Meus dados').open('getRange', 'A1').call('setValue', 7);
    expect(run.range('B1').call('getValue')).toBe('#REF!');
    run.range('B1').call('setFormula', "=IF(A1>0;'meus dados'!A1;0)");
    expect(run.range('B1').call('getValue')).toBe(7);
  });
});

describe('a formula of a rule', () => {
  const setRule = (run: Run, formula: string): void => {
    const rule = run.app
      .open('newConditionalFormatRule')
      .open('whenFormulaSatisfied', formula)
      .open('setBackground', '#ff0000')
      .open('setRanges', [run.range('A1:A9').target])
      .open('build');
    run.sheet.call('setConditionalFormatRules', [rule.target]);
    run.flush();
  };
  const drawn = (run: OpenRun): number =>
    listRules(run.desk.shared.workbook.sheets[0]?.conditionalRules ?? []).length;
  const formulaOf = (run: Run): unknown => {
    const rules: unknown = run.sheet.call('getConditionalFormatRules');
    const rule = run.mark(Array.isArray(rules) ? rules[0] : null);
    return rule.open('getBooleanCondition').call('getCriteriaValues');
  };

  it('never holds when the locale cannot read it, also after the locale has changed', () => {
    const run = open('pt_BR');
    setRule(run, '=OR($A1="a",$A1="b")');
    expect(drawn(run)).toBe(0);
    run.spreadsheet.call('setSpreadsheetLocale', 'en_US');
    expect(drawn(run)).toBe(0);
    expect(formulaOf(run)).toEqual(['=OR($A1="a",$A1="b")']);
  });

  it('is kept and read back with the signs of the locale', () => {
    const run = open('pt_BR');
    setRule(run, '=OR($A1="a";$A1>0,5)');
    expect(run.desk.shared.workbook.sheets[0]?.conditionalRules[0]?.values).toEqual([
      '=OR($A1="a",$A1>0.5)',
    ]);
    expect(formulaOf(run)).toEqual(['=OR($A1="a";$A1>0,5)']);
    expect(drawn(run)).toBe(1);
  });

  it('of a validation that the locale cannot read accepts nothing', () => {
    const run = open('pt_BR');
    const validate = (formula: string): void => {
      const rule = run.app
        .open('newDataValidation')
        .open('requireFormulaSatisfied', formula)
        .open('setAllowInvalid', false)
        .open('build');
      run.range('B1').call('setDataValidation', rule.target);
    };
    validate('=OR(B1=1,B1=2)');
    expect(() => run.range('B1').call('setValue', 1)).toThrow('violates');
    validate('=OR(B1=1;B1=2)');
    run.range('B1').call('setValue', 1);
    expect(run.range('B1').call('getValue')).toBe(1);
  });
});
