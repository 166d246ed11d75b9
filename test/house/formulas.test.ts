import { describe, expect, it } from '@jest/globals';
import { nowFormula } from '../../src/settings/now-cell';
import { lookRulesOf } from '../../src/sheets/look-rules';
import { rulesOf } from '../../src/tabs/dashboard/rules';
import { defaultLimits } from '../../src/tabs/shared/limits';
import { tabs } from '../../src/tabs/tabs';
import { listSources, readText } from './source-files';

/** What most locales of Latin America do not read, or read in another way: commas, decimals, columns of arrays. */
const readByFewLocales = /,|\d\.\d|\\|\{(?!\w+\})/;

/** A formula without the texts in it, the names of tabs and the places of a column's formula. */
const bare = (formula: string): string => formula.replace(/"[^"]*"|'[^']*'|\{\w+\}/g, '');

/** Texts in code that begin as a formula does. */
const formulaTexts = /(['"`])=(?:[A-Z($"{]|\$\{)(?:\\.|(?!\1)[^\\])*\1/g;

const isApp = (path: string): boolean => !/^src\/(?:twin|cli|probe)\//.test(path);

describe('Formulas that the app writes', () => {
  it('are read in every locale', () => {
    const written = Object.values(tabs).flatMap((tab) => {
      const places = new Map(tab.columns.map(({ id }, index) => [id, index + 1] as const));
      const own = tab.columns.flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
      return [...own, ...lookRulesOf(tab, places, defaultLimits).map(({ formula }) => formula)];
    });
    expect(written.length).toBeGreaterThan(10);
    const ofDashboard = rulesOf(defaultLimits).map(({ formula }) => formula);
    const wrong = [...written, ...ofDashboard, nowFormula].filter((text) =>
      readByFewLocales.test(bare(text)),
    );
    expect(wrong).toEqual([]);
  });

  it('are written by src/sheets/formula.ts and nowhere else', () => {
    const strangers = listSources()
      .filter((path) => isApp(path) && path !== 'src/sheets/formula.ts')
      .flatMap((path) =>
        [...readText(path).matchAll(formulaTexts)].map(([text]) => `${path}: ${text}`),
      );
    expect(strangers).toEqual([]);
  });

  it('are found in code when somebody writes one by hand', () => {
    const code = `a('=IF(A1,"",B1)'); b(\`=\${x}\`); c("=$A2=1"); d('=>'); e('a=b'); f = '=';`;
    expect([...code.matchAll(formulaTexts)].map(([text]) => text)).toEqual([
      `'=IF(A1,"",B1)'`,
      '`=${x}`',
      '"=$A2=1"',
    ]);
    expect(['=IF(A1,2)', '=A1*0.5', '={1\\2}'].every((text) => readByFewLocales.test(text))).toBe(
      true,
    );
  });
});
