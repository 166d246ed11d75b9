import { parseObject } from '../events/decode-record';
import { shortHash } from '../events/short-hash';
import { letLeave } from '../archive/let-leave';
import { archivedEntities, firstCopied, mayLeave, readPart, type Part } from '../archive/read-part';
import type { Services } from '../platform/services';
import type { Place } from '../privacy/person-rows';
import { joinStates } from '../projections/state';
import { parseState, writeState } from '../projections/state-text';
import type { Config } from '../settings/config';
import { reloadConfig } from '../settings/config-cache';
import { holdShortly } from '../sync/jobs/short-hold';
import { registerEntities, registers, type RegisterEntity } from '../tabs/registers';
import { agentFields } from './agents';
import type { Answered } from './answers';
import type { BigQuery } from './bigquery';
import { schemaOf, type Field } from './schema';
import type { WarehouseSettings, WarehouseState } from './settings';
import { equalSql, knownSql, mergeSql, nameOf } from './sql';

/** Rows of one load: some megabytes. */
const rowsAtOnce = 4000;
const lockWaitMs = 10_000;
const dayMs = 86_400_000;

export interface Mover {
  readonly services: Services;
  readonly bigQuery: BigQuery;
  readonly settings: WarehouseSettings;
  readonly state: WarehouseState;
}

/** How many rows left, and where to go on; null at the end of the pass. `isBusy`: copied, but somebody else keeps the lock. */
interface Moved {
  readonly removed: number;
  readonly next: Place | null;
  readonly isBusy: boolean;
}

/**
 * Copies the next rows and, once the copy is counted and equal, lets them leave. Cut short anywhere it is done again: the same rows make the
 * same jobs, and each key stands in its table once.
 */
export function movePart(mover: Mover): Answered<Moved> {
  const { services, state } = mover;
  const config = reloadConfig(services);
  const wanted = wantedOf(mover);
  const part = readPart(services, config, wanted);
  const next = part.next ?? (mayLeave(state) ? firstCopied : null);
  const copied = copyTables(mover, config, part);
  if (!copied.ok) return copied;
  if (part.rows.length === 0 || !mayLeave(state))
    return { ok: true, value: { removed: 0, next, isBusy: false } };
  const marks = new Set(part.rows.map(({ mark }) => mark));
  const left = holdShortly(services, lockWaitMs, () => {
    services.workbook.flush();
    return letLeave(services, reloadConfig(services), { ...wanted, marks });
  });
  return {
    ok: true,
    value:
      left === null
        ? { removed: 0, next: null, isBusy: true }
        : { removed: left.removed, next: left.next ?? firstCopied, isBusy: false },
  };
}

/** Of registers whose rows stay the archive has a copy of every row. */
const wantedOf = ({ services, state }: Mover) => ({
  register: state.register,
  row: state.row,
  beforeMs: mayLeave(state) ? state.beforeMs : Infinity,
  count: rowsAtOnce,
  more: (entity: RegisterEntity) =>
    entity === 'agentStatus' ? agentFields(services, reloadConfig(services)) : undefined,
});

/** The lines of each table, and the schema of that table. */
function tablesOf({ rows }: Part): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const [table, line] of rows.flatMap(({ lines }) => lines)) {
    const lines = tables.get(table) ?? [];
    tables.set(table, lines);
    lines.push(line);
  }
  return tables;
}

export const schemaOfTable = (table: string): readonly Field[] =>
  registerEntities.flatMap((entity) => (registers[entity].tab === table ? schemaOf(entity) : []));

function copyTables(mover: Mover, config: Config, part: Part): Answered<null> {
  for (const [table, lines] of tablesOf(part)) {
    const known = stageRows(mover, table, lines);
    if (!known.ok) return known;
    // Rows that came back after they had left know a part: what the archive knows joins them, by the rule of the sheet.
    if (known.value.size > 0) {
      const joined = joinKnown(mover, config, known.value);
      return copyTables(mover, config, joined);
    }
    const merged = mergeStage(mover, table, lines);
    if (!merged.ok) return merged;
  }
  return { ok: true, value: null };
}

function joinKnown(mover: Mover, config: Config, known: ReadonlyMap<string, string>): Part {
  return readPart(mover.services, config, {
    ...wantedOf(mover),
    stateOf: (entity, { key, state: own }) => {
      const other = known.get(key);
      if (other === undefined) return own;
      return writeState(joinStates(entity, parseState(own), parseState(other)));
    },
  });
}

const idOf = (table: string, lines: readonly string[], attempt: number): string =>
  `${table}_${shortHash(lines.join('\n'))}_${attempt}`;

const stageOf = (mover: Mover, table: string, lines: readonly string[]): string =>
  `stage_${idOf(table, lines, mover.state.attempt)}`;

/** Loads lines beside their table; gives what the table knows of their keys that they do not. */
function stageRows(
  mover: Mover,
  table: string,
  lines: readonly string[],
): Answered<ReadonlyMap<string, string>> {
  const { bigQuery, settings, services, state } = mover;
  const { project: projectId, dataset: datasetId } = settings;
  const [schema, stage] = [schemaOfTable(table), stageOf(mover, table, lines)];
  const made = bigQuery.make('tables', {
    tableReference: { projectId, datasetId, tableId: stage },
    schema: { fields: schema },
    // What a run that died has left goes by itself.
    expirationTime: String(services.clock.now() + dayMs),
  });
  if (!made.ok) return made;
  const id = idOf(table, lines, state.attempt);
  const loaded = bigQuery.load(`plantao_load_${id}`, { table: stage, schema, lines });
  if (!loaded.ok) return loaded;
  if (loaded.value !== lines.length)
    return { ok: false, trouble: { kind: 'anew', text: `${loaded.value} ≠ ${lines.length}` } };
  const tables = { target: nameOf(settings, table), stage: nameOf(settings, stage) };
  const known = bigQuery.query(
    `plantao_know_${id}_${shortHash(services.codec.uuid())}`,
    knownSql(tables),
  );
  if (!known.ok) return known;
  const own = new Map(lines.map((line) => stateIn(line)));
  return {
    ok: true,
    value: new Map(
      known.value.flatMap(([key = '', text = '']) =>
        isMore(table, own.get(key) ?? '', text) ? [[key, text] as const] : [],
      ),
    ),
  };
}

function stateIn(line: string): readonly [string, string] {
  const { row_key: key = '', row_state: state = '' } = parseObject(line);
  return [String(key), String(state)];
}

/** Whether a state knows what another one does not. */
function isMore(table: string, own: string, other: string): boolean {
  const entity = registerEntities.find((one) => registers[one].tab === table);
  if (entity === undefined || own === '' || other === '') return false;
  return writeState(joinStates(entity, parseState(own), parseState(other))) !== own;
}

function mergeStage(mover: Mover, table: string, lines: readonly string[]): Answered<null> {
  const { bigQuery, settings, services, state } = mover;
  const stage = stageOf(mover, table, lines);
  const tables = { target: nameOf(settings, table), stage: nameOf(settings, stage) };
  const [id, schema] = [idOf(table, lines, state.attempt), schemaOfTable(table)];
  const merged = bigQuery.query(`plantao_merge_${id}`, mergeSql(tables, schema));
  if (!merged.ok) return merged;
  // Never an answer of before: the id is new.
  const counting = `plantao_count_${id}_${shortHash(services.codec.uuid())}`;
  const counted = bigQuery.query(counting, equalSql(tables, schema));
  if (!counted.ok) return counted;
  const [[all, keys] = []] = counted.value;
  if (Number(all) !== lines.length || Number(keys) !== lines.length)
    return { ok: false, trouble: { kind: 'anew', text: `${all} ≠ ${lines.length}` } };
  bigQuery.drop(stage);
  return { ok: true, value: null };
}

export const archivedTables: readonly string[] = archivedEntities.map(
  (entity) => registers[entity].tab,
);
