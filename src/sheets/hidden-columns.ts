import type { CellValue } from '../platform/services';
import type { TabDefinition } from './definition';

/**
 * The hidden columns at the end of every tab, always side by side and in this order: the row's key, its append number,
 * when it was appended (epoch ms), and for registers the state its cells are rendered from.
 */
export const hiddenTitles = {
  key: 'Chave',
  number: 'Nº',
  writtenAt: 'Gravado',
  state: 'Estado',
} as const;

export type HiddenColumn = keyof typeof hiddenTitles;

/** The hidden columns of a tab, in order. */
export function hiddenColumnsOf(tab: TabDefinition): readonly HiddenColumn[] {
  if (tab.kind === 'ledger' || tab.kind === 'view') return [];
  return tab.kind === 'register'
    ? ['key', 'number', 'writtenAt', 'state']
    : ['key', 'number', 'writtenAt'];
}

/** No append number is as large as this, and no time of ours as small (epoch ms of 2001). */
const firstEpochMs = 1_000_000_000_000;

/** An append number; where a column was put in or taken out in the middle of a writing, the row's time stands in its place. */
export const isAppendNumber = (cell: CellValue | undefined): cell is number =>
  typeof cell === 'number' && cell > 0 && cell < firstEpochMs;

/** Hidden cells of one row as we write them, the state `{` or, in logs, absent. */
export const isHiddenBlock = ([
  key,
  number,
  writtenAtMs,
  state = '{',
]: readonly CellValue[]): boolean =>
  typeof key === 'string' &&
  key !== '' &&
  isAppendNumber(number) &&
  Number(writtenAtMs) >= firstEpochMs &&
  String(state).startsWith('{');

/** The mark of a hidden column, beside those of the visible ones; `record` is the column whose header holds the tab's record. */
export const hiddenMark = (name: HiddenColumn | 'record'): string => `hidden.${name}`;
