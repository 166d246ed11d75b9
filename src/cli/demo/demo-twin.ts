import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBundle } from '../../twin/runtime/bundle';
import { contextFile, workerFile } from '../../twin/runtime/bundle-worker';
import { compilePreparation } from '../../twin/runtime/contexts';
import { projectRoot } from '../../twin/runtime/project-root';
import { createQuietPool } from '../../twin/runtime/quiet-pool';
import { openRooms } from '../late/open-rooms';
import { makeReloadable } from '../../twin/runtime/reloadable';
import { createThreadPool } from '../../twin/runtime/thread-pool';
import type { Twin } from '../../twin/runtime/twin';
import { startTwin } from '../../twin/start-twin';
import { listConnections } from '../connections';
import type { DemoClock } from './demo-clock';

/** A twin that plays a history: on demand an execution takes place in this thread, some ten times as fast as on one of its own. */
export interface DemoTwin extends Twin {
  /**
   * Runs what begins one execution, at a moment when no other runs: it may neither wait nor ask. The page's own executions, which
   * may, are threads as ever.
   */
  quietly<T>(begin: (twin: Twin) => Promise<T>): Promise<T>;
}

interface DemoTwinOptions {
  readonly seed: string;
  readonly locale: string;
  readonly clock: DemoClock;
}

/** Creates the demonstration's twin; nothing is kept. */
export function makeDemoTwin({ seed, locale, clock }: DemoTwinOptions): DemoTwin {
  // Executions in a context that lives on: a demonstration has thousands of them.
  const bundle = makeReloadable(openRooms(readBundle(join(projectRoot, 'dist'))));
  const threads = createThreadPool(workerFile);
  const inline = { prepare: compilePreparation(readFileSync(contextFile, 'utf8')), free: [] };
  const ground = createQuietPool({ threads, inline }, false);
  const twin = startTwin({
    bundleDir: '',
    code: { latest: bundle, deployed: bundle },
    title: 'Plantão: Loja Exemplo',
    clock,
    seed,
    locale,
    threads: ground.pool,
    // The app reads its own columns only; what formulas show is reckoned for the page.
    evaluatesFormulas: false,
    connections: listConnections,
    services: { properties: { operationsPerDay: Number.POSITIVE_INFINITY } },
  });
  const entangled = ground.entangled.then((): never => {
    throw new Error('An execution of the history waited for something.');
  });
  entangled.catch(() => undefined);
  return {
    ...twin,
    quietly: async (begin) => {
      while (twin.running().length > 0) await nextTurn();
      await nextTurn();
      ground.setQuiet(true);
      try {
        return await Promise.race([begin(twin), entangled]);
      } finally {
        ground.setQuiet(false);
      }
    },
    stop: async () => {
      await twin.stop();
      await threads.stop();
    },
  };
}

/** The page's requests are heard in between. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
