import { languages, type Localized } from '../events/localized';
import type { CellLook, LookRule, Sheet } from '../platform/services';
import { columnLetter } from '../platform/column-letter';
import type { LookName, TabDefinition } from './definition';
import { fillPlaces, holdsOneOf, readHoldsOneOf, text, withNumbers } from './formula';

const looks: Readonly<Record<LookName, CellLook>> = {
  green: { background: '#ceead6', fontColor: '#0d652d' },
  amber: { background: '#feefc3', fontColor: '#94520a' },
  grey: { background: '#e8eaed', fontColor: '#5f6368' },
  red: { background: '#fad2cf', fontColor: '#a50e0e', isBold: true },
  late: { fontColor: '#a50e0e', isBold: true },
  past: { fontColor: '#5f6368' },
  strong: { isBold: true },
  here: { fontColor: '#0d652d' },
};

/** Numbers that the user may change, by the name of their place in a formula. */
export type Numbers = Readonly<Record<string, number>>;

/** The conditional formats of a tab, for its columns as they stand. */
export function lookRulesOf(
  tab: TabDefinition,
  columns: ReadonlyMap<string, number>,
  numbers: Numbers,
): readonly LookRule[] {
  return [...rowRulesOf(tab, columns, numbers), ...wordRulesOf(tab, columns)];
}

function rowRulesOf(
  { rowLooks = [] }: TabDefinition,
  columns: ReadonlyMap<string, number>,
  numbers: Numbers,
): readonly LookRule[] {
  const cellOf = (id: string): string => {
    const column = columns.get(id);
    if (column !== undefined) return `$${columnLetter(column)}2`;
    return numbers[id] === undefined ? text('') : String(numbers[id]);
  };
  const places = [...columns.values()];
  const all = { column: Math.min(...places), columns: places.length };
  return rowLooks.flatMap(({ columns: ids, when, look }) => {
    const spans = ids === 'all' ? [all] : ids.flatMap((id) => spanOf(columns.get(id)));
    const rule = { formula: fillPlaces(when, cellOf), look: looks[look] };
    return spans.map((span) => ({ over: { fromRow: 2, ...span }, ...rule }));
  });
}

const spanOf = (column: number | undefined): readonly { column: number; columns: number }[] =>
  column === undefined ? [] : [{ column, columns: 1 }];

function wordRulesOf(
  tab: TabDefinition,
  columns: ReadonlyMap<string, number>,
): readonly LookRule[] {
  return (tab.looks ?? []).flatMap(({ column: id, word, look }) => {
    const column = columns.get(id);
    if (column === undefined) return [];
    const cell = `$${columnLetter(column)}2`;
    return [
      {
        over: { fromRow: 2, column, columns: 1 },
        formula: holdsOneOf(cell, wordsOf(word)),
        look: looks[look],
      },
    ];
  });
}

const wordsOf = (word: Localized): readonly string[] => [
  ...new Set(languages.map((language) => word[language])),
];

/**
 * Writes the formulas of our colour rules anew where they stand in the form of 0.1.0, which most locales cannot read. Such a rule
 * did not follow its column, so it gets the column that it colours; rules of the user's stay.
 */
export function renewLookRules(sheet: Sheet, tab: TabDefinition): void {
  const ours = (tab.looks ?? []).map(({ word }) => wordsOf(word).join());
  if (ours.length === 0) return;
  sheet.renewLookRules(({ formula, row, column, columns }) => {
    const known = readHoldsOneOf(formula);
    if (known === null || !ours.includes(known.words.join())) return null;
    const cell = columns === 1 ? `$${columnLetter(column)}${row}` : known.cell;
    const wanted = holdsOneOf(cell, known.words);
    return wanted === formula ? null : wanted;
  });
}

/** Puts other numbers into the rules that were made from these patterns, wherever their columns are now; rules of the user's stay. */
export function renewNumbers(sheet: Sheet, patterns: readonly string[], numbers: Numbers): void {
  sheet.renewLookRules(({ formula }) => {
    for (const pattern of patterns) {
      const renewed = withNumbers(pattern, formula, numbers);
      if (renewed !== null) return renewed;
    }
    return null;
  });
}
