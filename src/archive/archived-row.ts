import { shortHash } from '../events/short-hash';
import { countingOf } from '../intake/write/note-moves';
import { planRow } from '../intake/write/plan-row';
import type { CellValue } from '../platform/services';
import { newestMs } from '../privacy/row-age';
import { parseState } from '../projections/state-text';
import type { State } from '../projections/state';
import { derivations } from '../rows/derivations';
import { renderRow, type DerivedRow } from '../rows/merge-row';
import type { Merge } from '../rows/plan';
import type { Config } from '../settings/config';
import type { KeyRow } from '../sheets/key-window';
import { registers, type RegisterEntity } from '../tabs/registers';
import { numbersOf } from './numbers';
import { isoTime, toFields } from './tables';

/** A line of JSON, and whose table it is of. */
type Line = readonly [table: string, json: string];

/** A row as the archive has it: its own line, and those of rows that follow from it and leave with it. */
export interface ArchivedRow {
  readonly row: number;
  readonly key: string;
  readonly lines: readonly Line[];
  /** Of all its lines: who has lines of this mark has this very row. */
  readonly mark: string;
  readonly learnedMs: number;
  readonly isOpen: boolean;
}

/** What stands in a row beside what its state tells. */
export interface Beside {
  /** The cell of a column of ours, by id: a long text stands nowhere else. */
  readonly cell: (columnId: string) => CellValue;
  /** What the user wrote in columns of their own, by title. */
  readonly own: Readonly<Record<string, CellValue>>;
  /** What more its table has. */
  readonly more?: object | undefined;
}

const markOf = (lines: readonly Line[]): string =>
  shortHash(lines.map(([, json]) => json).join('\n'));

/** One that has been open for longer is no longer shown as open. */
const openForMs = 30 * 86_400_000;

interface Known {
  readonly entity: RegisterEntity;
  readonly row: KeyRow;
  readonly beside: Beside;
  readonly nowMs: number;
}

/** Null for a row that the archive cannot tell: its connection is gone, or it follows from another one and goes with that. */
export function archiveRow(config: Config, known: Known): ArchivedRow | null {
  const { entity, row, beside, nowMs } = known;
  const plan = planRow(entity, row.key, config);
  const connection = config.connections.find(({ id }) => row.key.startsWith(`${id}|`));
  if (plan === null || plan.entity !== entity || connection === undefined) return null;
  const state = parseState(row.state);
  const counted = numbersOf(
    { entity, key: row.key, state },
    connection,
    countingOf(config.settings),
  );
  const learnedMs = newestMs(row);
  const common = {
    connection_id: connection.id,
    learned_at: isoTime(learnedMs),
    day: isoTime(learnedMs + config.settings.offsetMinutes * 60_000).slice(0, 10),
  };
  const own =
    Object.keys(beside.own).length === 0 ? {} : { own_columns: JSON.stringify(beside.own) };
  const toLine = (of: RegisterEntity, { key: row_key, content }: Rendered, more = {}): Line => {
    const fields = toFields(of, content, (id) => String(beside.cell(id)));
    return [registers[of].tab, JSON.stringify({ row_key, ...common, ...fields, ...more })];
  };
  const { numbers, open, openSinceMs } = counted;
  const told = { numbers, open, ...own, ...beside.more, row_state: row.state };
  const lines = [
    toLine(entity, { key: row.key, content: renderRow(plan, state) }, told),
    ...followersOf(plan, state).map((follower) => toLine('attendance', follower)),
  ];
  const isOpen = openSinceMs !== null && nowMs - openSinceMs < openForMs;
  return { row: row.row, key: row.key, lines, mark: markOf(lines), learnedMs, isOpen };
}

type Rendered = Pick<DerivedRow, 'key' | 'content'>;

/** Rows that follow from a row. */
const followersOf = (plan: Merge, state: State): readonly DerivedRow[] =>
  derivations.flatMap(({ from, derive }) => (from === plan.entity ? derive(plan, state) : []));
