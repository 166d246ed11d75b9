import type { Field } from './schema';
import type { WarehouseSettings } from './settings';

/** A table's full name, as statements need it. */
export const nameOf = ({ project, dataset }: WarehouseSettings, table: string): string =>
  `\`${project}.${dataset}.${table}\``;

interface Tables {
  readonly target: string;
  readonly stage: string;
}

/** What target rows know of the keys that come, where that is something else. */
export const knownSql = ({ target, stage }: Tables): string =>
  `SELECT T.row_key, T.row_state FROM ${target} AS T JOIN ${stage} AS S ON T.row_key = S.row_key WHERE T.row_state <> S.row_state`;

/** Each key once: the row that learnt last wins. */
export function mergeSql({ target, stage }: Tables, fields: readonly Field[]): string {
  const names = fields.map(({ name }) => `\`${name}\``);
  const set = names.map((name) => `${name} = S.${name}`).join(', ');
  const values = names.map((name) => `S.${name}`).join(', ');
  return `MERGE INTO ${target} AS T USING ${stage} AS S ON T.row_key = S.row_key
WHEN MATCHED AND S.learned_at >= T.learned_at THEN UPDATE SET ${set}
WHEN NOT MATCHED THEN INSERT (${names.join(', ')}) VALUES (${values})`;
}

/** How many of the rows that came stand in the target, cell by cell the same, and once. */
export function equalSql({ target, stage }: Tables, fields: readonly Field[]): string {
  const row = (alias: string): string =>
    `TO_JSON_STRING(STRUCT(${fields.map(({ name }) => `${alias}.\`${name}\``).join(', ')}))`;
  return `SELECT COUNT(*), COUNT(DISTINCT S.row_key) FROM ${target} AS T JOIN ${stage} AS S ON T.row_key = S.row_key WHERE ${row('T')} = ${row('S')}`;
}
