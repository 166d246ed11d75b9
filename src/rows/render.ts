import type { EntityId, FieldsOf } from '../events/fields';
import type { Language } from '../events/localized';
import { isStep } from '../events/message-status';
import { keep, type CellContent, type RowContent } from '../sheets/definition';
import type { DescribedEpisode } from '../projections/describe-episodes';
import { reopeningsOf } from '../projections/episodes';
import { label } from '../projections/labels';
import { isLongMark } from '../projections/long-mark';
import { situationOf, sinceWhen } from '../projections/situation';
import { kindLabel } from '../projections/kind-labels';

/** What every row shows of its connection, and the language of the labels. */
export interface RenderContext {
  readonly vendorName: string;
  readonly account: string;
  readonly language: Language;
  /** The user's names for the platform's status codes, by code. */
  readonly statusNames: Readonly<Record<string, string>>;
  /** The vendor's id of the entity, the second half of the row's key. */
  readonly id: string;
}

/** The same for an episode, with the conversation that it is of. */
export interface EpisodeContext extends RenderContext {
  readonly conversationId: string;
}

type Render<E extends EntityId> = (fields: FieldsOf<E>, context: RenderContext) => RowContent;

const common = (context: RenderContext): RowContent => ({
  vendor: context.vendorName,
  account: context.account,
});

/** A long text stands in its cell already; everything else is written as it is. */
function textCell(value: unknown): CellContent {
  if (isLongMark(value)) return keep;
  return typeof value === 'string' ? value : null;
}

const toSecond = (atMs: number): number => Math.floor(atMs / 1000) * 1000;

/**
 * Milliseconds between two moments as their cells show them, to the second; never negative (vendors round to whole seconds);
 * null when one is missing.
 */
function span(fromMs: number | null | undefined, toMs: number | null | undefined): number | null {
  if (typeof fromMs !== 'number' || typeof toMs !== 'number') return null;
  return Math.max(0, toSecond(toMs) - toSecond(fromMs));
}

const joined = (texts: readonly string[] | null | undefined): CellContent =>
  isLongMark(texts) ? keep : (texts?.join(', ') ?? null);

/** The user's own name for the status code while the agent is online, else the word of the situation. */
function situationCell(agent: FieldsOf<'agentStatus'>, context: RenderContext): string | null {
  const name = agent.isOnline === false ? undefined : context.statusNames[agent.statusCode ?? ''];
  return name ?? label('situation', situationOf(agent), context.language);
}

const agentsNow: Render<'agentStatus'> = (agent, context) => ({
  ...common(context),
  agent: agent.name ?? context.id,
  situation: situationCell(agent, context),
  online: agent.isOnline ?? null,
  available: agent.isAvailable ?? null,
  since: sinceWhen(agent.situations),
  email: agent.email ?? null,
  origin: agent.origin ?? null,
});

const conversations: Render<'conversation'> = (conversation, context) => ({
  ...common(context),
  conversation: context.id,
  contact: conversation.contactName ?? null,
  phone: conversation.phone ?? null,
  email: conversation.email ?? null,
  channel: conversation.channel ?? null,
  inbox: conversation.inbox ?? null,
  agent: conversation.agentName ?? null,
  team: conversation.teamName ?? null,
  status: label('conversationStatus', conversation.status, context.language),
  priority: label('priority', conversation.priority, context.language),
  labels: joined(conversation.labels),
  openedAt: conversation.openedAt ?? null,
  firstReplyAt: conversation.firstReplyAt ?? null,
  closedAt: conversation.closedAt ?? null,
  lastActivityAt: conversation.lastActivityAt ?? null,
  firstReplyIn: span(conversation.openedAt, conversation.firstReplyAt),
  resolvedIn: span(conversation.openedAt, conversation.closedAt),
  reopenings: reopeningsOf(conversation.statusHistory ?? []),
  rating: conversation.rating ?? null,
  comment: textCell(conversation.comment),
});

/** The operator shown is the latest one before the end. */
function operatorOf(attendance: FieldsOf<'attendance'>): string | null {
  const end = attendance.finishedAt ?? Infinity;
  const before = (attendance.operators ?? []).filter(([atMs]) => atMs <= end);
  return before[before.length - 1]?.[1] ?? null;
}

const attendances: Render<'attendance'> = (attendance, context) => ({
  ...common(context),
  attendance: context.id,
  conversation: attendance.conversationId ?? null,
  customer: attendance.contactName ?? null,
  phone: attendance.phone ?? null,
  department: attendance.department ?? null,
  operator: operatorOf(attendance),
  status: label('attendanceStatus', attendance.status, context.language),
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

const messages: Render<'message'> = (message, context) => ({
  ...common(context),
  message: context.id,
  conversation: message.conversationId ?? null,
  direction: label('direction', message.direction, context.language),
  kind: kindLabel(message.kind, context.language),
  text: textCell(message.text),
  sender: message.senderName ?? null,
  contact: message.contactName ?? null,
  phone: message.phone ?? null,
  channel: message.channel ?? null,
  sentAt: message.sentAt ?? null,
  deliveredAt: message.deliveredAt ?? null,
  readAt: message.readAt ?? null,
  answeredAt: message.answeredAt ?? null,
  status: label('messageStatus', message.status, context.language),
  error: message.status && isStep(message.status) ? null : textCell(message.error),
  isPrivate: message.isPrivate ?? null,
  attachment: textCell(message.attachmentUrl),
});

/** A contact without an id of the platform is named by the phone's digits, else by the e-mail: see `contactKey`. */
const shownContactId = (key: string): string => key.replace(/^(?:tel|mailto):/, '');

const contacts: Render<'contact'> = (contact, context) => ({
  ...common(context),
  contact: shownContactId(context.id),
  name: contact.name ?? null,
  phone: contact.phone ?? null,
  email: contact.email ?? null,
  channel: contact.channel ?? null,
  createdAt: contact.createdAt ?? null,
  updatedAt: contact.updatedAt ?? null,
  leftAt: contact.leftAt ?? null,
  leaveReason: contact.leaveReason ?? null,
  weniUuid: contact.weniUuid ?? null,
});

const templates: Render<'template'> = (template, context) => ({
  ...common(context),
  template: template.name ?? context.id,
  status: label('templateStatus', template.status, context.language),
  affected: joined(template.affectedConversations),
  since: sinceWhen(template.statuses),
});

/** One renderer per register tab: the merged fields in, the cells by column id out. */
export const renderers = {
  agentsNow,
  conversations,
  attendances,
  messages,
  contacts,
  templates,
} as const;

/** The row of one episode of a conversation, of a platform that has no attendances of its own. */
export function renderEpisode(
  conversation: FieldsOf<'conversation'>,
  episode: DescribedEpisode,
  context: EpisodeContext,
): RowContent {
  const { requestedAt, openedAt, resolvedAt } = episode;
  return {
    ...common(context),
    attendance: context.id,
    conversation: context.conversationId,
    customer: conversation.contactName ?? null,
    phone: conversation.phone ?? null,
    department: episode.department,
    operator: episode.operator,
    status: label('attendanceStatus', episode.status, context.language),
    requestedAt: requestedAt ?? openedAt,
    startedAt: openedAt,
    finishedAt: resolvedAt,
    wait: span(requestedAt, openedAt),
    duration: span(openedAt, resolvedAt),
    category: resolvedAt === null ? null : (conversation.category ?? null),
    messages: episode.messageCount,
  };
}

/** A row of the log Status dos agentes. */
export function renderAgentStatus(
  agent: FieldsOf<'agentStatus'>,
  atMs: number,
  context: RenderContext,
): RowContent {
  return {
    ...common(context),
    agent: agent.name ?? context.id,
    online: agent.isOnline ?? null,
    available: agent.isAvailable ?? null,
    at: atMs,
    situation: situationCell(agent, context),
    agentId: context.id,
    email: agent.email ?? null,
    origin: agent.origin ?? null,
    statusCode: agent.statusCode ?? null,
  };
}

/** A row of the log Quedas. */
export function renderOutage(
  outage: FieldsOf<'outage'>,
  atMs: number,
  context: RenderContext,
): RowContent {
  return {
    ...common(context),
    instance: outage.instance ?? null,
    situation: label('outage', outage.situation, context.language),
    detail: outage.detail ?? null,
    at: atMs,
  };
}
