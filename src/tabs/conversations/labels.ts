import { say } from '../../events/localized';
import type { Labels } from '../shared/label';

/** How far a conversation is. */
export const statusLabels = {
  bot: say('No robô', 'En el bot', 'With the bot'),
  queue: say('Na fila', 'En la cola', 'In the queue'),
  open: say('Aberta', 'Abierta', 'Open'),
  pending: say('Pendente', 'Pendiente', 'Pending'),
  snoozed: say('Adiada', 'Pospuesta', 'Snoozed'),
  resolved: say('Resolvida', 'Resuelta', 'Resolved'),
  closed: say('Encerrada', 'Cerrada', 'Closed'),
  blocked: say('Bloqueada', 'Bloqueada', 'Blocked'),
} as const satisfies Labels;

/** How urgent it is. */
export const priorityLabels = {
  low: say('Baixa', 'Baja', 'Low'),
  medium: say('Média', 'Media', 'Medium'),
  high: say('Alta', 'Alta', 'High'),
  urgent: say('Urgente', 'Urgente', 'Urgent'),
} as const satisfies Labels;
