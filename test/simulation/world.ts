import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRooms } from '../../src/cli/late/open-rooms';
import { readBundle, type Bundle } from '../../src/twin/runtime/bundle';
import { contextFile, workerFile } from '../../src/twin/runtime/bundle-worker';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { compilePreparation } from '../../src/twin/runtime/contexts';
import type { InlineStock } from '../../src/twin/runtime/inline-pool';
import { makeReloadable } from '../../src/twin/runtime/reloadable';
import { projectRoot } from '../../src/twin/runtime/project-root';
import { createThreadPool, type ThreadPool } from '../../src/twin/runtime/thread-pool';
import { startTwin } from '../../src/twin/start-twin';
import { createMemoryStorage, type Snapshot } from '../../src/twin/storage/memory-storage';
import type { Storage } from '../../src/twin/storage/storage';
import { recordStorage } from '../support/recorded-storage';
import { beginning, beginnings, type Beginning } from './beginnings';
import { startMs, type Start } from './scenario';
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
  const bundle = makeReloadable(openRooms(readProject(code)));
  const versions = { latest: bundle, deployed: bundle };
  const folder = mkdtempSync(join(tmpdir(), 'plantao-worker-'));
  // A copy of its own: a build at the same moment rewrites the file.
  copyFileSync(workerFile, join(folder, 'worker.mjs'));
  const threads = createThreadPool(join(folder, 'worker.mjs'), true);
  const fresh = await prepare(
    { code: versions, threads },
    { snapshot: new Map(), beginning },
  ).catch(async (error: unknown) => {
    await threads.stop();
    throw error;
  });
  const prepared = new Map<Start, Promise<Snapshot>>();
  const snapshotOf = (start: Start): Promise<Snapshot> => {
    const own = beginnings[start];
    const known = prepared.get(start);
    if (known !== undefined || own === null) return known ?? Promise.resolve(fresh);
    const made = prepare({ code: versions, threads }, { snapshot: fresh, beginning: own });
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
  readonly beginning: Beginning;
}

/** So recently that the sweep of a run first looks whether there is work. */
const preparedBeforeMs = 5 * 60_000;
/** Before everything that is prepared. */
const longestMs = 10 * 86_400_000;

/** Does the work on a copy of the snapshot, and gives all that there is then. */
async function prepare(
  parts: Pick<World, 'code' | 'threads'>,
  { snapshot, beginning: { beforeMs, work } }: Preparation,
): Promise<Snapshot> {
  const { storage, take } = recordStorage(snapshot);
  const clock = createVirtualClock(startMs - longestMs);
  const twin = startTwin({
    ...twinBasics(parts),
    storage,
    clock,
    seed: 'world',
  });
  clock.moveTo(startMs - beforeMs);
  await work(twin, clock);
  clock.moveTo(startMs - preparedBeforeMs);
  await twin.start('sweep_', [], 'trigger').done;
  await twin.stop();
  return take(leftOut);
}
