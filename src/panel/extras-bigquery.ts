import { warehouseActions } from './warehouse/actions';

/** What pages may ask of a build with BigQuery. */
export const extraActions = warehouseActions;
