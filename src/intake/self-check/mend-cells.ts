import { keep } from '../../sheets/definition';
import type { CheckState } from '../../settings/sweep-state';
import { toKeyRows, type KeyRow } from '../../sheets/key-window';
import type { OpenTab } from '../../sheets/open-tab';
import type { TabId } from '../../tabs/tabs';
import { replayContext } from '../replay/replay';
import { hintsOf, planRow } from '../write/plan-row';
import { writeChanges } from '../write/write-changes';
import { nextStep, openData, readWhole, registerOf, type Hand, type Step } from './check-step';
import { isShown, isTextKept } from './is-shown';
import { expectRows } from './expect-rows';
import { noteKey } from './note-key';

/** Cells that one step reads: about a second by the published costs. */
const cellsPerStep = 100_000;

/** Writes rows again whose cells are not what their `Estado` renders; those that follow from others, what that of the others does. */
export const mendCells: Step = (hand, tab) => {
  const { state } = hand;
  const open = registerOf(tab) === undefined ? null : openData(hand, tab);
  if (open === null) return nextStep(state);
  const row = Math.max(state.from, open.firstRow);
  const most = Math.ceil(cellsPerStep / open.sheet.maxColumns());
  const rows = Math.min(most, open.nextRow - row);
  if (rows < 1) return nextStep(state);
  const { wrong, textless } = findWrong(open, { hand, tab, row, rows });
  if (wrong.length > 0) renderRows(hand, tab, wrong);
  const mended = state.mended + wrong.length;
  return { ...state, from: row + rows, mended, texts: noteKeys(state.texts, tab, textless) };
};

const noteKeys = (
  texts: CheckState['texts'],
  tab: TabId,
  rows: readonly KeyRow[],
): CheckState['texts'] => rows.reduce((noted, { key }) => noteKey(noted, tab, key), texts);

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

/** Rows whose cells are not what they should be, and those that have lost a long text: only the journal has that. */
interface Wrong {
  readonly wrong: readonly KeyRow[];
  readonly textless: readonly KeyRow[];
}

function findWrong(open: OpenTab, { hand, tab, row, rows }: Block): Wrong {
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
  const expected = expectRows(keyRows, tab, hand);
  const wrongRows = new Map<string, KeyRow[]>();
  const textless: KeyRow[] = [];
  for (const keyRow of keyRows) {
    const known = expected.get(keyRow.key);
    for (const { id, kind } of known === undefined ? [] : open.tab.columns) {
      const column = open.layout.columns.get(id);
      const cell = cells[keyRow.row - row]?.[(column ?? 0) - 1];
      const content = known?.content[id];
      if (cell === undefined) continue;
      if (content === keep && !isTextKept(cell, known?.beginnings)) textless.push(keyRow);
      if (isShown(cell, { kind, content }, offsets)) continue;
      wrongRows.set(id, [...(wrongRows.get(id) ?? []), keyRow]);
    }
  }
  const few = Math.max(fewRows, keyRows.length / 2);
  const wrong = [...wrongRows.values()].filter(({ length }) => length <= few).flat();
  return { wrong: [...new Set(wrong)], textless };
}

/** Renders rows anew where they stand by now, with those that follow from them; no other row of the tab is written. */
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
      only: (to, { key, existing }) => existing !== null && (to !== tab || keys.has(key)),
    },
  );
}
