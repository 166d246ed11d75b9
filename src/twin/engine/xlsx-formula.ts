import { fixTokenRanges, tokenize } from '@borgar/fx';

const withPrefix = (prefix: string, names: string): (readonly [string, string])[] =>
  names.split(' ').map((name) => [name, prefix + name]);

/** Functions that Excel files name with a prefix, because they came after the format. */
const PREFIXED: ReadonlyMap<string, string> = new Map([
  ...withPrefix('_xlfn._xlws.', 'FILTER SORT'),
  ...withPrefix(
    '_xlfn.',
    'CHOOSECOLS CONCAT HSTACK IFNA IFS ISOWEEKNUM MAXIFS MINIFS PERCENTILE.INC',
  ),
  ...withPrefix(
    '_xlfn.',
    'SEQUENCE STDEV.S SWITCH TAKE TEXTJOIN TOCOL UNIQUE VSTACK XLOOKUP XMATCH XOR',
  ),
]);

/** Google's own: a file with one of these holds the value instead. */
const GOOGLE_ONLY: ReadonlySet<string> = new Set(
  (
    'ARRAYFORMULA ARRAY_CONSTRAIN COUNTUNIQUE COUNTUNIQUEIFS FLATTEN JOIN QUERY REGEXEXTRACT ' +
    'REGEXMATCH REGEXREPLACE SORTN SPARKLINE SPLIT TO_DATE TO_TEXT'
  ).split(' '),
);

type Token = ReturnType<typeof tokenize>[number];

/** The index of the bracket that closes the call opened at `start`. */
function findClose(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    if (tokens[index]?.value === '(') depth += 1;
    if (tokens[index]?.value === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return tokens.length;
}

/** Google sorts by TRUE or FALSE, Excel by 1 or -1. */
function rewriteSorting(tokens: readonly Token[]): Token[] {
  const rewritten = [...tokens];
  tokens.forEach((token, index) => {
    if (token.type !== 'func' || token.value.toUpperCase() !== 'SORT') return;
    const close = findClose(tokens, index + 1);
    const last = tokens[close - 1];
    if (last?.type === 'bool') {
      rewritten[close - 1] = { ...last, value: last.value.toUpperCase() === 'TRUE' ? '1' : '-1' };
    }
  });
  return rewritten;
}

/** A Sheets formula as an Excel file holds it (no `=`, ranges closed, later functions prefixed); null when Excel lacks a function. */
export function toExcelFormula(formula: string): string | null {
  const tokens = fixTokenRanges(tokenize(formula, { allowTernary: true }), { addBounds: true });
  const functions = tokens.filter(({ type }) => type === 'func');
  if (functions.some(({ value }) => GOOGLE_ONLY.has(value.toUpperCase()))) return null;
  return rewriteSorting(tokens)
    .map(({ type, value }) =>
      type === 'func' ? (PREFIXED.get(value.toUpperCase()) ?? value) : value,
    )
    .join('')
    .replace(/^=/, '');
}
