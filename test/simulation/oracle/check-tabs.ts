import type { WorkbookView } from '../../../src/twin/spreadsheet/model';
import { readTab, type SeenRow } from '../read-tabs';
import { wrongCells, type Surroundings } from './expected-cells';
import type { ModelRow } from './model';
import { dataTabs, type DataTab } from './titles';

/**
 * Places (tab and key) whose rows a person deleted; `*` for all of a tab, those included that were being written, `?` for one of which
 * they deleted the key alone.
 */
export type Deletions = ReadonlySet<string>;

/** What the tabs are held against. */
export interface Expected {
  readonly model: ReadonlyMap<string, ModelRow>;
  readonly deletions: Deletions;
  /** Rows may have been written over under somebody's notes: whose these are then nobody can say. */
  readonly areNotesLoose: boolean;
  readonly around: Surroundings;
}

/** Every row of the model stands there once and shows what it must; nothing else does. */
export function checkTabs(workbook: WorkbookView, expected: Expected): string[] {
  const missing = new Map(expected.model);
  const faults = dataTabs.flatMap((tab) => {
    const rows = readTab(workbook, tab).filter((row) => !isTheirs(row));
    const found = rows.flatMap((row) =>
      checkRow({ tab, row: trimKey(tab, row), missing, expected }),
    );
    return [...found, ...checkNumbers(tab, rows)];
  });
  const lost = [...missing].filter(([place, row]) => !isDeleted(place, row, expected.deletions));
  return [...faults, ...lost.map(([place]) => `missing row: ${place}`)];
}

/** A title of the person's that a sort took among our rows: nothing hidden stands beside it. */
const isTheirs = ({ key, number }: SeenRow): boolean => key === '' && number === null;

const trim = (text: string): string => text.replace(/\|[^|]*$/, '');

/** The place (tab and key) of a row as the model names it. */
export const placeOf = (tab: DataTab, key: string): string =>
  `${tab} ${isTrimmed(tab, key) ? trim(key) : key}`;

/** Treble's messages are told by session, direction and second; what more their ids say is the app's. */
const isTrimmed = (tab: DataTab, key: string): boolean =>
  tab === 'messages' && key.startsWith('treble');

function trimKey(tab: DataTab, row: SeenRow): SeenRow {
  if (!isTrimmed(tab, row.key)) return row;
  const cell: SeenRow['cell'] = (name) =>
    name === 'message' ? trim(String(row.cell(name))) : row.cell(name);
  return { ...row, key: trim(row.key), cell };
}

/** The row itself, or the conversation that it follows from. */
function isDeleted(place: string, row: ModelRow | undefined, deletions: Deletions): boolean {
  const tab = place.slice(0, place.indexOf(' '));
  if (deletions.has(place) || deletions.has(`${tab} *`)) return true;
  if (row?.tab !== 'attendances') return false;
  const source = `conversations ${row.key.split('#')[0] ?? ''}`;
  return deletions.has(source) || deletions.has('conversations *');
}

interface RowCheck {
  readonly tab: DataTab;
  readonly row: SeenRow;
  /** Rows not seen yet. */
  readonly missing: Map<string, ModelRow>;
  readonly expected: Expected;
}

function checkRow({ tab, row, missing, expected }: RowCheck): string[] {
  const place = `${tab} ${row.key}`;
  // Cells of ours that slipped into the person's new column are no notes: those are keys.
  const notes = row.notes.map((note) => String(note ?? '')).filter((note) => note.includes('|'));
  const moved = notes.filter((note) => !note.startsWith(row.key));
  const strays = (expected.areNotesLoose ? [] : moved).map(
    (note) => `${place}: a person's note for ${note} is beside it`,
  );
  const told = expected.model.get(place);
  // What a row knows stands where its key did: whose it was nobody can say.
  const isNobodys = row.key.startsWith('{') && expected.deletions.has(`${tab} ?`);
  const isFree = isNobodys || isDeleted(place, told ?? followerOf(tab, row), expected.deletions);
  if (told === undefined) return isFree ? strays : [...strays, `unexplained row: ${place}`];
  const isRepeated = !missing.delete(place);
  return [
    ...strays,
    ...(isRepeated ? [`row twice: ${place}`] : []),
    ...(isFree ? [] : wrongCells(told, row, expected.around)).map((text) => `${place}: ${text}`),
  ];
}

/** A row of Atendimentos, as far as its key tells. */
function followerOf(tab: DataTab, { key }: SeenRow): ModelRow | undefined {
  if (tab !== 'attendances') return undefined;
  return { tab, key, id: key, connectionId: '', fields: {}, atMs: 0 };
}

function checkNumbers(tab: DataTab, rows: readonly SeenRow[]): string[] {
  const numbers = new Set(rows.map(({ number }) => number));
  const keys = new Set(rows.map(({ key }) => key));
  return [
    ...(numbers.size === rows.length ? [] : [`${tab}: a number stands twice in Nº`]),
    ...(keys.size === rows.length ? [] : [`${tab}: a key stands twice in Chave`]),
  ];
}
