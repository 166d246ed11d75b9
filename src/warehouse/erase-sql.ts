import { columnsOf, snakeCase } from '../archive/tables';
import type { RegisterEntity } from '../tabs/registers';
import { schemaOf, type Field } from './schema';

/** What tells whom a row names, in the order in which a statement gives it. */
export const namingFields = ['phone', 'email', 'conversationId', 'contactId', 'aliasId'] as const;

/** Names that stand in columns; the others stand in what a row knows. */
const namingColumns: Readonly<Record<string, string>> = {
  phone: 'phone',
  email: 'email',
  conversationId: 'conversation',
};

const columnNames = (entity: RegisterEntity): ReadonlySet<string> =>
  new Set(schemaOf(entity).map(({ name }) => name));

/** The names in every row of a table; of a template what it knows. */
export function namesSql(target: string, entity: RegisterEntity): string {
  const known = columnNames(entity);
  const names = namingFields.map((name) => {
    const column = namingColumns[name];
    if (column === undefined) return `REGEXP_EXTRACT(row_state, '"${name}":"([^"]+)"')`;
    return known.has(column) ? column : "''";
  });
  const asked = entity === 'template' ? ['row_state'] : names;
  return `SELECT row_key, ${asked.join(', ')} FROM ${target}`;
}

/** What is uploaded of rows of people who were erased: which they are, and by which names they go from then on. */
export const erasedFields: readonly Field[] = [
  'row_key',
  'new_key',
  'new_id',
  'new_conversation',
].map((name) => ({ name, type: 'STRING', mode: 'NULLABLE' }));

/** Columns that name the row itself, or somebody of the team. */
const kept: ReadonlySet<string> = new Set(['conversation', 'attendance', 'agent', 'operator']);

const withoutContact =
  'ARRAY(SELECT AS STRUCT * REPLACE (CAST(NULL AS STRING) AS contact) FROM UNNEST(`open`))';

/**
 * Takes people out of the rows that a second table lists: what was counted stays counted. The statement names nobody, as Google keeps
 * its text (https://cloud.google.com/bigquery/docs/information-schema-jobs).
 */
export function eraseSql(target: string, erased: string, entity: RegisterEntity): string {
  const known = columnNames(entity);
  const personal = columnsOf(entity)
    .filter(
      ({ id, kind, personal: isOf }) => isOf !== undefined && kind !== 'formula' && !kept.has(id),
    )
    .map(({ id }) => `\`${snakeCase(id)}\` = NULL`);
  const renamed = [
    ...(known.has('conversation') ? ['conversation = S.new_conversation'] : []),
    ...(known.has('attendance') ? ['attendance = S.new_id'] : []),
  ];
  const others = ['row_key = S.new_key', 'own_columns = NULL', `\`open\` = ${withoutContact}`];
  const set = [
    ...personal,
    ...(entity === 'template' ? [] : [...renamed, ...others]),
    'row_state = NULL',
  ];
  return `UPDATE ${target} AS T SET ${set.join(', ')} FROM ${erased} AS S WHERE T.row_key = S.row_key`;
}
