import { say } from '../../events/localized';
import type { Labels } from '../shared/label';

/** What happened to the channel. */
export const situationLabels = {
  disconnected: say('Desconectado', 'Desconectado', 'Disconnected'),
  connected: say('Conectado', 'Conectado', 'Connected'),
} as const satisfies Labels;
