import { shortHash } from '../events/short-hash';
import type { Config } from '../settings/config';
import type { Answered } from './answers';
import type { BigQuery } from './bigquery';
import { archivedTables, schemaOfTable } from './move-part';
import type { WarehouseSettings } from './settings';
import { viewsOf } from './views';

/** What tables and views are made from: another mark asks for making them anew. */
export const markOfMaking = (
  settings: WarehouseSettings,
  { settings: { offsetMinutes } }: Config,
): string =>
  shortHash(
    JSON.stringify([settings, viewsOf(settings, offsetMinutes), archivedTables.map(schemaOfTable)]),
  );

interface Making {
  readonly settings: WarehouseSettings;
  readonly offsetMinutes: number;
  /** Part of the jobs' ids: views are made anew each time. */
  readonly attempt: string;
}

/** Makes the dataset, the tables and the views unless they are there; what a later version has more is added. */
export function setUpWarehouse(
  bigQuery: BigQuery,
  { settings, offsetMinutes, attempt }: Making,
): Answered<null> {
  const { project: projectId, dataset: datasetId, location } = settings;
  const datasetReference = { projectId, datasetId };
  const dataset = bigQuery.make('datasets', { datasetReference, location });
  if (!dataset.ok) return dataset;
  for (const tableId of archivedTables) {
    const made = bigQuery.make('tables', {
      tableReference: { projectId, datasetId, tableId },
      schema: { fields: schemaOfTable(tableId) },
      timePartitioning: { type: 'DAY', field: 'day' },
      clustering: { fields: ['connection_id'] },
    });
    if (!made.ok) return made;
  }
  for (const { name, sql } of viewsOf(settings, offsetMinutes)) {
    const made = bigQuery.query(`plantao_view_${name}_${attempt}`, sql);
    if (!made.ok) return made;
  }
  return { ok: true, value: null };
}
