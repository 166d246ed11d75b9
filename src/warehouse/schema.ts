import { columnsOf, snakeCase } from '../archive/tables';
import type { ColumnKind } from '../sheets/definition';
import type { RegisterEntity } from '../tabs/registers';

/** A column of a warehouse, as BigQuery's JSON schema has it. */
export interface Field {
  readonly name: string;
  readonly type: 'STRING' | 'BOOLEAN' | 'FLOAT' | 'TIMESTAMP' | 'DATE' | 'RECORD';
  readonly mode: 'NULLABLE' | 'REQUIRED' | 'REPEATED';
  readonly fields?: readonly Field[];
}

const field = (name: string, type: Field['type'], mode: Field['mode'] = 'NULLABLE'): Field => ({
  name,
  type,
  mode,
});
const list = (name: string, ...fields: readonly Field[]): Field => ({
  ...field(name, 'RECORD', 'REPEATED'),
  fields,
});

/** Beside the cells: whose row it is, what it adds to the numbers of days, what it knows, what the user wrote beside it. */
const ownFields: readonly Field[] = [
  field('row_key', 'STRING', 'REQUIRED'),
  field('connection_id', 'STRING', 'REQUIRED'),
  field('day', 'DATE', 'REQUIRED'),
  field('learned_at', 'TIMESTAMP', 'REQUIRED'),
  list(
    'numbers',
    field('day', 'DATE'),
    list('measures', field('name', 'STRING'), field('amount', 'FLOAT')),
    list('places', field('dimension', 'STRING'), field('value', 'STRING')),
  ),
  list(
    'open',
    ...['situation', 'agent', 'team', 'channel', 'contact'].map((name) => field(name, 'STRING')),
    field('since', 'TIMESTAMP'),
  ),
  list(
    'stints',
    field('doing', 'STRING'),
    field('began', 'TIMESTAMP'),
    field('ended', 'TIMESTAMP'),
    field('ends', 'STRING'),
  ),
  field('person', 'STRING'),
  field('own_columns', 'STRING'),
  field('row_state', 'STRING'),
];

const types: Readonly<Record<ColumnKind, Field['type'] | null>> = {
  text: 'STRING',
  flag: 'BOOLEAN',
  number: 'FLOAT',
  time: 'TIMESTAMP',
  day: 'DATE',
  // Seconds.
  duration: 'FLOAT',
  // It goes on by itself: there is nothing to keep.
  formula: null,
};

/** The columns of a register's table: those of its tab, then what stands beside every row. */
export const schemaOf = (entity: RegisterEntity): readonly Field[] => [
  ...columnsOf(entity).flatMap(({ id, kind }) => {
    const type = types[kind];
    return type === null ? [] : [field(snakeCase(id), type)];
  }),
  ...ownFields,
];
