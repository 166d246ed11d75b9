import { isStep } from '../../events/message-status';
import { textCell } from '../shared/cells';
import { label } from '../shared/label';
import { ownerCells, type RenderRow } from '../shared/row-context';
import { directionLabels, kindLabels, statusLabels } from './labels';

/** A row of Mensagens. */
export const renderMessage: RenderRow<'message'> = (message, context) => ({
  ...ownerCells(context),
  message: context.id,
  conversation: message.conversationId ?? null,
  direction: label(directionLabels, message.direction, context.language),
  kind: label(kindLabels, message.kind, context.language),
  text: textCell(message.text),
  sender: message.senderName ?? null,
  contact: message.contactName ?? null,
  phone: message.phone ?? null,
  channel: message.channel ?? null,
  sentAt: message.sentAt ?? null,
  deliveredAt: message.deliveredAt ?? null,
  readAt: message.readAt ?? null,
  answeredAt: message.answeredAt ?? null,
  status: label(statusLabels, message.status, context.language),
  error: message.status && isStep(message.status) ? null : textCell(message.error),
  isPrivate: message.isPrivate ?? null,
  attachment: textCell(message.attachmentUrl),
});
