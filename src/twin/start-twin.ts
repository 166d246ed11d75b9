import { randomUUID } from 'node:crypto';
import type { Authorization } from './services/triggers/authorization';
import { createFormulaEngine, createPlainEngine } from './engine/formula-engine';
import { writeXlsx } from './engine/xlsx';
import { exportForViewer } from './engine/workbook-json';
import { readBundle, type Bundle } from './runtime/bundle';
import { workerFile } from './runtime/bundle-worker';
import { createRealClock, isVirtualClock, type TwinClock } from './runtime/clock';
import type { CostMode } from './runtime/cost-model';
import { createEngine, defaultMaxExecutions, type Engine } from './runtime/engine';
import { openExecutionsLog, type ExecutionsLog } from './runtime/executions-log';
import type { ServiceDefinition } from './runtime/host-object';
import { createOwnerSession } from './runtime/owner-session';
import { createPermissionCheck } from './runtime/permissions';
import { createRandom, type SeededRandom } from './runtime/random';
import { createPlainSeam, type Seam } from './runtime/seam';
import type { ThreadPool } from './runtime/thread-pool';
import { createTriggerTimer } from './runtime/trigger-timer';
import type { Twin } from './runtime/twin';
import { createRunner, type Runner } from './runtime/runner';
import { describeScript } from './runtime/describe-script';
import { hasWindow } from './runtime/has-window';
import { timeEvent } from './runtime/time-event';
import { advanceAll, driveClock } from './runtime/virtual-driver';
import { createServiceState, makeServices, type ServiceOptions } from './services/all-services';
import type { SpreadsheetSides } from './spreadsheet/options';
import { chartsService, makeSpreadsheetService } from './spreadsheet/service';
import { uiEnums } from './spreadsheet/enums';
import { createEdits } from './spreadsheet/edit/edits';
import { createSharedWorkbook } from './spreadsheet/shared-workbook';
import { openLibsqlStorage } from './storage/libsql-storage';
import { createMemoryStorage } from './storage/memory-storage';
import type { Storage } from './storage/storage';
import { confirmed, watchStorage, type WatchedStorage } from './storage/watched-storage';
import { listRoutes } from './web/routes';
import { serve, type ListeningServer } from './web/server';
import { createWebApp } from './web/web-app';
import type { WebSides } from './web/web-sides';

/** How to start a twin. Only the bundle must be given. */
export interface TwinOptions {
  /** Folder of the latest code: what triggers, menu and panel run, and web calls unless `deployedBundleDir` is given. */
  readonly bundleDir: string;
  readonly deployedBundleDir?: string;
  /** Code that was read before (`readBundle`), for many twins of the same; then no folder is looked at. */
  readonly code?: { readonly latest: Bundle; readonly deployed: Bundle };
  /** Where everything is kept; absent: in memory, unless `storage` is given. */
  readonly dataDir?: string;
  readonly storage?: Storage;
  readonly clock?: TwinClock;
  /** Same seed and same scheduler, same run; absent: a new one each time. */
  readonly seed?: string;
  readonly seam?: Seam;
  readonly costMode?: CostMode;
  /** True: executions sleep what Google would take by the cost model. */
  readonly pace?: boolean;
  /** `fresh`: nothing is authorised; the first menu click asks, and is spent. */
  readonly authorisation?: 'granted' | 'fresh';
  readonly owner?: string;
  readonly deploymentId?: string;
  readonly maxExecutions?: number;
  /** Of a new spreadsheet: `pt_BR`, `Planilha` and the manifest's zone unless told. */
  readonly locale?: string;
  readonly title?: string;
  readonly timeZone?: string;
  readonly services?: ServiceOptions;
  readonly spreadsheet?: Partial<SpreadsheetSides>;
  readonly web?: Partial<WebSides>;
  /** Lists the app's connections for `GET /api/connections`. */
  readonly connections?: (twin: Twin) => unknown;
  /** Services beside Google's, for tests of the runtime. */
  readonly extraServices?: readonly ServiceDefinition[];
  readonly workerFile?: string;
  /** Threads that several twins use one after the other; whoever made them ends them. Absent: the twin's own. */
  readonly threads?: ThreadPool;
  /** False: only plain formulas are evaluated (`plain-formula.ts`), so the library is never loaded. */
  readonly evaluatesFormulas?: boolean;
}

/**
 * Starts a twin.
 * @throws {Error} when the bundle cannot be read or has a syntax error
 * @throws {StorageError} when the data folder cannot be opened
 */
export function startTwin(options: TwinOptions): Twin {
  return assemble(options, { ...readCode(options), storage: watchStorage(openStorage(options)) });
}

function readCode({ code, bundleDir, deployedBundleDir }: TwinOptions): Omit<Code, 'storage'> {
  if (code) return code;
  const latest = readBundle(bundleDir);
  const deployed = deployedBundleDir === undefined ? latest : readBundle(deployedBundleDir);
  return { latest, deployed };
}

interface Code {
  readonly latest: Bundle;
  readonly deployed: Bundle;
  readonly storage: WatchedStorage;
}

function openStorage({ storage, dataDir }: TwinOptions): Storage {
  if (storage) return storage;
  return dataDir === undefined ? createMemoryStorage() : openLibsqlStorage(dataDir);
}

function assemble(options: TwinOptions, { latest, deployed, storage }: Code): Twin {
  const { locale = 'pt_BR', deploymentId = 'AKfycbTwin' } = options;
  const { owner = 'owner@example.com', authorisation = 'granted' } = options;
  const clock = options.clock ?? createRealClock();
  const random = createRandom(options.seed ?? randomUUID());
  const session = createOwnerSession(storage);
  const server: { current: ListeningServer | null } = { current: null };
  const execUrl = () => server.current && `${server.current.url}/macros/s/${deploymentId}/exec`;
  const settings = describeScript(latest, { services: options.services, locale, execUrl });
  const services = createServiceState(storage, settings);
  const shared = createSharedWorkbook({
    storage,
    timeZone: options.timeZone ?? latest.manifest.timeZone,
    locale,
    title: options.title ?? 'Planilha',
  });
  const formulas = createFormulaEngine(shared.workbook, clock);
  const plainFormulas = createPlainEngine(shared.workbook);
  const log = openExecutionsLog(storage);
  const engine: Engine = makeEngine(options, {
    clock,
    random,
    log,
    authorization: services.authorization,
    services: [
      ...makeServices(services, settings),
      makeSpreadsheet(shared, {
        ...options.spreadsheet,
        engine: () => (options.evaluatesFormulas === false ? plainFormulas : formulas),
        userInterface: (id) => (hasWindow(engine, id, options.spreadsheet) ? session : null),
        beforeDialog: (id) => services.locks.releaseAll(id),
      }),
      chartsService,
      ...(options.extraServices ?? []),
    ],
  });
  const runner = createRunner({ latest, deployed, owner, authorisation, engine });
  const { workbook } = shared;
  const { connections: listConnections } = options;
  const parts = { clock, services, session, deploymentId, execUrl, engine: formulas, workbook };
  const edit = createEdits({ workbook, clock, owner, runner, triggers: services.triggers });
  const { web } = options;
  const own = { engine, runner, edit, log, random, server, storage, listConnections, web };
  return complete(parts, own);
}

interface Machinery {
  readonly engine: Engine;
  readonly runner: Runner;
  readonly edit: ReturnType<typeof createEdits>;
  readonly log: ExecutionsLog;
  readonly random: SeededRandom;
  readonly server: { current: ListeningServer | null };
  readonly storage: WatchedStorage;
  readonly listConnections: TwinOptions['connections'];
  readonly web: TwinOptions['web'];
}

type Known = 'clock' | 'services' | 'session' | 'deploymentId' | 'execUrl' | 'engine' | 'workbook';

function complete(known: Pick<Twin, Known>, machinery: Machinery): Twin {
  const { clock, workbook, engine: formulas, services } = known;
  const { engine, runner, log, server, storage } = machinery;
  const timer = createTriggerTimer(clock, services.triggers, async ({ id, functionName, user }) => {
    await runner.startTrigger(functionName, [timeEvent(id, clock.now())], user).done;
  });
  services.triggers.onChange = timer.arm;
  const webApp = createWebApp({
    random: machinery.random.fork('web'),
    isAuthorised: runner.isAuthorised,
    sides: machinery.web,
    run: async (functionName, event) =>
      storage.confirm(await runner.start(storage.confirm(functionName), [event], 'webApp').done),
  });
  const twin: Twin = {
    ...known,
    webApp,
    webCall: webApp.answer,
    webOutput: webApp.output,
    run: confirmed(storage, runner.run),
    runForPage: confirmed(storage, runner.runForPage),
    start: runner.start,
    connections: () => machinery.listConnections?.(twin) ?? [],
    edit: confirmed(storage, machinery.edit),
    kill: engine.kill,
    openSpreadsheet: runner.open,
    running: engine.control.active,
    executions: log.list,
    onExecution: log.onAdd,
    advance: (durationMs) => advanceAll(clock, durationMs, timer.settled),
    show: (sheetIds) => exportForViewer(workbook, formulas, sheetIds),
    writeXlsx: () => writeXlsx(workbook, formulas),
    listen: async (port) => {
      server.current = await serve(listRoutes(twin), port, clock.now);
      return server.current.url;
    },
    storageFailed: storage.failed,
    stop: async () => {
      timer.stop();
      // Those who still wait for an answer hear that nothing was stored.
      if (storage.failure) await engine.stop();
      await server.current?.close();
      await engine.stop();
      log.save();
      storage.close();
    },
  };
  return twin;
}

function makeSpreadsheet(...parts: Parameters<typeof makeSpreadsheetService>): ServiceDefinition {
  return { ...makeSpreadsheetService(...parts), objectEnums: { Ui: uiEnums } };
}

interface EngineParts {
  readonly clock: TwinClock;
  readonly random: SeededRandom;
  readonly log: ExecutionsLog;
  readonly authorization: Authorization;
  readonly services: readonly ServiceDefinition[];
}

function makeEngine(options: TwinOptions, parts: EngineParts): Engine {
  const { clock, random, log, services } = parts;
  const seam = options.seam ?? createPlainSeam();
  const engine = createEngine({
    clock,
    random,
    services,
    seam,
    costMode: options.costMode ?? 'sampled',
    pace: options.pace ?? false,
    maxExecutions: options.maxExecutions ?? defaultMaxExecutions,
    workerFile: options.workerFile ?? workerFile,
    threads: options.threads,
    log,
    explainRefusal: createPermissionCheck(parts.authorization),
  });
  const virtual = isVirtualClock(clock) ? clock : null;
  seam.attach?.({ ...engine.control, clock: virtual });
  if (virtual && !seam.drivesClock) driveClock(virtual, engine.control);
  return engine;
}
