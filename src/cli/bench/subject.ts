import { join } from 'node:path';
import { createVirtualClock, type VirtualClock } from '../../twin/runtime/clock';
import type { CostMode } from '../../twin/runtime/cost-model';
import type { ExecutionRecord } from '../../twin/runtime/executions-log';
import { projectRoot } from '../../twin/runtime/project-root';
import type { Twin } from '../../twin/runtime/twin';
import { startTwin } from '../../twin/start-twin';
import type { Storage } from '../../twin/storage/storage';
import type { WebOutput } from '../../twin/web/web-answer';
import { setUpSample } from '../sample';
import { createTimingSeam, type TimingSeam } from './timing-seam';

/** What is compared. */
export type SubjectName =
  'ours' | 'unlocked' | 'locked' | 'lastRow' | 'lockedLastRow' | 'ignoredLock';

interface SubjectDefinition {
  readonly title: string;
  readonly bundleDir: string;
  /** Makes the sheets. */
  setUp(twin: Twin): Promise<unknown>;
  readonly query: string;
}

/** Query of the sample connection to Huggy. */
export const sampleQuery = 'k=huggy.exemplo-local&w=main';
const sampleAddress = 'http://127.0.0.1:8787/macros/s/AKfycbTwin/exec';
const baseline = (name: string): string =>
  join(projectRoot, 'src', 'cli', 'bench', 'baselines', name);

const usualWay = (name: string, title: string): SubjectDefinition => ({
  title,
  bundleDir: baseline(name),
  setUp: (twin) => twin.run('setUp'),
  query: '',
});

export const subjects: Readonly<Record<SubjectName, SubjectDefinition>> = {
  ours: {
    title: 'Plantão',
    bundleDir: join(projectRoot, 'dist'),
    setUp: (twin) => setUpSample(twin, sampleAddress),
    query: sampleQuery,
  },
  unlocked: usualWay('unlocked', 'appendRow, no lock (the documented example)'),
  locked: usualWay('locked', 'appendRow + flush under a lock'),
  lastRow: usualWay('lastRow', 'setValues below getLastRow, no lock'),
  lockedLastRow: usualWay('lockedLastRow', 'setValues below getLastRow + flush under a lock'),
  ignoredLock: usualWay('ignoredLock', 'appendRow, a lock whose answer is ignored'),
};

/** A subject at work on a twin with a virtual clock, every call taking its modelled time. */
export interface Subject {
  readonly name: SubjectName;
  readonly twin: Twin;
  readonly clock: VirtualClock;
  readonly seam: TimingSeam;
  /** Executions that have ended since the last `forget`. */
  readonly records: ExecutionRecord[];
  post(body: string): Promise<WebOutput>;
  /** Forgets timings, counts and records so far. */
  forget(): void;
  stop(): Promise<void>;
}

export interface SubjectOptions {
  readonly seed: string;
  /** Holds a workbook that is set up already; absent: a new one is set up. */
  readonly storage?: Storage;
  readonly costMode?: CostMode;
  /** Of the account: its operations on properties a day; absent: those of Workspace. */
  readonly operationsPerDay?: number;
}

/** Google's limits of a day (https://developers.google.com/apps-script/guides/services/quotas). */
export const operationsPerDay = { consumer: 50_000, workspace: 500_000 } as const;

/** When runs begin on the virtual clock. */
export const startMs = Date.UTC(2026, 8, 14, 12);
const encoder = new TextEncoder();

/** Starts a subject and sets it up. */
export async function openSubject(
  name: SubjectName,
  { seed, storage, costMode = 'sampled', ...account }: SubjectOptions,
): Promise<Subject> {
  const { bundleDir, setUp, query } = subjects[name];
  const clock = createVirtualClock(startMs);
  const seam = createTimingSeam();
  // What formulas show is asked by nobody here, and no call's price depends on it.
  const paced = {
    seed: `${seed}/${name}`,
    clock,
    seam,
    pace: true,
    costMode,
    evaluatesFormulas: false,
    services: { properties: { operationsPerDay: operationsPerDay.workspace, ...account } },
  };
  const twin = startTwin({ bundleDir, ...paced, ...(storage === undefined ? {} : { storage }) });
  const records: ExecutionRecord[] = [];
  twin.onExecution((record) => records.push(record));
  const forget = (): void => {
    records.length = 0;
    seam.timings.length = 0;
    seam.counts.clear();
  };
  if (storage === undefined) await setUp(twin);
  forget();
  const contentType = 'application/json';
  return {
    name,
    twin,
    clock,
    seam,
    records,
    post: (body) =>
      twin.webOutput({ method: 'POST', query, contentType, body: encoder.encode(body) }),
    forget,
    stop: () => twin.stop(),
  };
}
