import type { EntityId } from '../../events/fields';
import { joinStates, type State } from '../../projections/state';
import { parseState, writeState } from '../../projections/state-text';
import { mergeRow } from '../../rows/merge-row';
import type { Merge } from '../../rows/plan';
import { toBlocks } from '../../sheets/blocks';
import { deleteRows } from '../../sheets/delete-rows';
import { mendTab } from '../../sheets/mend-tab';
import type { KeyRow } from '../../sheets/key-window';
import { ourColumns, type OpenTab } from '../../sheets/open-tab';
import { writeRecord } from '../../sheets/tab-record';
import { writeRows, type RowWrite } from '../../sheets/write-rows';
import { findNowCell } from '../../settings/now-cell';
import { planRow } from '../write/plan-row';
import { nextStep, openData, registerOf, type Hand, type Step } from './check-step';
import { renderRows } from './mend-cells';
import { clearStrayFormulas } from './stray-formula';
import { keepOneHeader } from './stray-header';
import { survey, type Suspect } from './survey';

/**
 * Unites the rows of each key that stands twice, puts hidden cells that have slipped back, and gives rows that bear another one's
 * number a new one. The rows were read a moment ago, in this hold; a sort in between leaves a fault that the next check finds.
 */
export const uniteRows: Step = (hand, tab) => {
  const { state, services } = hand;
  const open = openData(hand, tab);
  const found = open === null ? null : survey(open, hand);
  if (open === null || found === null) return nextStep(state);
  if (found.headers.length > 0) {
    keepOneHeader(open, found.headers);
    services.workbook.flush();
    const { language } = hand.ledger.config.settings;
    mendTab(open.sheet, open.tab, { language, nowMs: services.clock.now() });
    return { ...state, mended: state.mended + found.headers.length };
  }
  if (found.surplus === 0) return nextStep(state);
  const slipped = [...found.groups.values()].flat().filter(({ isAside }) => isAside);
  // Such a row would look as if the user had written something in it.
  if (
    clearStrayFormulas(
      open,
      slipped.map(({ row }) => row),
    )
  ) {
    services.workbook.flush();
    return state;
  }
  const entity = registerOf(tab);
  const unions = [...found.groups].map(([key, rows]) => {
    const plan = entity === undefined ? null : planRow(entity, key, hand.ledger.config);
    return uniteGroup(rows, plan?.entity === entity ? plan : null);
  });
  const leaving = new Set(unions.flatMap(({ going }) => going.map(({ row }) => row)));
  const staying = found.renumbered.filter((row) => !leaving.has(row));
  // The record, too, may have been written aside.
  const known = [...found.groups.values()].flat().map(({ number }) => number);
  const last = Math.max(open.record.last, ...known);
  const numbers = renumber(open, { rows: staying, last }, hand);
  writeAll(open, withNumbers(unions, numbers), hand);
  services.workbook.flush();
  takeAway(
    open,
    unions.flatMap(({ going }) => going),
  );
  const homes = unions.flatMap(({ writes, home }) => (writes.length === 0 ? home : []));
  if (homes.length > 0) renderRows(hand, tab, homes);
  return nextStep({ ...state, mended: state.mended + found.surplus });
};

/** What becomes of the rows of a key. */
interface Union {
  readonly home: Suspect;
  /** All of the key's rows, each with all that they know: whichever stays, nothing is forgotten. */
  readonly writes: readonly RowWrite[];
  readonly going: readonly Suspect[];
}

/** `plan` renders the row; null for rows whose state does not say what they show: then one that has not slipped stays as it is. */
function uniteGroup(rows: readonly Suspect[], plan: Merge | null): Union {
  const home = pickHome(rows, plan?.entity ?? null);
  const others = rows.filter((row) => row !== home);
  if (plan === null) return { home, writes: [], going: home.isAside ? rows : others };
  const known = rows
    .map(({ state }) => parseState(state))
    .reduce((a, b) => joinStates(plan.entity, a, b));
  const { content, state } = mergeRow(known, [plan]);
  const writes = rows.map((row) => ({
    key: home.key,
    existing: row,
    content,
    state: writeState(state),
    isRenewed: row.isAside,
  }));
  // By now every cell of a key says so.
  return { home, writes, going: others.map((row) => ({ ...row, shown: home.key })) };
}

/**
 * The row that was the key's own: the one with the lowest number; of rows that share it, the one that knows less, since the other was
 * written over a neighbour's.
 */
function pickHome(rows: readonly Suspect[], entity: EntityId | null): Suspect {
  const isBefore = (a: Suspect, b: Suspect): boolean => {
    if (entity === null && a.isAside !== b.isAside) return b.isAside;
    if (a.number !== b.number) return a.number < b.number;
    return entity !== null && a.state !== b.state && knows(entity, b, a);
  };
  return rows.reduce((best, row) => (isBefore(row, best) ? row : best));
}

function knows(entity: EntityId, more: Suspect, less: Suspect): boolean {
  const known: State = parseState(more.state);
  return (
    JSON.stringify(joinStates(entity, known, parseState(less.state))) === JSON.stringify(known)
  );
}

/** What is written to a row that has just got a number bears that one. */
function withNumbers(unions: readonly Union[], numbers: Numbers): readonly RowWrite[] {
  return unions
    .flatMap(({ writes }) => writes)
    .map((write) => {
      const number = numbers.get(write.existing?.row ?? 0);
      return write.existing === null || number === undefined
        ? write
        : { ...write, existing: { ...write.existing, ...number } };
    });
}

function writeAll(open: OpenTab, writes: readonly RowWrite[], { services, ledger }: Hand): void {
  const { settings } = ledger.config;
  writeRows(open, writes, {
    nowMs: services.clock.now(),
    offsetMinutes: settings.offsetMinutes,
    nowCell: () => findNowCell(services.workbook, settings) ?? '',
  });
}

/** A row beside which the user wrote something becomes theirs: our cells in it are cleared. Others are deleted. */
function takeAway({ tab, sheet, layout }: OpenTab, going: readonly Suspect[]): void {
  const columns = [...ourColumns(tab, layout)].sort((a, b) => a - b);
  const cells = new Map(columns.map((column) => [column, ''] as const));
  const noted = going.filter(({ hasNotes }) => hasNotes).sort((a, b) => a.row - b.row);
  for (const block of toBlocks(noted.map(({ row }) => ({ row, cells })))) {
    const { row, column, width, values } = block;
    sheet.write({ row, column, rows: values.length, columns: width }, values);
  }
  const bare = going.filter(({ hasNotes }) => !hasNotes);
  const shown = new Map(bare.map((row) => [row.row, row.shown] as const));
  if (shown.size > 0) deleteRows(tab, sheet, (key, row) => shown.get(row) === key);
}

/** Rows that need a number, and the highest one that stands anywhere. */
interface Renumbering {
  readonly rows: readonly number[];
  readonly last: number;
}

/** The new numbers, by row. */
type Numbers = ReadonlyMap<number, Pick<KeyRow, 'number' | 'writtenAtMs'>>;

/**
 * Rows get numbers as if they were appended now, time included: every row with a lower number must be older (see `locate.ts`).
 * The record goes first, as ever.
 */
function renumber(open: OpenTab, { rows, last }: Renumbering, { services }: Hand): Numbers {
  const { recordColumn, headerRow, keyColumn } = open.layout;
  const isRight = rows.length === 0 && last === open.record.last;
  if (isRight || recordColumn === null || keyColumn === null) return new Map();
  const cell = { row: headerRow, column: recordColumn, rows: 1, columns: 1 };
  open.sheet.write(cell, [[writeRecord({ ...open.record, last: last + rows.length })]]);
  const writtenAtMs = services.clock.now();
  const numbers = new Map(
    rows.map((row, index) => [row, { number: last + 1 + index, writtenAtMs }] as const),
  );
  for (const [row, { number }] of numbers)
    open.sheet.write({ row, column: keyColumn + 1, rows: 1, columns: 2 }, [[number, writtenAtMs]]);
  return numbers;
}
