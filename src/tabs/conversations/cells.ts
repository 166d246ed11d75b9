import type { FieldsOf } from '../../events/fields';
import { episodesOf, wasPendingBefore, reopeningsOf } from '../../projections/episodes';
import { joined, span, textCell } from '../shared/cells';
import { label } from '../shared/label';
import { ownerCells, type RenderRow } from '../shared/row-context';
import { priorityLabels, statusLabels } from './labels';

/** A row of Conversas. */
export const renderConversation: RenderRow<'conversation'> = (conversation, context) => ({
  ...ownerCells(context),
  conversation: context.id,
  contact: conversation.contactName ?? null,
  phone: conversation.phone ?? null,
  email: conversation.email ?? null,
  channel: conversation.channel ?? null,
  inbox: conversation.inbox ?? null,
  agent: conversation.agentName ?? null,
  team: conversation.teamName ?? null,
  status: label(statusLabels, conversation.status, context.language),
  priority: label(priorityLabels, conversation.priority, context.language),
  labels: joined(conversation.labels),
  openedAt: conversation.openedAt ?? null,
  elapsed: typeof conversation.closedAt === 'number' ? null : true,
  firstReplyAt: conversation.firstReplyAt ?? null,
  closedAt: conversation.closedAt ?? null,
  lastActivityAt: conversation.lastActivityAt ?? null,
  firstReplyIn: span(awaitedSince(conversation), conversation.firstReplyAt),
  resolvedIn: span(conversation.openedAt, conversation.closedAt),
  reopenings: reopeningsOf(conversation.statusHistory ?? []),
  rating: conversation.rating ?? null,
  comment: textCell(conversation.comment),
});

/** Since when a person was awaited: whom a robot had first is handed over when the first episode begins. */
function awaitedSince({
  openedAt,
  statusHistory = [],
}: FieldsOf<'conversation'>): number | null | undefined {
  const [first] = episodesOf(statusHistory ?? []);
  const beganMs = first?.requestedAt ?? first?.openedAt;
  if (typeof openedAt !== 'number' || typeof beganMs !== 'number') return openedAt;
  const wasPending = wasPendingBefore(statusHistory ?? [], beganMs);
  return wasPending ? Math.max(openedAt, beganMs) : openedAt;
}
