import { say } from '../../events/localized';
import type { Labels } from '../shared/label';

/** What stands in the place of a time of leaving. */
export const leavingLabels = {
  online: say('online', 'en línea', 'online'),
  cut: say('sem saída', 'sin salida', 'no exit'),
} as const satisfies Labels;
