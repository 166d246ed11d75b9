import { callGoogle, type GoogleCall } from '../platform/google-warehouse';
import type { HttpAnswer } from '../platform/http';
import type { Clock } from '../platform/services';
import type { Turn } from '../sync/jobs/job';
import {
  inside,
  rowsLoaded,
  toPage,
  toTrouble,
  toValue,
  troubled,
  type Answered,
  type Json,
  type Page,
} from './answers';
import type { Field } from './schema';
import type { WarehouseSettings } from './settings';

const root = 'https://bigquery.googleapis.com';
const pollMs = 1000;
/** What a look at a job may take. */
const callMs = 4000;

/**
 * BigQuery's API as far as the archive uses it (https://cloud.google.com/bigquery/docs/reference/rest). A job's id is the caller's: one
 * that is there already is not begun again, but looked at.
 */
export interface BigQuery {
  /** Makes the dataset or the table unless it is there. */
  make(what: 'datasets' | 'tables', resource: Json): Answered<null>;
  /** Puts lines of JSON in the place of what a table holds; gives how many rows Google took. */
  load(jobId: string, load: Load): Answered<number>;
  /** Runs a statement; gives all its rows, every cell as text. */
  query(jobId: string, sql: string): Answered<readonly Cells[]>;
  /** Runs a statement; gives its rows from one on, as many as Google puts into an answer; none at the end. */
  page(jobId: string, sql: string, fromRow: number): Answered<readonly Cells[]>;
  drop(table: string): void;
}

type Cells = readonly string[];

interface Load {
  readonly table: string;
  readonly schema: readonly Field[];
  readonly lines: readonly string[];
}

interface Access {
  readonly settings: WarehouseSettings;
  readonly clock: Clock;
  readonly turn: Turn;
}

function call(method: GoogleCall['method'], to: string, value: Json | null = null): HttpAnswer {
  const body = value === null ? null : JSON.stringify(value);
  return callGoogle({ url: root + to, method, contentType: 'application/json', body });
}

export function openBigQuery(access: Access): BigQuery {
  const { project, dataset, location } = access.settings;
  const path = `/bigquery/v2/projects/${project}`;
  const reference = (jobId: string): Json => ({ projectId: project, jobId, location });
  const inPlace = `?location=${encodeURIComponent(location)}`;
  const look = (jobId: string): HttpAnswer => call('get', `${path}/jobs/${jobId}${inPlace}`);
  const finish = (jobId: string, begun: HttpAnswer): Answered<Json> =>
    waitFor(access, begun, () => look(jobId));
  const run = (jobId: string, sql: string): Answered<Json> => {
    const configuration = { query: { query: sql, useLegacySql: false } };
    const job = { jobReference: reference(jobId), configuration };
    return finish(jobId, call('post', `${path}/jobs`, job));
  };
  const pageOf = (jobId: string, fromRow: number): Answered<Page> => {
    const rows = `${inPlace}&maxResults=10000&startIndex=${fromRow}`;
    return toValue(call('get', `${path}/queries/${jobId}${rows}`), toPage);
  };
  return {
    make: (what, resource) => {
      const within = what === 'datasets' ? '/datasets' : `/datasets/${dataset}/tables`;
      const made = call('post', path + within, resource);
      return made.status === 409 ? { ok: true, value: null } : toValue(made, () => null);
    },
    load: (jobId, load) => {
      const table = { projectId: project, datasetId: dataset, tableId: load.table };
      const configuration = { load: toLoad(table, load.schema) };
      const job = { jobReference: reference(jobId), configuration };
      const begun = callGoogle(
        toUpload(`${root}/upload${path}/jobs?uploadType=multipart`, job, load.lines),
      );
      const done = finish(jobId, begun);
      return done.ok ? { ok: true, value: rowsLoaded(done.value) } : done;
    },
    query: (jobId, sql) => {
      const done = run(jobId, sql);
      return done.ok ? readAll((fromRow) => pageOf(jobId, fromRow)) : done;
    },
    page: (jobId, sql, fromRow) => {
      const done = run(jobId, sql);
      if (!done.ok) return done;
      const page = pageOf(jobId, fromRow);
      return page.ok ? { ok: true, value: page.value.rows } : page;
    },
    drop: (table) => void call('delete', `${path}/datasets/${dataset}/tables/${table}`),
  };
}

const toLoad = (destinationTable: Json, fields: readonly Field[]): Json => ({
  destinationTable,
  schema: { fields },
  sourceFormat: 'NEWLINE_DELIMITED_JSON',
  writeDisposition: 'WRITE_TRUNCATE',
  maxBadRecords: 0,
});

/** An answer holds at most 10 MB: https://cloud.google.com/bigquery/docs/paging-results */
function readAll(pageOf: (fromRow: number) => Answered<Page>): Answered<readonly Cells[]> {
  const rows: Cells[] = [];
  for (;;) {
    const page = pageOf(rows.length);
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    if (page.value.rows.length === 0 || rows.length >= page.value.total)
      return { ok: true, value: rows };
  }
}

const boundary = 'plantao-part';

/** Job and data in one call: https://cloud.google.com/bigquery/docs/reference/api-uploads#multipart */
function toUpload(url: string, job: Json, lines: readonly string[]): GoogleCall {
  const part = (type: string, text: string): string =>
    `--${boundary}\r\nContent-Type: ${type}\r\n\r\n${text}\r\n`;
  const body =
    part('application/json; charset=UTF-8', JSON.stringify(job)) +
    part('application/octet-stream', lines.join('\n'));
  const contentType = `multipart/related; boundary=${boundary}`;
  return { url, method: 'post', contentType, body: `${body}--${boundary}--` };
}

/** Waits until a job is done, as long as the run may take; what was begun before goes on. */
function waitFor(
  { clock, turn }: Access,
  begun: HttpAnswer,
  look: () => HttpAnswer,
): Answered<Json> {
  let answer = begun.status === 409 ? look() : begun;
  for (;;) {
    const read = toValue(answer, (job) => job);
    if (!read.ok) return read;
    const { state, errorResult } = inside(read.value, 'status');
    if (state === 'DONE')
      return errorResult === undefined
        ? read
        : { ok: false, trouble: toTrouble(inside(read.value, 'status', 'errorResult'), 'anew') };
    if (!turn.allows({ ms: pollMs + callMs, calls: 1 })) return troubled('again', 'running');
    clock.sleep(pollMs);
    if (!turn.note(1)) return troubled('again', 'another run');
    answer = look();
  }
}
