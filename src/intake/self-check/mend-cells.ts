import { parseState, schemaOf, stateSchema } from '../../projections/state-text';
import { renderRow } from '../../rows/merge-row';
import { toKeyRows, type KeyRow, type OpenTab } from '../../sheets/open-tab';
import type { TabId } from '../../tabs/tabs';
import { replayContext } from '../replay/replay';
import { hintsOf, planRow } from '../write/plan-row';
import { writeChanges } from '../write/write-changes';
import { nextStep, openData, readWhole, registerOf, type Hand, type Step } from './check-step';
import { isShown } from './is-shown';

/** Cells that one step reads: about a second by the published costs. */
const cellsPerStep = 100_000;

/** Writes rows again whose cells are not what their `Estado` renders. Rows that follow from others are left to those. */
export const mendCells: Step = (hand, tab) => {
  const { state } = hand;
  const open = registerOf(tab) === undefined ? null : openData(hand, tab);
  if (open === null) return nextStep(state);
  const row = Math.max(state.from, open.firstRow);
  const most = Math.ceil(cellsPerStep / open.sheet.maxColumns());
  const rows = Math.min(most, open.nextRow - row);
  if (rows < 1) return nextStep(state);
  const wrong = findWrong(open, { hand, tab, row, rows });
  if (wrong.length > 0) renderRows(hand, tab, wrong);
  return { ...state, from: row + rows, mended: state.mended + wrong.length };
};

interface Block {
  readonly hand: Hand;
  readonly tab: TabId;
  readonly row: number;
  readonly rows: number;
}

/**
 * A column that differs in most rows was not written over row by row: the user changed its format, or Google gives it in another
 * form than we know. It is left alone.
 */
const fewRows = 5;

function findWrong(open: OpenTab, { hand, tab, row, rows }: Block): readonly KeyRow[] {
  const { services, ledger } = hand;
  const zone = services.workbook.timeZone();
  const offsets = {
    ours: ledger.config.settings.offsetMinutes,
    sheets: services.clock.offsetMinutes(zone, services.clock.now()),
  };
  const cells = readWhole(open, hand, { first: row, last: row + rows - 1 });
  const start = (open.layout.keyColumn ?? 1) - 1;
  const keyRows = toKeyRows(
    cells.map((line) => line.slice(start, start + 4)),
    row,
  );
  const wrongRows = new Map<string, KeyRow[]>();
  for (const keyRow of keyRows) {
    const content = contentOf(keyRow, tab, hand);
    for (const { id, kind } of content === null ? [] : open.tab.columns) {
      const column = open.layout.columns.get(id);
      const cell = cells[keyRow.row - row]?.[(column ?? 0) - 1];
      if (cell === undefined || isShown(cell, { kind, content: content?.[id] }, offsets)) continue;
      wrongRows.set(id, [...(wrongRows.get(id) ?? []), keyRow]);
    }
  }
  const few = Math.max(fewRows, keyRows.length / 2);
  return [...new Set([...wrongRows.values()].filter(({ length }) => length <= few).flat())];
}

/** What the row's state renders; null for a row of which that cannot be told. */
function contentOf({ key, state }: KeyRow, tab: TabId, { ledger }: Hand) {
  const entity = registerOf(tab);
  const schema = schemaOf(state);
  if (entity === undefined || schema < 1 || schema > stateSchema) return null;
  const plan = planRow(entity, key, ledger.config);
  return plan?.entity === entity ? renderRow(plan, parseState(state)) : null;
}

/** Renders rows anew where they stand by now; no other row is written. */
export function renderRows(hand: Hand, tab: TabId, rows: readonly KeyRow[]): void {
  const { services, ledger } = hand;
  const entity = registerOf(tab);
  if (entity === undefined) return;
  const keys = new Set(rows.map(({ key }) => key));
  const plans = [...keys].flatMap((key) => planRow(entity, key, ledger.config) ?? []);
  writeChanges(
    plans.map((plan) => ({ requestId: plan.key, changes: [plan] })),
    {
      ...replayContext(services, ledger),
      hints: hintsOf(rows),
      only: (to, { key, existing }) => to === tab && keys.has(key) && existing !== null,
    },
  );
}
