import { say } from '../../events/localized';
import type { Labels } from '../shared/label';

/** Whether an agent can be given work. */
export const situationLabels = {
  available: say('Disponível', 'Disponible', 'Available'),
  paused: say('Em pausa', 'En pausa', 'Paused'),
  offline: say('Offline', 'Desconectado', 'Offline'),
  unknown: say('Sem informação', 'Sin información', 'Unknown'),
} as const satisfies Labels;

/** What made a change; of the platforms' own words only they know the meaning. */
export const originLabels = {
  poll: say('consulta', 'consulta', 'asked'),
} as const satisfies Labels;
