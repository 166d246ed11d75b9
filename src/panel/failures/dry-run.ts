import { findLedger } from '../../intake/repair/ledger';
import { previewReplay, type ReplayPreview, type Selection } from '../../intake/replay/replay';
import type { PlannedRow } from '../../intake/write/write-changes';
import type { Services } from '../../platform/services';
import type { ColumnDefinition } from '../../sheets/definition';
import { tabIds, tabs } from '../../tabs/tabs';
import { defaultSettings, type Settings } from '../../settings/config';
import { tabOf } from '../../settings/tab-of';
import { languageOf } from '../language';
import { done, type Outcome } from '../outcome';
import { showCell, type CellWords } from './show-cell';
import { speaker } from '../speak';

/** A cell that a replay would write; `before` is blank in a new row. */
interface ShownChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

interface ShownRow {
  /** Whose row it is. */
  readonly name: string;
  readonly isNew: boolean;
  /** Where it stands; 0 for a new one. */
  readonly row: number;
  readonly changes: readonly ShownChange[];
}

interface ShownTab {
  readonly tab: string;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly rows: readonly ShownRow[];
  /** How many further rows there are. */
  readonly more: number;
}

/** What a replay would do, before it does anything. */
export interface DryRun {
  /** Requests that were looked at, and those that would fail again. */
  readonly taken: number;
  readonly failing: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly tabs: readonly ShownTab[];
}

const shownRows = 12;
const shownCells = 8;

const nothing: ReplayPreview = { rows: [], taken: 0, failing: 0 };

/** Looks at what a replay would write. Writes nothing. */
export function dryRun(services: Services, selection: Selection): Outcome<DryRun> {
  const ledger = findLedger(services, services.properties.getAll());
  if (ledger === null) return done(show(nothing, wordsOf(services, defaultSettings)));
  const words = wordsOf(services, ledger.config.settings);
  return done(show(previewReplay(services, selection, ledger), words));
}

/** And the columns that people made. */
type Words = CellWords & Pick<Settings, 'ownColumns'>;

function wordsOf(
  services: Services,
  { offsetMinutes, ownColumns }: Pick<Settings, 'offsetMinutes' | 'ownColumns'>,
): Words {
  const speak = speaker(services);
  return {
    language: languageOf(services.host.locale()),
    offsetMinutes,
    ownColumns,
    yes: speak('failYes'),
    no: speak('failNo'),
  };
}

function show({ rows, taken, failing }: ReplayPreview, words: Words): DryRun {
  const all = rows.map((row) => ({ row, changes: changesOf(row, words) }));
  const telling = all.filter(({ row, changes }) => row.isNew || changes.length > 0);
  const shown = tabIds.flatMap((tab): readonly ShownTab[] => {
    const own = telling.filter(({ row }) => row.tab === tab);
    if (own.length === 0) return [];
    const changed = own.filter(({ row }) => !row.isNew);
    return [
      {
        tab,
        title: tabs[tab].title[words.language],
        added: own.length - changed.length,
        changed: changed.length,
        rows: [...changed, ...own.filter(({ row }) => row.isNew)]
          .slice(0, shownRows)
          .map(({ row, changes }) => showRow(row, changes, words)),
        more: Math.max(0, own.length - shownRows),
      },
    ];
  });
  const added = telling.filter(({ row }) => row.isNew).length;
  return {
    taken,
    failing,
    added,
    changed: telling.length - added,
    same: all.length - telling.length,
    tabs: shown,
  };
}

/** A row of a log never changes. */
function changesOf({ tab, content, before, isNew }: PlannedRow, words: Words): ShownChange[] {
  if (before === null && !isNew) return [];
  return tabOf(tab, words).columns.flatMap((column) => {
    const after = showCell(column, content[column.id], words);
    const was = before === null ? '' : showCell(column, before[column.id], words);
    if (after === null || was === null || after === was) return [];
    return [{ column: column.title[words.language], before: was, after }];
  });
}

function showRow(row: PlannedRow, changes: readonly ShownChange[], words: CellWords): ShownRow {
  return {
    name: nameOf(row, words),
    isNew: row.isNew,
    row: row.row,
    changes: changes.slice(0, shownCells),
  };
}

/** A person's name where the row has one, else its first text. */
function nameOf({ tab, content }: PlannedRow, words: CellWords): string {
  const textOf = (column: ColumnDefinition): string =>
    column.kind === 'text' ? (showCell(column, content[column.id], words) ?? '') : '';
  const { columns } = tabs[tab];
  const names = columns.filter(({ personal }) => personal === 'name');
  return [...names, ...columns].map(textOf).find((text) => text !== '') ?? '';
}
