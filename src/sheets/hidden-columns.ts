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
  if (tab.kind === 'ledger') return [];
  return tab.kind === 'register'
    ? ['key', 'number', 'writtenAt', 'state']
    : ['key', 'number', 'writtenAt'];
}

/** The mark of a hidden column, beside those of the visible ones; `record` is the column whose header holds the tab's record. */
export const hiddenMark = (name: HiddenColumn | 'record'): string => `hidden.${name}`;
