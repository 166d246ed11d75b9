/** Texts that Sheets may take for something else, by the names that they have in answers. */
export const typedTexts = {
  formula: '=1+1',
  quotedFormula: "'=1+1",
  quotedText: "'abc",
  blanksFormula: '  =1+1',
  tabFormula: '\t=1+1',
  wideFormula: '＝1+1',
  widePlus: '＋1+1',
  phone: '+5511999990000',
  spacedPhone: '+55 11 99999-0000',
  zeros: '01234',
  spacedNumber: '22 34',
  exponent: '12E3',
  longNumber: '12345678901234567890',
  minus: '-5 a',
  at: '@x',
  percent: '10%',
  comma: '1,5',
  point: '1.5',
  day: '2026-05-01',
  instant: '2026-05-01T12:00:00Z',
  truth: 'TRUE',
  verdade: 'VERDADEIRO',
} as const;

/** The locale in which they are typed. */
export const typedLocale = 'pt_BR';

/** How each row is written; `@`: the cells are plain text. In this order, so that `appendRow` finds the last one filled. */
export const typedRows = [
  'setValue',
  'setValues',
  'setValue@',
  'setValues@',
  'appendRow',
  'appendRow@',
] as const;

/** Formulas with the signs that are in question, and what they give where they are read (with a decimal point). */
export const formulaTexts = {
  comma: { formula: '=IF(1=1,"a","b")', gives: 'a' },
  semicolon: { formula: '=IF(1=1;"a";"b")', gives: 'a' },
  decimal: { formula: '=0.5+1', gives: '1.5' },
  fraction: { formula: '=1/4', gives: '0.25' },
} as const;

/** Locales in which they are written: decimals with a comma in the first two, with a point in the others. */
export const formulaLocales = ['pt_BR', 'es_CO', 'es_MX', 'en_US'] as const;

/** Cells of a block that is large enough for the price of a cell to show: all that a new tab has. */
export const block = { rows: 1_000, columns: 26 } as const;
