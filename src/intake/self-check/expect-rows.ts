import { longBeginnings } from '../../projections/long-text';
import { parseState, schemaOf, stateSchema } from '../../projections/state-text';
import { derivations } from '../../rows/derivations';
import { renderRow, type DerivedRow } from '../../rows/merge-row';
import type { Merge } from '../../rows/plan';
import type { RowContent } from '../../sheets/definition';
import type { KeyRow } from '../../sheets/key-window';
import { registers } from '../../tabs/registers';
import type { TabId } from '../../tabs/tabs';
import { planRow } from '../write/plan-row';
import { openData, registerOf, type Hand } from './check-step';

/** What a row must show. */
export interface ExpectedRow {
  readonly content: RowContent;
  /** How the long texts begin that stand in its cells only; none where the journal has them no more. */
  readonly beginnings: readonly string[];
}

/** What the states of a register's rows render, by key; rows of which that cannot be told are missing. */
export function expectRows(
  rows: readonly KeyRow[],
  tab: TabId,
  hand: Hand,
): ReadonlyMap<string, ExpectedRow> {
  const expected = new Map<string, ExpectedRow>();
  const entity = registerOf(tab);
  if (entity === undefined) return expected;
  const sources = new Map<string, Merge>();
  const sinceMs = hand.services.clock.now() - journalMs;
  for (const { key, state } of rows) {
    const plan = planRow(entity, key, hand.ledger.config);
    if (plan === null) continue;
    if (plan.entity !== entity) sources.set(plan.key, plan);
    else if (isOfOurs(state)) expected.set(key, expectRow(plan, state, sinceMs));
  }
  for (const { key, content } of followers(sources, tab, hand))
    expected.set(key, { content, beginnings: [] });
  return expected;
}

/** The journal keeps settled lines so long. */
const journalMs = 7 * 86_400_000;

function expectRow(plan: Merge, text: string, sinceMs: number): ExpectedRow {
  const state = parseState(text);
  return { content: renderRow(plan, state), beginnings: longBeginnings(state, sinceMs) };
}

function isOfOurs(state: string): boolean {
  const schema = schemaOf(state);
  return schema >= 1 && schema <= stateSchema;
}

/** The rows of a tab that follow from those others, as far as these are among the newest of their own tab. */
function followers(
  sources: ReadonlyMap<string, Merge>,
  tab: TabId,
  hand: Hand,
): readonly DerivedRow[] {
  if (sources.size === 0) return [];
  return derivations
    .filter((derivation) => derivation.tab === tab)
    .flatMap(({ from, derive }) => {
      const known = openData(hand, registers[from].tab)?.byKey;
      return [...sources.values()].flatMap((plan) => {
        const row = plan.entity === from ? known?.get(plan.key) : undefined;
        return row === undefined || !isOfOurs(row.state) ? [] : derive(plan, parseState(row.state));
      });
    });
}
