import { randomUUID } from 'node:crypto';
import type { Authorization } from './services/authorization';
import { createFormulaEngine, type SpreadsheetEngine } from './engine/formula-engine';
import { exportForViewer } from './engine/workbook-json';
import { readBundle, type Bundle } from './runtime/bundle';
import { workerFile } from './runtime/bundle-worker';
import { createRealClock, isVirtualClock, type TwinClock } from './runtime/clock';
import type { CostMode } from './runtime/cost-model';
import { createEngine, type Engine } from './runtime/engine';
import { openExecutionsLog, type ExecutionsLog } from './runtime/executions-log';
import type { ExecutionKind, ServiceDefinition } from './runtime/host-object';
import { createOwnerSession, type OwnerSession } from './runtime/owner-session';
import { createPermissionCheck } from './runtime/permissions';
import { createRandom, type SeededRandom } from './runtime/random';
import type { RunEnd } from './runtime/run';
import { createPlainSeam, type Seam } from './runtime/seam';
import { createTriggerTimer, type TriggerTimer } from './runtime/trigger-timer';
import { ExecutionError, type Twin } from './runtime/twin';
import { advanceClock, driveClock } from './runtime/virtual-driver';
import {
  createServiceState,
  makeServices,
  type ScriptSettings,
  type ServiceOptions,
} from './services/all-services';
import type { WorkbookView } from './spreadsheet/model';
import type { SpreadsheetSides } from './spreadsheet/options';
import { chartsService, makeSpreadsheetService } from './spreadsheet/service';
import { uiEnums } from './spreadsheet/enums';
import { createSharedWorkbook } from './spreadsheet/shared-workbook';
import { openLibsqlStorage } from './storage/libsql-storage';
import { createMemoryStorage } from './storage/memory-storage';
import type { Storage } from './storage/storage';
import { listRoutes } from './web/routes';
import { serve, type ListeningServer } from './web/server';
import { createWebApp } from './web/web-app';

/** How to start a twin. Only the bundle must be given. */
export interface TwinOptions {
  /** Folder of the latest code: what triggers, menu and panel run, and web calls unless `deployedBundleDir` is given. */
  readonly bundleDir: string;
  readonly deployedBundleDir?: string;
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
  /** Services beside Google's, for tests of the runtime. */
  readonly extraServices?: readonly ServiceDefinition[];
  readonly workerFile?: string;
  readonly writeXlsx?: (workbook: WorkbookView, engine: SpreadsheetEngine) => Promise<Uint8Array>;
}

const defaultDeploymentId = 'AKfycbTwin';
const interactive: ReadonlySet<ExecutionKind> = new Set(['menu', 'clientCall', 'simpleTrigger']);

/**
 * Starts a twin.
 * @throws {Error} when the bundle cannot be read or has a syntax error
 * @throws {StorageError} when the data folder cannot be opened
 */
export function startTwin(options: TwinOptions): Twin {
  const latest = readBundle(options.bundleDir);
  const { deployedBundleDir } = options;
  const deployed = deployedBundleDir === undefined ? latest : readBundle(deployedBundleDir);
  return assemble(options, { latest, deployed, storage: openStorage(options) });
}

interface Code {
  readonly latest: Bundle;
  readonly deployed: Bundle;
  readonly storage: Storage;
}

function openStorage({ storage, dataDir }: TwinOptions): Storage {
  if (storage) return storage;
  return dataDir === undefined ? createMemoryStorage() : openLibsqlStorage(dataDir);
}

function assemble(options: TwinOptions, code: Code): Twin {
  const { latest, storage } = code;
  const {
    clock = createRealClock(),
    locale = 'pt_BR',
    deploymentId = defaultDeploymentId,
  } = options;
  const random = createRandom(options.seed ?? randomUUID());
  const session = createOwnerSession();
  const server: { current: ListeningServer | null } = { current: null };
  const execUrl = () => server.current && `${server.current.url}/macros/s/${deploymentId}/exec`;
  const settings = describeScript(latest, { ...options, locale, execUrl });
  const services = createServiceState(storage, settings);
  const shared = createSharedWorkbook({
    storage,
    timeZone: options.timeZone ?? latest.manifest.timeZone,
    locale,
    title: options.title ?? 'Planilha',
  });
  const { workbook } = shared;
  const formulas = createFormulaEngine(workbook, clock);
  const log = openExecutionsLog(storage);
  const engine: Engine = makeEngine(options, {
    clock,
    random,
    log,
    authorization: services.authorization,
    definitions: makeServices(services, settings),
    spreadsheet: withUiEnums(
      makeSpreadsheetService(shared, {
        ...options.spreadsheet,
        engine: () => formulas,
        userInterface: (id) => sessionOf(engine, id, session),
      }),
    ),
  });
  const runner = createRunner(options, code, engine);
  const timer = createTriggerTimer(
    clock,
    services.triggers,
    ({ functionName, user }) => runner.start(functionName, [], 'trigger', user).done,
  );
  log.onAdd(timer.arm);
  const webApp = createWebApp({
    random: random.fork('web'),
    isAuthorised: runner.isAuthorised,
    run: (functionName, event) => runner.start(functionName, [event], 'webApp').done,
  });
  const twin: Twin = {
    clock,
    workbook,
    engine: formulas,
    session,
    services,
    webApp,
    deploymentId,
    execUrl,
    webCall: webApp.answer,
    webOutput: webApp.output,
    run: runner.run,
    start: (functionName, args, kind) => runner.start(functionName, args, kind),
    kill: engine.kill,
    openSpreadsheet: runner.open,
    executions: log.list,
    onExecution: log.onAdd,
    advance: (durationMs) => advance(clock, durationMs, timer),
    show: (sheetIds) => exportForViewer(workbook, formulas, sheetIds),
    writeXlsx: async () => {
      if (!options.writeXlsx) throw new Error('No xlsx writer was given.');
      return options.writeXlsx(workbook, formulas);
    },
    listen: async (port) => {
      server.current = await serve(listRoutes(twin), port);
      return server.current.url;
    },
    stop: async () => {
      timer.stop();
      await server.current?.close();
      await engine.stop();
      log.save();
      storage.close();
    },
  };
  return twin;
}

function withUiEnums(service: ServiceDefinition): ServiceDefinition {
  return { ...service, objectEnums: { Ui: uiEnums } };
}

interface ScriptPlace extends Pick<TwinOptions, 'services'> {
  readonly locale: string;
  readonly execUrl: () => string | null;
}

function describeScript(
  { manifest, pages }: Bundle,
  { locale, execUrl, services = {} }: ScriptPlace,
): ScriptSettings {
  return {
    scriptId: 'twin-script',
    timeZone: manifest.timeZone,
    manifestScopes: manifest.oauthScopes,
    locale: locale.replace('_', '-'),
    readHtml: (name) => pages.get(name) ?? null,
    webAppUrls: () => {
      const exec = execUrl();
      return { exec, dev: exec?.replace(/\/exec$/, '/dev') ?? null };
    },
    options: services,
  };
}

function sessionOf(engine: Engine, id: string, session: OwnerSession): OwnerSession | null {
  const info = engine.control.active().find((candidate) => candidate.id === id);
  return info && interactive.has(info.kind) ? session : null;
}

interface EngineParts {
  readonly clock: TwinClock;
  readonly random: SeededRandom;
  readonly log: ExecutionsLog;
  readonly authorization: Authorization;
  readonly definitions: readonly ServiceDefinition[];
  readonly spreadsheet: ServiceDefinition;
}

function makeEngine(options: TwinOptions, parts: EngineParts): Engine {
  const { clock, random, log, spreadsheet } = parts;
  const seam = options.seam ?? createPlainSeam();
  const engine = createEngine({
    clock,
    random,
    services: [...parts.definitions, spreadsheet, chartsService, ...(options.extraServices ?? [])],
    seam,
    costMode: options.costMode ?? 'sampled',
    pace: options.pace ?? false,
    maxExecutions: options.maxExecutions ?? 30,
    workerFile: options.workerFile ?? workerFile,
    log,
    explainRefusal: createPermissionCheck(parts.authorization),
  });
  const virtual = isVirtualClock(clock) ? clock : null;
  seam.attach?.({ ...engine.control, clock: virtual });
  if (virtual && !seam.drivesClock) driveClock(virtual, engine.control);
  return engine;
}

async function advance(clock: TwinClock, durationMs: number, timer: TriggerTimer): Promise<void> {
  if (!isVirtualClock(clock)) throw new Error('Only a virtual clock can be moved.');
  await advanceClock(clock, durationMs, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    await timer.settled();
  });
}

const functionName = /^[\p{L}_$][\p{L}\d_$]*(?:\.[\p{L}_$][\p{L}\d_$]*)*$/u;

/** Starts functions as the right person, on the right code. */
function createRunner(options: TwinOptions, { latest, deployed }: Code, engine: Engine) {
  const owner = options.owner ?? 'owner@example.com';
  let isAuthorised = options.authorisation !== 'fresh';
  const start = (name: string, args: readonly unknown[], kind: ExecutionKind, user = owner) => {
    const isWeb = kind === 'webApp';
    if (!functionName.test(name))
      throw new ExecutionError(`Script function not found: ${name}`, null);
    return engine.start({
      bundle: isWeb ? deployed : latest,
      functionName: name,
      args,
      kind,
      user,
      activeUser: isWeb ? '' : user,
    });
  };
  const run: Twin['run'] = async (name, args = [], kind = 'menu') => {
    if (!isAuthorised && kind !== 'simpleTrigger') {
      isAuthorised = true;
      throw new ExecutionError('Authorization is required to perform that action.', null);
    }
    return readEnd(await start(name, args, kind).done);
  };
  return {
    start,
    run,
    isAuthorised: () => isAuthorised,
    open: async () => {
      await start('onOpen', [{ authMode: 'LIMITED', user: owner }], 'simpleTrigger').done;
    },
  };
}

const endTexts = {
  timedOut: 'Exceeded maximum execution time',
  killed: 'The execution was killed.',
} as const;

function readEnd(end: RunEnd): unknown {
  const { outcome, value, failure } = end;
  if (outcome === 'completed') return value;
  if (outcome !== 'failed') throw new ExecutionError(endTexts[outcome], end);
  const { name = '', message = '' } = failure ?? {};
  throw new ExecutionError(name ? `${name}: ${message}` : message, end);
}
