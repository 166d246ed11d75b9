import type { TabId } from '../../src/tabs/tabs';

/** Tabs whose rows come from events, in their order. */
export const dataTabs = [
  'agentsNow',
  'agentStatus',
  'conversations',
  'attendances',
  'messages',
  'contacts',
  'templates',
  'outages',
] as const satisfies readonly TabId[];

/** The same tabs as people see them. */
export const dataTabTitles = [
  'Agora',
  'Status dos agentes',
  'Conversas',
  'Atendimentos',
  'Mensagens',
  'Contatos',
  'Modelos',
  'Quedas',
] as const;
