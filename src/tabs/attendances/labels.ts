import { say } from '../../events/localized';
import type { Labels } from '../shared/label';

/** How far an attendance is. */
export const statusLabels = {
  waiting: say('Aguardando', 'En espera', 'Waiting'),
  sent: say('Enviada', 'Enviada', 'Sent'),
  active: say('Em atendimento', 'En atención', 'Active'),
  finished: say('Finalizado', 'Finalizado', 'Finished'),
} as const satisfies Labels;
