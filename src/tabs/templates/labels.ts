import { say } from '../../events/localized';
import type { Labels } from '../shared/label';

/** What WhatsApp says of a template. */
export const statusLabels = {
  approved: say('Aprovado', 'Aprobado', 'Approved'),
  rejected: say('Rejeitado', 'Rechazado', 'Rejected'),
  paused: say('Pausado', 'Pausado', 'Paused'),
  disabled: say('Desativado', 'Desactivado', 'Disabled'),
  pendingDeletion: say('Exclusão pendente', 'Eliminación pendiente', 'Pending deletion'),
  pending: say('Em análise', 'En revisión', 'In review'),
  flagged: say('Sinalizado', 'Marcado', 'Flagged'),
  inAppeal: say('Em recurso', 'En apelación', 'In appeal'),
} as const satisfies Labels;
