/**
 * How Plantão writes formulas: the only place that does. Google reads what a script writes in the spreadsheet's locale: in pt_BR
 * and most of es_* a comma between arguments is `#ERROR!` and `0.5` is no number, while `;` and English function names are
 * taken everywhere (docs/platform-facts.md). So arguments are joined by `;`, and there are neither decimals (`1/4`, not
 * `0.25`) nor array constants.
 */

/** A formula of an expression. */
export const formula = (expression: string): string => `=${expression}`;

/** A call of a function by its English name. */
export const call = (name: string, ...values: readonly string[]): string =>
  `${name}(${values.join(';')})`;

/** A text inside a formula. */
export const text = (content: string): string => `"${content.replace(/"/g, '""')}"`;

/** A cell of another tab; the tab must be there already: else Google writes `#REF!` and leaves it so when the tab is made. */
export const cellOfTab = (title: string, address: string): string =>
  `'${title.replace(/'/g, "''")}'!${address}`;

/** Fills `{name}` in a formula of a column. */
export const fillPlaces = (pattern: string, place: (name: string) => string): string =>
  pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => place(name));

/** Written the same whatever the locale, however Google shows it, and wherever columns have moved. */
const plainForm = (written: string): string =>
  written.replace(/"[^"]*"|,|[\s$]/g, (part) => {
    if (part === ',') return ';';
    return part.startsWith('"') ? part : '';
  });

const placeForms = {
  now: String.raw`(?:.+!)?(?:B2|#REF!)`,
  number: String.raw`\d+`,
  cell: String.raw`(?:[A-Z]+\d+|#REF!|"")`,
};

const isNumber = (name: string, numbers: object): boolean => Object.keys(numbers).includes(name);

/**
 * Whether a formula that stands in a cell is one of ours, made from this pattern: with `;` or (as 0.1.0 wrote it) with commas,
 * for any cells in the places (any whole number where the place is named in `numbers`). One that the user wrote is not.
 */
export function isMadeFrom(pattern: string, written: string, numbers: object = {}): boolean {
  const parts = plainForm(pattern).split(/\{(\w+)\}/);
  const source = parts
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      if (isNumber(part, numbers)) return placeForms.number;
      return part === 'now' ? placeForms.now : placeForms.cell;
    })
    .join('');
  return new RegExp(`^${source}$`, 'i').test(plainForm(written));
}

/**
 * A formula that was made from this pattern with the number of its place changed, all else as it is written; null when it is another
 * one, or has that number. The number stands behind a `>`.
 */
export function withNumbers(
  pattern: string,
  written: string,
  numbers: Readonly<Record<string, number>>,
): string | null {
  const name = [...pattern.matchAll(/>\{(\w+)\}/g)]
    .map(([, place = '']) => place)
    .find((place) => isNumber(place, numbers));
  if (name === undefined || !isMadeFrom(pattern, written, numbers)) return null;
  const renewed = written.replace(
    />(\s*)\d+/,
    (_whole, space: string) => `>${space}${numbers[name]}`,
  );
  return renewed === written ? null : renewed;
}

/** A formula in error for good: it could not be read, or what it named is gone. */
export const isInError = (written: string, value: unknown): boolean =>
  written.includes('#REF!') || (typeof value === 'string' && value.startsWith('#'));

/** `=OR(cell="one";cell="other")`: the cell holds one of the words. */
export const holdsOneOf = (cell: string, words: readonly string[]): string =>
  formula(call('OR', ...words.map((word) => `${cell}=${text(word)}`)));

/** The cell and the words of a formula of `holdsOneOf`, with commas too; null when it is another one. */
export function readHoldsOneOf(
  written: string,
): { readonly cell: string; readonly words: readonly string[] } | null {
  const test = String.raw`(\$[A-Z]+\d+)="([^"]*)"`;
  if (!new RegExp(`^=OR\\(${test}(?:[;,]\\s*${test})*\\)$`).test(written)) return null;
  const tests = [...written.matchAll(new RegExp(test, 'g'))];
  const [cell = ''] = tests.map((match) => match[1] ?? '');
  return tests.every((match) => match[1] === cell)
    ? { cell, words: tests.map((match) => match[2] ?? '') }
    : null;
}
