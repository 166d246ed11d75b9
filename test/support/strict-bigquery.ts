import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { faultIn, inside, type ApiField } from './bigquery-rows';
import { toDuckDb } from './bigquery-sql';
import { serveStrictly, type Reply, type SeenCall, type StrictServer } from './strict-server';

interface Job {
  /** Looks until it says that it is done. */
  looks: number;
  readonly error: { readonly reason: string; readonly message: string } | null;
  readonly rows: readonly (readonly unknown[])[];
  readonly outputRows: number;
}

/** BigQuery on loopback, as strict as its documentation; its engine is DuckDB. */
export interface StrictBigQuery {
  readonly server: StrictServer;
  readonly jobs: ReadonlyMap<string, Job>;
  /** Rows of a statement in BigQuery's SQL. */
  query(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
}

/** Rows of a page, however many are asked for: Google gives as many as 10 MB hold. */
const mostRows = 7;

/** The user's own project. */
export const place = {
  project: 'loja-exemplo',
  dataset: 'plantao',
  location: 'southamerica-east1',
};
const path = `/bigquery/v2/projects/${place.project}`;

const refuse = (status: number, reason: string, message: string): Reply => ({
  status,
  body: { error: { code: status, message, errors: [{ reason, message, domain: 'global' }] } },
});

export async function listenAsBigQuery(now: () => number): Promise<StrictBigQuery> {
  const folder = mkdtempSync(join(tmpdir(), 'bigquery-'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const jobs = new Map<string, Job>();
  const tables = new Map<string, readonly ApiField[]>();
  const datasets = new Set<string>();
  const engine = openEngine(connection, now);

  const insertTable = async (resource: unknown): Promise<Reply> => {
    if (!datasets.has(place.dataset)) return refuse(404, 'notFound', 'Not found: Dataset');
    const id = String(inside(resource, 'tableReference', 'tableId'));
    if (tables.has(id)) return refuse(409, 'duplicate', `Already Exists: Table ${id}`);
    const fields = inside(resource, 'schema', 'fields');
    if (!isFields(fields)) return refuse(400, 'invalid', 'Schema');
    const partition = inside(resource, 'timePartitioning', 'field');
    if (partition !== undefined && fields.find(({ name }) => name === partition)?.type !== 'DATE')
      return refuse(400, 'invalid', 'The field to partition by must be a DATE or TIMESTAMP');
    tables.set(id, fields);
    await engine.create(id, fields);
    return { status: 200, body: { id } };
  };

  const insertJob = async (job: unknown, data: string | null): Promise<Reply> => {
    const id = String(inside(job, 'jobReference', 'jobId'));
    if (!/^[\w-]{1,1024}$/.test(id)) return refuse(400, 'invalid', 'Invalid job ID');
    if (inside(job, 'jobReference', 'location') !== place.location)
      return refuse(400, 'invalid', 'Location');
    if (jobs.has(id)) return refuse(409, 'duplicate', `Already Exists: Job ${id}`);
    jobs.set(id, { looks: 1, error: null, rows: [], outputRows: 0 });
    const load = inside(job, 'configuration', 'load');
    const query = inside(job, 'configuration', 'query', 'query');
    const done =
      load === undefined ? await runQuery(String(query)) : await runLoad(load, data ?? '');
    jobs.set(id, done);
    return describe(id, { ...done, looks: 1 });
  };

  const runQuery = async (sql: string): Promise<Job> => {
    try {
      return { looks: 1, error: null, rows: await engine.run(sql), outputRows: 0 };
    } catch (error) {
      const message = `${String(error)}\n${sql}`;
      return { looks: 1, error: { reason: 'invalidQuery', message }, rows: [], outputRows: 0 };
    }
  };

  const runLoad = async (load: unknown, data: string): Promise<Job> => {
    const table = String(inside(load, 'destinationTable', 'tableId'));
    const fields = inside(load, 'schema', 'fields');
    const failed = (message: string): Job => ({
      looks: 1,
      error: { reason: 'invalid', message },
      rows: [],
      outputRows: 0,
    });
    if (inside(load, 'sourceFormat') !== 'NEWLINE_DELIMITED_JSON' || !isFields(fields))
      return failed('load');
    if (inside(load, 'writeDisposition') !== 'WRITE_TRUNCATE') return failed('disposition');
    const lines = data.split('\n').filter(Boolean);
    const bad = lines.flatMap((line) => faultIn(JSON.parse(line), fields) ?? []);
    if (bad[0] !== undefined) return failed(bad[0]);
    const file = join(folder, `${table}.ndjson`);
    writeFileSync(file, lines.join('\n'));
    tables.set(table, fields);
    await engine.create(table, fields);
    await engine.fill(table, fields, file);
    return { looks: 1, error: null, rows: [], outputRows: lines.length };
  };

  const describe = (id: string, job: Job): Reply => ({
    status: 200,
    body: {
      jobReference: { jobId: id, location: place.location },
      status: {
        state: job.looks > 0 ? 'RUNNING' : 'DONE',
        ...(job.looks > 0 || job.error === null ? {} : { errorResult: job.error }),
      },
      statistics: { load: { outputRows: String(job.outputRows) } },
    },
  });

  const look = ({ path: at, query }: SeenCall): Reply => {
    const [, kind = '', id = ''] = /\/(jobs|queries)\/([\w-]+)$/.exec(at) ?? [];
    const job = jobs.get(id);
    if (job === undefined || query['location'] !== place.location)
      return refuse(404, 'notFound', `Not found: Job ${id}`);
    if (kind === 'jobs') {
      job.looks -= 1;
      return describe(id, job);
    }
    if (job.error !== null) return refuse(400, job.error.reason, job.error.message);
    const from = Number(query['startIndex'] ?? 0);
    const most = Math.min(Number(query['maxResults'] ?? mostRows), mostRows);
    const rows = job.rows.slice(from, from + most).map((row) => ({
      f: row.map((v) => ({ v: typeof v === 'string' ? v : JSON.stringify(v) })),
    }));
    return { status: 200, body: { jobComplete: true, totalRows: String(job.rows.length), rows } };
  };

  const drop = async (at: string): Promise<Reply> => {
    const id = at.split('/').pop() ?? '';
    if (!tables.delete(id)) return refuse(404, 'notFound', `Not found: Table ${id}`);
    await engine.run(`DROP TABLE \`${id}\``);
    return { status: 204, body: '' };
  };

  const answer = async (call: SeenCall): Promise<Reply> => {
    if (!/^Bearer \S+$/.test(call.headers['authorization'] ?? ''))
      return refuse(401, 'authError', 'Invalid Credentials');
    const { method, path: at, body, headers } = call;
    if (method === 'DELETE') return drop(at);
    if (method === 'GET') return look(call);
    if (at === `/upload${path}/jobs`) {
      const parts = partsOf(body, headers['content-type'] ?? '');
      return parts.length === 2
        ? insertJob(JSON.parse(parts[0] ?? ''), parts[1] ?? '')
        : refuse(400, 'invalid', 'parts');
    }
    const value: unknown = JSON.parse(body);
    if (at === `${path}/jobs`) return insertJob(value, null);
    if (at === `${path}/datasets/${place.dataset}/tables`) return insertTable(value);
    if (at !== `${path}/datasets`) return refuse(404, 'notFound', at);
    const id = String(inside(value, 'datasetReference', 'datasetId'));
    if (datasets.has(id)) return refuse(409, 'duplicate', 'Already Exists: Dataset');
    datasets.add(id);
    return { status: 200, body: {} };
  };

  const server = await serveStrictly(answer);
  return {
    server,
    jobs,
    query: (sql) => engine.run(sql),
    close: async () => {
      await server.close();
      connection.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isFields = (value: unknown): value is readonly ApiField[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof inside(one, 'name') === 'string');

function partsOf(body: string, contentType: string): readonly string[] {
  const [, boundary] = /boundary=(\S+)/.exec(contentType) ?? [];
  if (boundary === undefined || !body.endsWith(`--${boundary}--`)) return [];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.slice(part.indexOf('\r\n\r\n') + 4, -2));
}

interface Engine {
  create(table: string, fields: readonly ApiField[]): Promise<void>;
  fill(table: string, fields: readonly ApiField[], file: string): Promise<void>;
  run(sql: string): Promise<readonly (readonly unknown[])[]>;
}

/** DuckDB behind BigQuery's types and statements. */
export function openEngine(connection: DuckDBConnection, now: () => number): Engine {
  const columns = (fields: readonly ApiField[], joint: string, between: string): string =>
    fields.map((field) => `"${field.name}"${joint}${typeOf(field)}`).join(between);
  return {
    create: async (table, fields) => {
      await connection.run(`CREATE OR REPLACE TABLE "${table}" (${columns(fields, ' ', ', ')})`);
    },
    fill: async (table, fields, file) => {
      const types = fields.map((field) => `"${field.name}": '${typeOf(field)}'`).join(', ');
      await connection.run(
        `INSERT INTO "${table}" SELECT * FROM read_json('${file}', format = 'newline_delimited', maximum_object_size = 67108864, columns = {${types}})`,
      );
    },
    run: async (sql) => (await connection.runAndReadAll(toDuckDb(sql, now()))).getRowsJson(),
  };
}

function typeOf({ type, mode, fields = [] }: ApiField): string {
  const plain: Readonly<Record<string, string>> = { STRING: 'VARCHAR', FLOAT: 'DOUBLE' };
  const own =
    type === 'RECORD'
      ? `STRUCT(${fields.map((one) => `"${one.name}" ${typeOf(one)}`).join(', ')})`
      : (plain[type] ?? type);
  return mode === 'REPEATED' ? `${own}[]` : own;
}
