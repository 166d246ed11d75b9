import { callGoogle, type GoogleCall } from '../platform/google-warehouse';
import type { HttpAnswer } from '../platform/http';
import type { Clock } from '../platform/services';
import type { Turn } from '../sync/jobs/job';
import {
  inside,
  rowsLoaded,
  toRows,
  toTrouble,
  toValue,
  troubled,
  type Answered,
  type Json,
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
  /** Runs a statement; gives its rows, every cell as text, at most 10,000. */
  query(jobId: string, sql: string): Answered<readonly (readonly string[])[]>;
  drop(table: string): void;
}

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

export function openBigQuery(access: Access): BigQuery {
  const { project, dataset, location } = access.settings;
  const path = `/bigquery/v2/projects/${project}`;
  const call = (method: GoogleCall['method'], to: string, value: Json | null = null): HttpAnswer =>
    callGoogle({
      url: root + to,
      method,
      contentType: 'application/json',
      body: value === null ? null : JSON.stringify(value),
    });
  const reference = (jobId: string): Json => ({ projectId: project, jobId, location });
  const inPlace = `?location=${encodeURIComponent(location)}`;
  const look = (jobId: string): HttpAnswer => call('get', `${path}/jobs/${jobId}${inPlace}`);
  const finish = (jobId: string, begun: HttpAnswer): Answered<Json> =>
    waitFor(access, begun, () => look(jobId));
  return {
    make: (what, resource) => {
      const within = what === 'datasets' ? '/datasets' : `/datasets/${dataset}/tables`;
      const made = call('post', path + within, resource);
      return made.status === 409 ? { ok: true, value: null } : toValue(made, () => null);
    },
    load: (jobId, { table, schema, lines }) => {
      const configuration = {
        load: {
          destinationTable: { projectId: project, datasetId: dataset, tableId: table },
          schema: { fields: schema },
          sourceFormat: 'NEWLINE_DELIMITED_JSON',
          writeDisposition: 'WRITE_TRUNCATE',
          maxBadRecords: 0,
        },
      };
      const job = { jobReference: reference(jobId), configuration };
      const begun = callGoogle(
        toUpload(`${root}/upload${path}/jobs?uploadType=multipart`, job, lines),
      );
      const done = finish(jobId, begun);
      return done.ok ? { ok: true, value: rowsLoaded(done.value) } : done;
    },
    query: (jobId, sql) => {
      const configuration = { query: { query: sql, useLegacySql: false } };
      const job = { jobReference: reference(jobId), configuration };
      const done = finish(jobId, call('post', `${path}/jobs`, job));
      if (!done.ok) return done;
      return toValue(call('get', `${path}/queries/${jobId}${inPlace}&maxResults=10000`), toRows);
    },
    drop: (table) => void call('delete', `${path}/datasets/${dataset}/tables/${table}`),
  };
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
