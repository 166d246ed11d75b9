import { agentStatus, agentsNow } from './agent-tabs';
import { contacts, templates } from './contact-tabs';
import { attendances, conversations, messages } from './conversation-tabs';
import type { TabDefinition } from '../sheets/definition';
import { journal, settingsTab } from './ledger-tabs';
import { failures, health, outages } from './operation-tabs';

/** Every tab by its id, in the order in which users see them. */
export const tabs = {
  agentsNow,
  agentStatus,
  conversations,
  attendances,
  messages,
  contacts,
  templates,
  outages,
  failures,
  health,
  journal,
  settings: settingsTab,
} as const satisfies Readonly<Record<string, TabDefinition>>;

export type TabId = keyof typeof tabs;

/** Ids of all tabs, in order. */
export const tabIds: readonly TabId[] = [
  'agentsNow',
  'agentStatus',
  'conversations',
  'attendances',
  'messages',
  'contacts',
  'templates',
  'outages',
  'failures',
  'health',
  'journal',
  'settings',
];
