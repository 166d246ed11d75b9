import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUpSample } from '../../src/cli/sample';
import { readBundle, type Bundle } from '../../src/twin/runtime/bundle';
import { workerFile } from '../../src/twin/runtime/bundle-worker';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { projectRoot } from '../../src/twin/runtime/project-root';
import { createThreadPool, type ThreadPool } from '../../src/twin/runtime/thread-pool';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { createMemoryStorage } from '../../src/twin/storage/memory-storage';
import type { DocumentChange, Storage } from '../../src/twin/storage/storage';
import { buildWebEvent, type WebEvent } from '../../src/twin/web/web-request';
import type { Delivery } from './scenario';
import { startMs } from './scenario';
import { userFunctions } from './user-functions';

/** Code, threads and prepared spreadsheets that many runs share. */
export interface World {
  readonly code: { readonly latest: Bundle; readonly deployed: Bundle };
  readonly threads: ThreadPool;
  /** A storage of its own with the spreadsheet as Start left it, or with grids that are nearly full. */
  copy(isFull: boolean): Storage;
  close(): Promise<void>;
}

/** Everything a twin of the simulation has in common. Formulas stay blank: the engine must never boot. */
export function twinBasics({ code, threads }: Pick<World, 'code' | 'threads'>) {
  const spreadsheet = { activeNullInWebCalls: false };
  return { bundleDir: '', code, threads, evaluatesFormulas: false, spreadsheet } as const;
}

/** Sets a spreadsheet up once, with what is built in `dist/`, or with other code in the place of its own. */
export async function openWorld(code?: string): Promise<World> {
  const bundle = readProject(code);
  const versions = { latest: bundle, deployed: bundle };
  const folder = mkdtempSync(join(tmpdir(), 'plantao-worker-'));
  // A copy of its own: a build at the same moment rewrites the file.
  copyFileSync(workerFile, join(folder, 'worker.mjs'));
  const threads = createThreadPool(join(folder, 'worker.mjs'));
  const fresh = await prepare({ code: versions, threads }, []);
  const full = await prepare({ code: versions, threads }, fresh);
  return {
    code: versions,
    threads,
    copy: (isFull) => storageOf(isFull ? full : fresh),
    close: async () => {
      await threads.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function readProject(code: string | undefined): Bundle {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-simulation-'));
  try {
    cpSync(join(projectRoot, 'dist'), folder, { recursive: true });
    if (code !== undefined) writeFileSync(join(folder, 'Code.js'), code);
    writeFileSync(join(folder, 'User.js'), userFunctions);
    return readBundle(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function storageOf(documents: readonly DocumentChange[]): Storage {
  const storage = createMemoryStorage();
  storage.commit(documents);
  return storage;
}

/** Runs with triggers and lists of executions of their own: the scenario says when the sweep runs. */
const leftOut: ReadonlySet<string> = new Set(['executions', 'triggers']);

/** Runs the set-up (on nothing), or fills the tabs (on what was set up), and gives all documents. */
async function prepare(
  parts: Pick<World, 'code' | 'threads'>,
  documents: readonly DocumentChange[],
): Promise<readonly DocumentChange[]> {
  const kept = new Map(documents.map((item) => [`${item.collection}\0${item.key}`, item]));
  const storage = storageOf(documents);
  const commit = (changes: readonly DocumentChange[]): void => {
    for (const change of changes) kept.set(`${change.collection}\0${change.key}`, change);
    storage.commit(changes);
  };
  const clock = createVirtualClock(startMs - preparedBeforeMs);
  const twin = startTwin({
    ...twinBasics(parts),
    storage: { ...storage, commit },
    clock,
    seed: 'world',
  });
  if (documents.length === 0) await setUpSample(twin, sampleAddress);
  else await fillTabs(twin);
  await twin.start('sweep_', [], 'trigger').done;
  await twin.stop();
  return [...kept.values()].filter(
    ({ collection, json }) => json !== null && !leftOut.has(collection),
  );
}

/** So recently that the sweep of a run first looks whether there is work. */
const preparedBeforeMs = 5 * 60_000;
const sampleAddress = 'http://127.0.0.1:8787/macros/s/simulated/exec';

/** Leaves two free rows in the grids of four tabs. */
async function fillTabs(twin: Twin): Promise<void> {
  const free = 2;
  const rowsOf = (title: string): number =>
    twin.workbook.sheets.find((sheet) => sheet.title === title)?.maxRows ?? 0;
  const count = rowsOf('Mensagens') - 1 - free;
  const time = Math.floor(startMs / 1000) - 90_000;
  const items = (first: number, more: (index: number) => object): readonly object[] =>
    Array.from({ length: count }, (_unused, index) => ({ id: first + index, ...more(index) }));
  const messages = {
    agentChangedStatus: items(20_000, (index) => ({ name: `Agente ${index}`, isOnline: true })),
    receivedAllMessage: items(60_000, (index) => ({
      body: `mensagem ${index}`,
      chat: { id: 40_000 + index },
    })),
  };
  const body = JSON.stringify({ time, messages, token: 'simulated-token' });
  await twin.start('doPost', [eventOf({ vendor: 'huggy', webhook: 'main', body })], 'webApp').done;
}

/** The argument of `doPost` for a delivery to the sample connection of its platform. */
export function eventOf(delivery: Pick<Delivery, 'vendor' | 'webhook' | 'body'>): WebEvent {
  return buildWebEvent({
    method: 'POST',
    query: `k=${delivery.vendor}.exemplo-local&w=${delivery.webhook}`,
    contentType: 'application/json',
    body: Buffer.from(delivery.body),
  });
}
