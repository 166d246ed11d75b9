import type { ActionTable } from '../action';
import { done } from '../outcome';
import { examine, mendNow } from './page';

/** What the page Diagnóstico may ask for. */
export const doctorActions: ActionTable = {
  examine: { takes: [], run: (services) => done(examine(services)) },
  mend: { takes: ['mend'], run: (services, [mend = '']) => mendNow(services, mend) },
};
