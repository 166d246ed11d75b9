import type { ActionTable } from './action';

/** What pages may ask of what the build adds by `--with`: nothing. */
export const extraActions: ActionTable = {};
