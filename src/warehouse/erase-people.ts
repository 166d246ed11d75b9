import { shortHash } from '../events/short-hash';
import { openGone, type Gone } from '../masks/gone';
import { identitiesOf } from '../masks/identities';
import { openPseudonyms, type Pseudonyms } from '../masks/pseudonyms';
import { writeCertificate } from '../privacy/certificate';
import { erasedKey } from '../privacy/erase-rows';
import { learnNames } from '../privacy/learn-names';
import { identitiesIn, personEntities } from '../privacy/person-rows';
import type { Services } from '../platform/services';
import { splitKey } from '../rows/alias';
import { reloadConfig } from '../settings/config-cache';
import { defaultPrivacy, maskedUntilMs, prolonged } from '../settings/privacy';
import { holdShortly } from '../sync/jobs/short-hold';
import { registers } from '../tabs/registers';
import type { Answered } from './answers';
import type { BigQuery } from './bigquery';
import { ofWarehouse } from './certificate';
import { erasedFields, eraseSql, namesSql, namingFields } from './erase-sql';
import { endOfErasure, erasuresLeft, type ErasureState } from './erasure-state';
import type { WarehouseSettings } from './settings';
import { nameOf } from './sql';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Google keeps the result of a job for a day. */
const resultsMs = 20 * hourMs;
/** Somebody who sends rows without end must not keep it from ending. */
const mostPasses = 9;
const lockWaitMs = 10_000;

export interface ArchiveEraser {
  readonly services: Services;
  readonly bigQuery: BigQuery;
  readonly settings: WarehouseSettings;
}

/**
 * Takes people who were erased in the spreadsheet out of the next rows of the warehouse, too; gives how far it is. It knows them by the
 * same keyed hashes. Cut short anywhere it is done again: a row without its person is found no more.
 */
export function eraseNextRows(eraser: ArchiveEraser, state: ErasureState): Answered<ErasureState> {
  const { services } = eraser;
  const isUnderWay = state.ids.length > 0 && services.clock.now() - state.beganMs < resultsMs;
  // Stored before anything is asked: a question that takes longer than a run is not asked anew by the next.
  if (!isUnderWay) return { ok: true, value: beginPass(services, state) };
  const entity = personEntities[state.table];
  if (entity === undefined) return { ok: true, value: endPass(eraser, state) };
  rememberThem(services, state);
  const target = nameOf(eraser.settings, registers[entity].tab);
  const job = `plantao_names_${registers[entity].tab}_${state.pass}`;
  const page = eraser.bigQuery.page(job, namesSql(target, entity), state.row);
  if (!page.ok) return page;
  const rows = findTheirs(eraser, state, page.value);
  const erased = rows.length === 0 ? ({ ok: true } as const) : eraseThese(eraser, state, rows);
  if (!erased.ok) return erased;
  const next =
    page.value.length === 0
      ? { table: state.table + 1, row: 0 }
      : { row: state.row + page.value.length };
  const found = { found: state.found + rows.length, rows: state.rows + rows.length };
  return { ok: true, value: { ...state, ...next, ...found, faults: 0, problem: '' } };
}

function beginPass({ clock, codec, properties }: Services, state: ErasureState): ErasureState {
  const pass = shortHash(codec.uuid());
  const ids = erasuresLeft(properties.getAll());
  return { ...state, ids, pass, beganMs: clock.now(), table: 0, row: 0, found: 0 };
}

/** They must be known until the warehouse is done with them, however soon their masking ends. */
function rememberThem({ properties, clock }: Services, { ids }: ErasureState): void {
  const nowMs = clock.now();
  const all = properties.getAll();
  if (ids.every((id) => maskedUntilMs(all, id) > nowMs + hourMs)) return;
  properties.setMany(prolonged(all, new Set(ids), nowMs + dayMs));
}

/** Where something was found another pass follows: rows may have come, and a conversation may name who was found before it. */
function endPass(eraser: ArchiveEraser, state: ErasureState): ErasureState {
  const { services } = eraser;
  const isLast = state.found === 0 || state.passes >= mostPasses;
  if (!isLast) return { ...state, beganMs: 0, passes: state.passes + 1 };
  const all = services.properties.getAll();
  const [id = ''] = state.ids;
  const certificate = { ...ofWarehouse, rows: state.rows, requests: 0 };
  const untilMs = maskedUntilMs(all, id);
  const isWritten =
    state.rows === 0 ||
    holdShortly(services, lockWaitMs, () => {
      services.workbook.flush();
      const config = reloadConfig(services);
      writeCertificate(services, config, { ...certificate, id: `${id}.bigquery`, untilMs });
      services.workbook.flush();
      return true;
    });
  return isWritten === true ? endOfErasure(all, state) : state;
}

type Row = readonly string[];

/** A row of somebody who was erased, by its key before and after. */
interface ErasedRow {
  readonly row_key: string;
  readonly new_key: string;
  readonly new_id: string;
  readonly new_conversation?: string;
}

function findTheirs(
  { services }: ArchiveEraser,
  state: ErasureState,
  rows: readonly Row[],
): readonly ErasedRow[] {
  const entity = personEntities[state.table] ?? 'contact';
  const { privacy = defaultPrivacy } = reloadConfig(services);
  const gone = openGone(
    services.codec,
    privacy.key,
    privacy.erased.map(({ entries }) => entries),
  );
  const theirs = rows.filter((row) => namesIn(entity, row).some(gone.has));
  if (entity === 'conversation' || entity === 'attendance')
    learnThem(services, state, {
      gone,
      names: theirs.flatMap((row) => namesIn(entity, row)),
    });
  const pseudonyms = openPseudonyms(services.codec, privacy.key);
  return theirs.map((row) => rename(row, entity, pseudonyms));
}

interface News {
  readonly gone: Gone;
  readonly names: readonly string[];
}

function learnThem(services: Services, { ids: [id = ''] }: ErasureState, news: News): void {
  const untilMs = maskedUntilMs(services.properties.getAll(), id);
  learnNames(services, { id, untilMs }, news);
}

type PersonEntity = (typeof personEntities)[number];

const fieldsIn = ([, ...cells]: Row): Readonly<Record<string, string>> =>
  Object.fromEntries(namingFields.map((name, index) => [name, cells[index] ?? '']));

function namesIn(entity: PersonEntity, row: Row): readonly string[] {
  const [key = '', state = ''] = row;
  if (entity === 'template') return identitiesIn(entity, { key, state });
  const { connectionId, id } = splitKey(key);
  return identitiesOf({ entity, connectionId, id, fields: fieldsIn(row) });
}

function rename(row: Row, entity: PersonEntity, pseudonyms: Pseudonyms): ErasedRow {
  const [key = ''] = row;
  if (entity === 'template') return { row_key: key, new_key: key, new_id: '' };
  const { conversationId = '' } = fieldsIn(row);
  const new_key = erasedKey(key, { pseudonyms });
  const renamed = { row_key: key, new_key, new_id: splitKey(new_key).id };
  return conversationId === ''
    ? renamed
    : { ...renamed, new_conversation: pseudonyms.id(conversationId) };
}

/** Lists rows beside their table, takes the person out of them, and throws the list away. */
function eraseThese(
  { bigQuery, settings, services }: ArchiveEraser,
  state: ErasureState,
  rows: readonly ErasedRow[],
): Answered<null> {
  const entity = personEntities[state.table] ?? 'contact';
  const lines = rows.map((row) => JSON.stringify(row));
  const id = `${registers[entity].tab}_${state.pass}_${state.row}_${shortHash(lines.join('\n'))}`;
  const table = `erased_${id}`;
  const made = bigQuery.make('tables', {
    tableReference: { projectId: settings.project, datasetId: settings.dataset, tableId: table },
    schema: { fields: erasedFields },
    expirationTime: String(services.clock.now() + dayMs),
  });
  if (!made.ok) return made;
  const load = { table, schema: erasedFields, lines };
  const loaded = bigQuery.load(`plantao_erased_${id}_${state.faults}`, load);
  if (!loaded.ok) return loaded;
  const target = nameOf(settings, registers[entity].tab);
  const sql = eraseSql(target, nameOf(settings, table), entity);
  const done = bigQuery.query(`plantao_erase_${id}_${state.faults}`, sql);
  if (!done.ok) return done;
  bigQuery.drop(table);
  return { ok: true, value: null };
}
