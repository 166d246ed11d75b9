import type { TabId } from '../../tabs/tabs';

/** How a tab is searched and its rows are told of. */
export interface SearchedTab {
  readonly tab: TabId;
  /** Columns of which the first that says something names the row. */
  readonly names: readonly string[];
  /** Columns that are told beside it. */
  readonly facts: readonly string[];
  /** Columns of which the first that says something tells when. */
  readonly times: readonly string[];
}

/** Tabs with rows of events, in the order in which a person wants to read of them. */
export const searchedTabs: readonly SearchedTab[] = [
  {
    tab: 'contacts',
    names: ['name', 'phone', 'email', 'contact'],
    facts: ['phone', 'email', 'channel', 'vendor', 'account'],
    times: ['updatedAt', 'createdAt'],
  },
  {
    tab: 'conversations',
    names: ['contact', 'phone', 'conversation'],
    facts: ['status', 'agent', 'team', 'channel', 'vendor', 'account'],
    times: ['lastActivityAt', 'openedAt'],
  },
  {
    tab: 'attendances',
    names: ['customer', 'phone', 'attendance'],
    facts: ['status', 'operator', 'department', 'vendor', 'account'],
    times: ['requestedAt', 'startedAt', 'finishedAt'],
  },
  {
    tab: 'messages',
    names: ['contact', 'phone', 'message'],
    facts: ['direction', 'text', 'status', 'vendor', 'account'],
    times: ['sentAt'],
  },
  {
    tab: 'agentsNow',
    names: ['agent'],
    facts: ['situation', 'email', 'vendor', 'account'],
    times: ['since'],
  },
  {
    tab: 'agentStatus',
    names: ['agent'],
    facts: ['situation', 'email', 'vendor', 'account'],
    times: ['at'],
  },
  {
    tab: 'agentDays',
    names: ['agent'],
    facts: ['vendor', 'account'],
    times: ['firstIn', 'day'],
  },
  {
    tab: 'templates',
    names: ['template'],
    facts: ['status', 'vendor', 'account'],
    times: ['since'],
  },
  {
    tab: 'outages',
    names: ['instance'],
    facts: ['situation', 'detail', 'vendor', 'account'],
    times: ['at'],
  },
];

/** Columns that name things and that no class of personal data tells. */
export const idColumns: ReadonlySet<string> = new Set(['agentId', 'template', 'instance']);
