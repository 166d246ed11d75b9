import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleApp } from '../../src/cli/bundle-app';
import { entryPoints } from '../../src/cli/entry-points';
import { extrasPlugin, makeManifest } from '../../src/cli/extras';
import { projectRoot } from '../../src/twin/runtime/project-root';
import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import type { TwinOptions } from '../../src/twin/start-twin';
import { askPanel } from './ask-panel';
import { bundleDir, passMinutes, startPlantao, type Plantao } from './plantao';
import { listenAsBigQuery, place, type StrictBigQuery } from './strict-bigquery';

/** The app built with BigQuery, beside a strict copy of it on loopback. */
export interface PlantaoWithBigQuery {
  readonly plantao: Plantao;
  readonly clock: VirtualClock;
  readonly bigQuery: StrictBigQuery;
  /** Switches the archive on; gives what the page says. */
  save(changes?: object): Promise<unknown>;
  minutes(count?: number): Promise<void>;
  /** The keys of a table of the warehouse, in order. */
  keys(table: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Builds it into a folder of its own. */
async function buildWithBigQuery(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'with-bigquery-'));
  cpSync(bundleDir, folder, { recursive: true });
  const code = await bundleApp({
    sourceFolder: join(projectRoot, 'src'),
    entryPoints,
    info: { version: '0.1.0', commit: 'bigquery' },
    pages: {},
    plugins: [extrasPlugin(['bigquery'])],
  });
  writeFileSync(join(folder, 'Code.js'), code);
  writeFileSync(join(folder, 'appsscript.json'), makeManifest(projectRoot, ['bigquery']));
  return folder;
}

export async function startWithBigQuery(
  startMs: number,
  options: Partial<TwinOptions> = {},
): Promise<PlantaoWithBigQuery> {
  const folder = await buildWithBigQuery();
  const clock = createVirtualClock(startMs);
  const bigQuery = await listenAsBigQuery(() => clock.now());
  const rewrite = (url: URL): URL =>
    url.hostname === 'bigquery.googleapis.com'
      ? new URL(url.pathname + url.search, bigQuery.server.url)
      : url;
  const plantao = await startPlantao({
    bundleDir: folder,
    clock,
    services: { urlFetch: { rewrite } },
    ...options,
  });
  return {
    plantao,
    clock,
    bigQuery,
    save: (changes = {}) =>
      askPanel(
        plantao.twin,
        'saveWarehouse',
        JSON.stringify({ isOn: true, days: 30, ...place, ...changes }),
      ),
    minutes: (count = 1) => passMinutes(plantao.twin, clock, count),
    keys: async (table) => {
      const rows = await bigQuery.query(`SELECT row_key FROM \`${table}\` ORDER BY 1`);
      return rows.map(([key]) => String(key));
    },
    stop: async () => {
      await plantao.twin.stop();
      await bigQuery.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
