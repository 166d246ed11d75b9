import type { ActionTable } from '../action';
import { moveNow, readWarehouse, saveWarehouseForm } from './warehouse';

/** What the part BigQuery of the page Dados pessoais may ask for. */
export const warehouseActions: ActionTable = {
  readWarehouse: { takes: [], run: (services) => readWarehouse(services) },
  saveWarehouse: {
    takes: ['settings'],
    run: (services, [settings = '']) => saveWarehouseForm(services, settings),
  },
  moveToWarehouse: { takes: [], run: (services) => moveNow(services) },
};
