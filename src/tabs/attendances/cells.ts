import type { FieldsOf } from '../../events/fields';
import type { DescribedEpisode } from '../../projections/describe-episodes';
import type { RowContent } from '../../sheets/definition';
import { span, textCell } from '../shared/cells';
import { label } from '../shared/label';
import { ownerCells, type RenderRow, type RowContext } from '../shared/row-context';
import { statusLabels } from './labels';

/** The same for an episode, with the conversation that it is of. */
export interface EpisodeContext extends RowContext {
  readonly conversationId: string;
}

/** The operator shown is the latest one before the end. */
function operatorOf(attendance: FieldsOf<'attendance'>): string | null {
  const end = attendance.finishedAt ?? Infinity;
  const before = (attendance.operators ?? []).filter(([atMs]) => atMs <= end);
  return before[before.length - 1]?.[1] ?? null;
}

/** A row of Atendimentos, of a platform that tells attendances itself. */
export const renderAttendance: RenderRow<'attendance'> = (attendance, context) => ({
  ...ownerCells(context),
  attendance: context.id,
  conversation: attendance.conversationId ?? null,
  customer: attendance.contactName ?? null,
  phone: attendance.phone ?? null,
  department: attendance.department ?? null,
  operator: operatorOf(attendance),
  status: label(statusLabels, attendance.status, context.language),
  requestedAt: attendance.requestedAt ?? null,
  startedAt: attendance.startedAt ?? null,
  finishedAt: attendance.finishedAt ?? null,
  wait: span(attendance.requestedAt, attendance.startedAt),
  duration: span(attendance.startedAt, attendance.finishedAt),
  category: attendance.category ?? null,
  operatorReport: textCell(attendance.operatorReport),
  customerRemark: textCell(attendance.customerRemark),
  messages: attendance.messageCount ?? null,
});

/** The row of one episode of a conversation, of a platform that has no attendances of its own. */
export function renderEpisode(
  conversation: FieldsOf<'conversation'>,
  episode: DescribedEpisode,
  context: EpisodeContext,
): RowContent {
  const { requestedAt, openedAt, resolvedAt } = episode;
  return {
    ...ownerCells(context),
    attendance: context.id,
    conversation: context.conversationId,
    customer: conversation.contactName ?? null,
    phone: conversation.phone ?? null,
    department: episode.department,
    operator: episode.operator,
    status: label(statusLabels, episode.status, context.language),
    requestedAt: requestedAt ?? openedAt,
    startedAt: openedAt,
    finishedAt: resolvedAt,
    wait: span(requestedAt, openedAt),
    duration: span(openedAt, resolvedAt),
    category: resolvedAt === null ? null : (conversation.category ?? null),
    messages: episode.messageCount,
  };
}
