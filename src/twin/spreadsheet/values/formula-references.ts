import { parseA1Ref, stringifyA1Ref, tokenize } from '@borgar/fx';

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

/** Turns the references to sheets that are not there into `#REF!`; making such a sheet later does not bring them back. */
export function breakReferences(formula: string, isGone: (title: string) => boolean): string {
  if (!formula.includes('!')) return formula;
  return mapReferences(formula, ({ context }) => {
    const title = context?.at(-1);
    return title !== undefined && isGone(title) ? '#REF!' : null;
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
