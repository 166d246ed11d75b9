import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSecret, setUpSample } from '../../src/cli/sample';
import { registerEntities } from '../../src/tabs/registers';
import { readBundle, type Bundle } from '../../src/twin/runtime/bundle';
import { contextFile, workerFile } from '../../src/twin/runtime/bundle-worker';
import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import { compilePreparation } from '../../src/twin/runtime/contexts';
import type { InlineStock } from '../../src/twin/runtime/inline-pool';
import { makeReloadable } from '../../src/twin/runtime/reloadable';
import { projectRoot } from '../../src/twin/runtime/project-root';
import { createThreadPool, type ThreadPool } from '../../src/twin/runtime/thread-pool';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { createMemoryStorage, type Snapshot } from '../../src/twin/storage/memory-storage';
import type { DocumentChange, Storage } from '../../src/twin/storage/storage';
import { longTabIds, oddBodies } from './bodies';
import { bodyOf, eventKinds, ownToken, strangeToken } from './event-kinds';
import { startMs, type Start } from './scenario';
import { eventOf } from './send';
import { userFunctions } from './user-functions';

/** Code, threads and prepared spreadsheets that many runs share. */
export interface World {
  readonly code: { readonly latest: Bundle; readonly deployed: Bundle };
  readonly threads: ThreadPool;
  /** Contexts of this process, for runs in which the executions stand one within the other. */
  readonly inline: InlineStock;
  /** A storage of its own with the spreadsheet that a run begins on. */
  copy(start: Start): Promise<Storage>;
  close(): Promise<void>;
}

/** Everything a twin of the simulation has in common. Formulas stay blank: the engine must never boot. */
export function twinBasics({ code, threads }: Pick<World, 'code' | 'threads'>) {
  const spreadsheet = { activeNullInWebCalls: false };
  return { bundleDir: '', code, threads, evaluatesFormulas: false, spreadsheet } as const;
}

/** Sets a spreadsheet up once, with what is built in `dist/`, or with other code in the place of its own. */
export async function openWorld(code?: string): Promise<World> {
  const bundle = makeReloadable(readProject(code));
  const versions = { latest: bundle, deployed: bundle };
  const folder = mkdtempSync(join(tmpdir(), 'plantao-worker-'));
  // A copy of its own: a build at the same moment rewrites the file.
  copyFileSync(workerFile, join(folder, 'worker.mjs'));
  const threads = createThreadPool(join(folder, 'worker.mjs'), true);
  const fresh = await prepare(
    { code: versions, threads },
    { snapshot: new Map(), work: begin },
  ).catch(async (error: unknown) => {
    await threads.stop();
    throw error;
  });
  const works = {
    fresh: null,
    settled: settle,
    full: fillTabs,
    long: lengthenTabs,
    old: ageJournal,
  } as const;
  const prepared = new Map<Start, Promise<Snapshot>>();
  const snapshotOf = (start: Start): Promise<Snapshot> => {
    const work = works[start];
    const known = prepared.get(start);
    if (known !== undefined || work === null) return known ?? Promise.resolve(fresh);
    const made = prepare({ code: versions, threads }, { snapshot: fresh, work });
    prepared.set(start, made);
    return made;
  };
  return {
    code: versions,
    threads,
    inline: { prepare: compilePreparation(readFileSync(contextFile, 'utf8')), free: [] },
    copy: async (start) => createMemoryStorage(await snapshotOf(start)),
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

/** Runs with triggers and lists of executions of their own: the scenario says when the sweep runs. */
const leftOut: ReadonlySet<string> = new Set(['executions', 'triggers']);

interface Preparation {
  readonly snapshot: Snapshot;
  readonly work: (twin: Twin, clock: VirtualClock) => Promise<void>;
}

/** Does the work on a copy of the snapshot, and gives all that there is then. */
async function prepare(
  parts: Pick<World, 'code' | 'threads'>,
  { snapshot, work }: Preparation,
): Promise<Snapshot> {
  const storage = createMemoryStorage(snapshot);
  const collections = new Set(snapshot.keys());
  const commit = (changes: readonly DocumentChange[]): void => {
    for (const { collection } of changes) collections.add(collection);
    storage.commit(changes);
  };
  const clock = createVirtualClock(startMs - weekMs - longBeforeMs);
  const twin = startTwin({
    ...twinBasics(parts),
    storage: { ...storage, commit },
    clock,
    seed: 'world',
  });
  clock.moveTo(startMs - (work === ageJournal ? weekMs : 0) - longBeforeMs);
  await work(twin, clock);
  clock.moveTo(startMs - preparedBeforeMs);
  await twin.start('sweep_', [], 'trigger').done;
  await twin.stop();
  const kept = [...collections].filter((collection) => !leftOut.has(collection));
  return new Map(kept.map((collection) => [collection, storage.read(collection)]));
}

/** So recently that the sweep of a run first looks whether there is work. */
const preparedBeforeMs = 5 * 60_000;
/** When the rows of long tabs begin. */
const longBeforeMs = 100 * 60_000;
const sampleAddress = 'http://127.0.0.1:8787/macros/s/simulated/exec';

/** Makes the tabs and a connection for each platform, then the second accounts. */
async function begin(twin: Twin): Promise<void> {
  await setUpSample(twin, sampleAddress);
  const second = (vendor: string): readonly [string, string] => {
    const id = `${vendor}-b`;
    const secrets = [sampleSecret];
    const stored = { id, vendor, account: 'Filial', secrets, tokens: [], handshakeAtMs: null };
    return [`connection.${id}`, JSON.stringify(stored)];
  };
  const panelKey = ['panel.key', 'simulated-key'] as const;
  twin.services.properties.write('script', [...doubled.map(second), panelKey]);
  twin.services.cache.forgetAll();
}

/** Platforms of which there is a second account. */
const doubled: readonly string[] = ['huggy', 'plug'];

/** Twice so many are a few more than the 2,000 rows that a hold looks at. */
const longRows = 1010;

/** Rows of the entities that runs tell of, then thousands of others over more than the quarter of an hour that is looked at. */
async function lengthenTabs(twin: Twin, clock: VirtualClock): Promise<void> {
  for (const entity of [0, 1]) {
    for (const kind of eventKinds) {
      const body = bodyOf(kind, { entity, atMs: clock.now() });
      await twin.start('doPost', [eventOf({ ...kind, body })], 'webApp').done;
    }
  }
  for (const first of [0, longRows]) {
    clock.moveTo(clock.now() + 25 * 60_000);
    await postMany(twin, { first, count: longRows, chats: 2 * longRows, atMs: clock.now() });
  }
}

/** Sweeps until all registers, one a sweep, were rendered with the settings as they are. */
async function settle(twin: Twin, clock: VirtualClock): Promise<void> {
  for (const _register of registerEntities) {
    await twin.start('sweep_', [], 'trigger').done;
    clock.moveTo(clock.now() + 60_000);
  }
}

const weekMs = 7 * 86_400_000;
/** More than the 200 rows that are worth trimming, no more than one hold takes out of the waiting room. */
const oldLines = 230;

/** Lines that are a week old a minute before the run begins: settled ones around one that is held and one that failed. */
async function ageJournal(twin: Twin, clock: VirtualClock): Promise<void> {
  clock.moveTo(startMs - weekMs - 60_000);
  const { locks } = twin.services;
  const unknown = oddBodies[1] ?? '';
  const status = bodyOf(eventKinds[0] ?? missingKind(), { entity: 1, atMs: clock.now() });
  const post = async (body: string): Promise<void> => {
    await twin.start('doPost', [eventOf({ vendor: 'huggy', webhook: 'main', body })], 'webApp')
      .done;
  };
  await post(status);
  locks.take('script', 'somebody else');
  for (let count = 0; count < oldLines; count += 1) await post(unknown);
  locks.release('script', 'somebody else');
  await post(status.replace(ownToken, strangeToken));
  await post('isto não é JSON');
  // The emptied keys of the waiting room go, 20 a sweep.
  for (let left = oldLines + 40; left > 0; left -= 20)
    await twin.start('sweep_', [], 'trigger').done;
}

function missingKind(): never {
  throw new Error('There are no kinds of events.');
}

/** Leaves two free rows in the grids of four tabs. */
async function fillTabs(twin: Twin): Promise<void> {
  const free = 2;
  const rowsOf = (title: string): number =>
    twin.workbook.sheets.find((sheet) => sheet.title === title)?.maxRows ?? 0;
  const count = rowsOf('Mensagens') - 1 - free;
  await postMany(twin, { first: 0, count, chats: count, atMs: startMs - 90_000_000 });
}

interface Many {
  readonly first: number;
  readonly count: number;
  readonly chats: number;
  readonly atMs: number;
}

/** So many agents and contacts, and as many messages of some chats, in one request. */
async function postMany(twin: Twin, { first, count, chats, atMs }: Many): Promise<void> {
  const time = Math.floor(atMs / 1000);
  const items = (from: number, more: (index: number) => object): readonly object[] =>
    Array.from({ length: count }, (_unused, index) => ({
      id: from + first + index,
      ...more(first + index),
    }));
  const messages = {
    agentChangedStatus: items(longTabIds.agents, (index) => ({
      name: `Agente ${index}`,
      isOnline: true,
    })),
    receivedAllMessage: items(longTabIds.messages, (index) => ({
      body: `mensagem ${index}`,
      chat: { id: longTabIds.chats + (index % chats) },
    })),
    createdCustomer: items(longTabIds.contacts, (index) => ({ name: `Contato ${index}` })),
  };
  const body = JSON.stringify({ time, messages, token: ownToken });
  await twin.start('doPost', [eventOf({ vendor: 'huggy', webhook: 'main', body })], 'webApp').done;
}
