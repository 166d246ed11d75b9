import { derivations } from '../rows/derivations';
import { mergeRow, renderRow } from '../rows/merge-row';
import { planRendering, type Merge } from '../rows/plan';
import { emptyState, joinStates, type State } from '../projections/state';
import { keep, type RowContent } from '../sheets/definition';
import type { RegisterEntity } from '../tabs/registers';

/** A row of a register: what it knows, and the long texts that its state has only the marks of. */
interface KnownRow {
  readonly merge: Merge;
  readonly state: State;
  readonly longTexts: RowContent;
}

interface ReadRow {
  readonly key: string;
  readonly content: RowContent;
}

/** Rows of one entity by key. */
export interface Register {
  merge(merge: Merge): void;
  stateOf(key: string): State | undefined;
  /** What the first row knows becomes the second one's; the first leaves. */
  join(from: string, to: Merge): void;
  rows(): Iterable<ReadRow>;
  /** Rows of another register that follow from these. */
  derived(): Iterable<ReadRow>;
}

/** A text so long is not kept in the state: see projections/long-text.ts. */
const longFrom = 2000;

export function createRegister(entity: RegisterEntity): Register {
  const known = new Map<string, KnownRow>();
  const mergeInto = (row: KnownRow | undefined, merge: Merge): void => {
    const { content, state } = mergeRow(row?.state ?? emptyState, [merge]);
    const longTexts = { ...row?.longTexts, ...longTextsOf(content) };
    known.set(merge.key, { merge: row?.merge ?? merge, state, longTexts });
  };
  return {
    merge: (merge) => mergeInto(known.get(merge.key), merge),
    stateOf: (key) => known.get(key)?.state,
    join: (from, to) => {
      const [left, row] = [known.get(from), known.get(to.key)];
      if (left === undefined) return;
      known.delete(from);
      const state = joinStates(entity, row?.state ?? emptyState, left.state);
      const longTexts = { ...left.longTexts, ...row?.longTexts };
      known.set(to.key, { merge: row?.merge ?? to, state, longTexts });
    },
    rows: function* () {
      for (const [key, { merge, state, longTexts }] of known)
        yield { key, content: fill(renderRow(planRendering(entity, merge), state), longTexts) };
    },
    derived: function* () {
      for (const { merge, state } of known.values())
        for (const { from, derive } of derivations)
          if (from === entity) yield* derive(merge, state);
    },
  };
}

const longTextsOf = (content: RowContent): RowContent =>
  Object.fromEntries(
    Object.entries(content).filter(
      ([, cell]) => typeof cell === 'string' && cell.length > longFrom,
    ),
  );

const fill = (content: RowContent, longTexts: RowContent): RowContent =>
  Object.fromEntries(
    Object.entries(content).map(([id, cell]) => [
      id,
      cell === keep ? (longTexts[id] ?? null) : cell,
    ]),
  );
