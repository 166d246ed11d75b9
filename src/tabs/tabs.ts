import type { TabDefinition } from '../sheets/definition';
import { agentDays } from './agent-days/columns';
import { agentStatus, agentsNow } from './agents/columns';
import { attendances } from './attendances/columns';
import { contacts } from './contacts/columns';
import { conversations } from './conversations/columns';
import { dashboard } from './dashboard/definition';
import { failures } from './failures/columns';
import { health } from './health/columns';
import { journal } from './journal/columns';
import { messages } from './messages/columns';
import { outages } from './outages/columns';
import { moves } from './moves/columns';
import { privacyTab } from './privacy/columns';
import { settingsTab } from './settings/columns';
import { timeline } from './timeline/definition';
import { totals } from './totals/columns';
import { templates } from './templates/columns';

/** Every tab by its id, in the order in which users see them. */
export const tabs = {
  dashboard,
  agentsNow,
  agentDays,
  timeline,
  agentStatus,
  conversations,
  attendances,
  messages,
  contacts,
  templates,
  outages,
  failures,
  health,
  privacy: privacyTab,
  journal,
  totals,
  moves,
  settings: settingsTab,
} as const satisfies Readonly<Record<string, TabDefinition>>;

export type TabId = keyof typeof tabs;

/** Ids of all tabs, in order. */
export const tabIds: readonly TabId[] = [
  'dashboard',
  'agentsNow',
  'agentDays',
  'timeline',
  'agentStatus',
  'conversations',
  'attendances',
  'messages',
  'contacts',
  'templates',
  'outages',
  'failures',
  'health',
  'privacy',
  'journal',
  'totals',
  'moves',
  'settings',
];
