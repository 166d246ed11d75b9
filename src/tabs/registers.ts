import type { EntityId } from '../events/fields';
import { readState } from '../projections/read-state';
import { readConversation } from '../projections/standing';
import type { State } from '../projections/state';
import type { RowContent } from '../sheets/definition';
import { renderAgentNow } from './agents/cells';
import { renderAttendance } from './attendances/cells';
import { renderContact } from './contacts/cells';
import { renderConversation } from './conversations/cells';
import { renderMessage } from './messages/cells';
import type { RowContext } from './shared/row-context';
import type { TabId } from './tabs';
import { renderTemplate } from './templates/cells';

interface Register {
  readonly tab: TabId;
  /** The cells of a row that knows so much. */
  show(state: State, context: RowContext): RowContent;
}

/** The tabs whose rows are merged, by the entity that fills them, in the order of the tabs. */
export const registers = {
  agentStatus: {
    tab: 'agentsNow',
    show: (state, context) => renderAgentNow(readState('agentStatus', state), context),
  },
  conversation: {
    tab: 'conversations',
    show: (state, context) => renderConversation(readConversation(state), context),
  },
  attendance: {
    tab: 'attendances',
    show: (state, context) => renderAttendance(readState('attendance', state), context),
  },
  message: {
    tab: 'messages',
    show: (state, context) => renderMessage(readState('message', state), context),
  },
  contact: {
    tab: 'contacts',
    show: (state, context) => renderContact(readState('contact', state), context),
  },
  template: {
    tab: 'templates',
    show: (state, context) => renderTemplate(readState('template', state), context),
  },
} as const satisfies Partial<Record<EntityId, Register>>;

export type RegisterEntity = keyof typeof registers;

/** The entities whose rows are merged, in the order of their tabs. */
export const registerEntities: readonly RegisterEntity[] = [
  'agentStatus',
  'conversation',
  'attendance',
  'message',
  'contact',
  'template',
];
