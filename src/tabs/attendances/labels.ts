import { say } from '../../events/localized';
import { statusLabels as of } from '../conversations/labels';
import type { Labels } from '../shared/label';

/** How far an attendance is. */
export const statusLabels = {
  waiting: say('Aguardando', 'En espera', 'Waiting'),
  sent: say('Enviada', 'Enviada', 'Sent'),
  active: say('Em atendimento', 'En atención', 'Active'),
  bot: of.bot,
  pending: of.pending,
  snoozed: of.snoozed,
  finished: say('Finalizado', 'Finalizado', 'Finished'),
} as const satisfies Labels;
