import { failureOf } from './calls';
import type { TwinClock } from './clock';
import type { CostMode, ScriptStart } from './cost-model';
import { coldShares } from './cost-table';
import type { ServiceShape } from './context/bridge';
import type { ExecutionsLog } from './executions-log';
import type { Outcome, ServiceDefinition } from './host-object';
import type { ExplainRefusal } from './permissions';
import { createQuiescence, type Quiescence } from './quiescence';
import type { SeededRandom } from './random';
import { TooManyExecutions, type EndRun, type Run, type RunEnd, type RunRequest } from './run';
import { createRun, describeRun, runHooks, setLimit } from './run-life';
import { isStop, whenLetGo, type EngineControl, type ExecutionInfo, type Seam } from './seam';
import { createStepper, type Stepper } from './stepper';
import type { JobRequest } from './thread';
import { createThreadPool, type ThreadPool } from './thread-pool';

/** Executions at once for one owner (https://developers.google.com/apps-script/guides/services/quotas). */
export const defaultMaxExecutions = 30;

export interface EngineOptions {
  readonly clock: TwinClock;
  readonly random: SeededRandom;
  readonly services: readonly ServiceDefinition[];
  readonly seam: Seam;
  readonly costMode: CostMode;
  /** True: executions sleep on the clock what the cost model says. */
  readonly pace: boolean;
  readonly maxExecutions: number;
  readonly workerFile: string;
  /** Threads that outlive this engine; absent: the engine's own, of `workerFile`. */
  readonly threads?: ThreadPool | undefined;
  readonly log: ExecutionsLog;
  readonly explainRefusal: ExplainRefusal;
}

/** An execution that was started. */
export interface StartedRun {
  readonly info: ExecutionInfo;
  readonly done: Promise<RunEnd>;
}

/** Runs executions. */
export interface Engine {
  readonly control: Omit<EngineControl, 'clock'>;
  /** @throws {TooManyExecutions} when all slots are taken */
  start(request: RunRequest): StartedRun;
  kill(id: string): boolean;
  /** Kills what runs and ends the engine's own threads. */
  stop(): Promise<void>;
}

/** What the parts of one engine share. */
interface Core {
  readonly options: EngineOptions;
  readonly active: Map<string, Run>;
  readonly pool: ThreadPool;
  readonly quiescence: Quiescence;
  readonly services: readonly ServiceShape[];
  lastStartMs: number;
}

/** Creates the engine; threads are started when executions need them. */
export function createEngine(options: EngineOptions): Engine {
  const active = new Map<string, Run>();
  const core: Core = {
    options,
    active,
    pool: options.threads ?? createThreadPool(options.workerFile),
    quiescence: createQuiescence(active),
    services: describeServices(options.services),
    lastStartMs: options.clock.now(),
  };
  const { touch, onQuiescent } = core.quiescence;
  const end: EndRun = (run, outcome, rest) => endRun(core, run, { outcome, ...rest });
  const stepper = createStepper({ ...options, end, touch });
  const kill = (id: string): boolean => {
    const run = active.get(id);
    if (run) end(run, 'killed');
    return run !== undefined;
  };
  return {
    control: {
      onQuiescent,
      active: () => Array.from(active.values(), ({ info }) => info),
      kill: (id) => void kill(id),
      lookAgain: touch,
    },
    start: (request) => {
      if (active.size >= options.maxExecutions) throw refuse(request, options);
      const { run, done } = createRun(request, options);
      active.set(run.info.id, run);
      beginRun(core, run, { end, receive: stepper.receive });
      touch();
      return { info: run.info, done };
    },
    kill,
    stop: async () => {
      for (const id of Array.from(active.keys())) kill(id);
      if (!options.threads) await core.pool.stop();
    },
  };
}

/** Nobody waits for a trigger's answer: its refusal stands in the list of executions. */
function refuse(request: RunRequest, options: EngineOptions): TooManyExecutions {
  const refusal = new TooManyExecutions();
  if (request.kind !== 'trigger') return refusal;
  const { run } = createRun(request, options);
  run.context.log('error', refusal.message);
  options.log.add(describeRun(run, 'failed', options.clock.now()));
  return refusal;
}

interface RunHandlers {
  readonly end: EndRun;
  readonly receive: Stepper['receive'];
}

function beginRun(core: Core, run: Run, handlers: RunHandlers): void {
  const { clock, seam, pace } = core.options;
  const fail = (error: unknown) => handlers.end(run, 'failed', { failure: failureOf(error) });
  const begin = (): void => {
    const startMs = run.meter.start(describeStart(core, run));
    if (pace) clock.sleep(startMs).then(() => launch(core, run, handlers), fail);
    else launch(core, run, handlers);
  };
  const gate = seam.beforeStart?.(run.info);
  // Whoever starts an execution has its number before the first call, whether anything stops it or not.
  if (isStop(gate)) whenLetGo(gate, begin, fail);
  else Promise.resolve().then(begin).catch(fail);
}

function launch(core: Core, run: Run, { end, receive }: RunHandlers): void {
  if (run.hasEnded) return;
  run.cancelLimit = setLimit(core.options.clock, run.info, () => end(run, 'timedOut'));
  const thread = core.pool.take((error) => {
    run.thread = null;
    end(run, 'failed', { failure: failureOf(error) });
  });
  run.thread = thread;
  run.isComputing = true;
  thread.run(describeJob(core, run), {
    receive: (message) => receive(run, message),
    look: core.quiescence.look,
  });
}

function describeStart(core: Core, { request }: Run): ScriptStart {
  const { costMode, random, clock } = core.options;
  const idleMs = clock.now() - core.lastStartMs;
  core.lastStartMs = clock.now();
  const share = idleMs > coldShares.idleAfterMs ? coldShares.idle : coldShares.busy;
  const scriptBytes = request.bundle.scripts.reduce((sum, { source }) => sum + source.length, 0);
  return { isCold: costMode === 'sampled' && random.next() < share, scriptBytes };
}

/** Objects in arguments belong to the spreadsheet's service. */
function encodeArgs(
  { request: { args }, handles }: Run,
  services: readonly ServiceShape[],
): string {
  if (typeof args !== 'function') return handles.encode(args, '');
  const find = (name: string) => {
    const shape = services.find((service) => service.name === name);
    return (shape && handles.find(shape.handle)?.object) ?? null;
  };
  return handles.encode(args(find), 'SpreadsheetApp');
}

function describeJob({ options, services }: Core, run: Run): JobRequest {
  const { clock, random } = options;
  const { info, request } = run;
  const { bundle, functionName } = request;
  return {
    bundle,
    functionName,
    args: encodeArgs(run, services),
    services,
    seed: random.words(info.id),
    timeZone: bundle.manifest.timeZone,
    nowMs: clock.now(),
    liveClock: clock.isComputers,
  };
}

interface Ending extends Partial<RunEnd> {
  readonly outcome: Outcome;
}

function endRun(core: Core, run: Run, { outcome, failure = null, value }: Ending): void {
  if (run.hasEnded) return;
  const { seam, log, clock } = core.options;
  run.hasEnded = true;
  run.isComputing = false;
  run.cancelLimit();
  giveBack(core.pool, run, outcome);
  if (failure) run.context.log('error', failure.stack || failure.message);
  if (outcome === 'timedOut') run.context.log('error', 'Exceeded maximum execution time');
  runHooks(run, outcome);
  core.active.delete(run.info.id);
  log.add(describeRun(run, outcome, clock.now()));
  seam.afterEnd?.(run.info, outcome);
  run.resolve({ info: run.info, outcome, value, failure });
  core.quiescence.touch();
}

function giveBack(pool: ThreadPool, { thread }: Run, outcome: Outcome): void {
  if (!thread) return;
  if (outcome === 'killed' || outcome === 'timedOut') pool.destroy(thread);
  else pool.release(thread);
}

/** Descriptions by their text: engines with the same services share one, so that threads need not be told twice. */
const knownShapes = new Map<string, readonly ServiceShape[]>();

function describeServices(services: readonly ServiceDefinition[]): readonly ServiceShape[] {
  const shapes = services.map(({ name, enums, objectEnums = {} }, handle) => ({
    name,
    handle,
    enums,
    objectEnums,
  }));
  const text = JSON.stringify(shapes);
  const known = knownShapes.get(text) ?? shapes;
  knownShapes.set(text, known);
  return known;
}
