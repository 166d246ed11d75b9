import { addSums, type GrowingSums } from '../../measures/sums';
import { contributionOf } from '../../measures/contributions';
import { countedEntities, isCounted, type Counting } from '../../measures/counted';
import { parseState } from '../../projections/state-text';
import type { RowWrite } from '../../sheets/write-rows';
import { findSheet } from '../../sheets/find-sheet';
import type { Settings } from '../../settings/config';
import { tabs, type TabId } from '../../tabs/tabs';
import { blockOf, readLast, writeRecords, type Moves } from './move-records';
import type { Run } from './write-run';

/**
 * Tells Totais what the rows of this run change in the numbers: what each adds as it is written, less what it added as it stood. One
 * record in the same flush as the rows; no call but its buffered writes. Callers have made room, and written nothing yet.
 */
export function noteMoves(run: Run): void {
  const { settings, workbook, isAgain = false } = run.context;
  const id = settings.sheetIds['moves'];
  const moves = movesOf(run, countingOf(settings));
  if (id === undefined || (moves.size === 0 && !(isAgain && run.writes.size > 0))) return;
  const sheet = findSheet(workbook, tabs.moves, id);
  if (sheet === null) return;
  const seen = run.tops?.get('moves')?.header[0];
  const title = seen ?? sheet.read({ row: 1, column: 1, rows: 1, columns: 1 })[0]?.[0];
  writeRecords(sheet, readLast(title), { moves, isDoubtful: isAgain });
}

/** With what times are counted under these settings. */
export const countingOf = ({ offsetMinutes, hours }: Settings): Counting => ({
  offsetMinutes,
  hours,
});

function movesOf(run: Run, counting: Counting): Moves {
  const moves = new Map<string, GrowingSums>();
  for (const [tab, writes] of run.writes) addTab(moves, { run, tab, writes, counting });
  for (const [block, sums] of moves) if (sums.size === 0) moves.delete(block);
  return moves;
}

interface TabWrites {
  readonly run: Run;
  readonly tab: TabId;
  readonly writes: readonly RowWrite[];
  readonly counting: Counting;
}

function addTab(moves: Map<string, GrowingSums>, { run, tab, writes, counting }: TabWrites): void {
  const { entity } = tabs[tab];
  if (!isCounted(entity)) return;
  let nextRow = run.opened.get(tab)?.nextRow ?? 0;
  for (const { key, existing, state } of writes) {
    const row = existing?.row ?? nextRow;
    if (existing === null) nextRow += 1;
    if (existing?.state === state) continue;
    const block = blockOf(countedEntities.indexOf(entity), row);
    const sums = moves.get(block) ?? new Map<string, Record<string, number>>();
    moves.set(block, sums);
    addSums(sums, contributionOf(entity, { key, state: parseState(state) }, counting));
    if (existing !== null) {
      const before = { key: existing.key, state: parseState(existing.state) };
      addSums(sums, contributionOf(entity, before, counting), -1);
    }
  }
}
