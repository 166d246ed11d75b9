import { withOwnColumns } from '../choices/own-columns';
import type { TabDefinition } from '../sheets/definition';
import { tabs, type TabId } from '../tabs/tabs';
import type { Settings } from './config';

/** A tab as this spreadsheet has it: with the columns that its users made. */
export const tabOf = (id: TabId, { ownColumns }: Pick<Settings, 'ownColumns'>): TabDefinition =>
  ownColumns.length === 0 ? tabs[id] : withOwnColumns(tabs[id], ownColumns);
