import { messageOf } from './calls';
import type { TwinClock } from './clock';
import { createMeter, type CostMode } from './cost-model';
import type { ServiceShape } from './context/bridge';
import type { ExecutionsLog } from './executions-log';
import { createHandleStore, type HandleStore } from './handle-store';
import type { ExecutionContext, Outcome, ServiceDefinition } from './host-object';
import { createQuiescence } from './quiescence';
import type { ExplainRefusal } from './permissions';
import type { SeededRandom } from './random';
import { TooManyExecutions, type Run, type RunEnd, type RunRequest } from './run';
import type { EngineControl, ExecutionInfo, Seam } from './seam';
import { createStepper } from './stepper';
import { createThreadPool } from './thread-pool';

export interface EngineOptions {
  readonly clock: TwinClock;
  readonly random: SeededRandom;
  readonly services: readonly ServiceDefinition[];
  readonly seam: Seam;
  readonly costMode: CostMode;
  /** True: executions sleep on the clock what the cost model says. */
  readonly pace: boolean;
  /** Executions at once: 30 for a Google account. */
  readonly maxExecutions: number;
  readonly workerFile: string;
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
  /** Kills what runs and ends all threads. */
  stop(): Promise<void>;
}

/** Run-time limits (https://developers.google.com/apps-script/guides/services/quotas). */
const limitMs = { simpleTrigger: 30_000, others: 6 * 60_000 } as const;
const coldAfterIdleMs = 60_000;
const coldShare = 0.1;

/** Creates the engine; threads are started when executions need them. */
export function createEngine(options: EngineOptions): Engine {
  const { clock, seam, log } = options;
  const active = new Map<string, Run>();
  const pool = createThreadPool(options.workerFile);
  const quiescence = createQuiescence(active);
  const shapes = describeServices(options.services);
  let lastEndMs = clock.now();

  const end = (run: Run, outcome: Outcome, rest: Partial<RunEnd> = {}): void => {
    if (run.hasEnded) return;
    run.hasEnded = true;
    run.isComputing = false;
    run.cancelLimit();
    if (run.thread) {
      if (outcome === 'killed' || outcome === 'timedOut') pool.destroy(run.thread);
      else pool.release(run.thread);
    }
    const { failure = null, value } = rest;
    if (failure) run.context.log('error', failure.stack || failure.message);
    if (outcome === 'timedOut') run.context.log('error', 'Exceeded maximum execution time');
    runHooks(run, outcome);
    active.delete(run.info.id);
    lastEndMs = clock.now();
    addRecord(run, outcome, log, lastEndMs);
    seam.afterEnd?.(run.info, outcome);
    run.resolve({ info: run.info, outcome, value, failure });
    quiescence.touch();
  };
  const stepper = createStepper({ ...options, end, touch: quiescence.touch });

  const begin = async (run: Run): Promise<void> => {
    const { info, request } = run;
    await seam.beforeStart?.(info);
    const isCold =
      options.costMode === 'sampled' &&
      clock.now() - lastEndMs > coldAfterIdleMs &&
      options.random.next() < coldShare;
    const startMs = run.meter.start(isCold);
    if (options.pace) await clock.sleep(startMs);
    if (run.hasEnded) return;
    run.cancelLimit = setLimit(clock, info, () => end(run, 'timedOut'));
    const thread = pool.take((error) => {
      run.thread = null;
      end(run, 'failed', { failure: { name: '', message: messageOf(error), stack: '' } });
    });
    run.thread = thread;
    run.isComputing = true;
    thread.run(
      {
        bundle: request.bundle,
        functionName: request.functionName,
        args: run.handles.encode(request.args, ''),
        services: shapes,
        seed: options.random.words(info.id),
        timeZone: request.bundle.manifest.timeZone,
        nowMs: clock.now(),
        liveClock: !clock.isVirtual,
      },
      (message) => stepper.receive(run, message),
    );
  };

  const start = (request: RunRequest): StartedRun => {
    if (active.size >= options.maxExecutions) throw new TooManyExecutions();
    const { promise, resolve } = withResolver<RunEnd>();
    const run = createRun(request, options, resolve);
    active.set(run.info.id, run);
    begin(run).catch((error: unknown) => {
      end(run, 'failed', { failure: { name: '', message: messageOf(error), stack: '' } });
    });
    quiescence.touch();
    return { info: run.info, done: promise };
  };
  const kill = (id: string): boolean => {
    const run = active.get(id);
    if (run) end(run, 'killed');
    return run !== undefined;
  };
  return {
    control: {
      onQuiescent: quiescence.onQuiescent,
      active: () => [...active.values()].map(({ info }) => info),
      kill: (id) => void kill(id),
      lookAgain: quiescence.touch,
    },
    start,
    kill,
    stop: async () => {
      for (const id of [...active.keys()]) kill(id);
      await pool.stop();
    },
  };
}

function withResolver<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function describeServices(services: readonly ServiceDefinition[]): readonly ServiceShape[] {
  return services.map(({ name, enums, objectEnums = {} }, handle) => ({
    name,
    handle,
    enums,
    objectEnums,
  }));
}

function createRun(
  request: RunRequest,
  { clock, random, services, log, costMode }: EngineOptions,
  resolve: (end: RunEnd) => void,
): Run {
  const { functionName, kind, user, activeUser } = request;
  const number = log.nextNumber();
  const id = `exec-${String(number).padStart(8, '0')}`;
  const own = random.fork(id);
  const info = { id, number, functionName, kind, user, activeUser, startedAtMs: clock.now() };
  const lines: Run['log'] = [];
  const endHooks: Run['endHooks'] = [];
  const context: ExecutionContext = {
    ...info,
    clock,
    random: own,
    log: (severity, text) => {
      lines.push({ at: new Date(clock.now()).toISOString(), severity, text });
    },
    onEnd: (hook) => void endHooks.push(hook),
  };
  const handles: HandleStore = createHandleStore(services, (service) => service.create(context));
  return {
    info,
    request,
    context,
    handles,
    meter: createMeter(costMode, own.fork('cost')),
    log: lines,
    endHooks,
    resolve,
    thread: null,
    callCount: 0,
    isComputing: false,
    hasEnded: false,
    cancelLimit: () => undefined,
  };
}

/** On a virtual clock the computer's own time is a second limit: a loop that never calls would hold it for ever. */
function setLimit(clock: TwinClock, { kind }: ExecutionInfo, timeOut: () => void): () => void {
  const durationMs = kind === 'simpleTrigger' ? limitMs.simpleTrigger : limitMs.others;
  const cancel = clock.at(clock.now() + durationMs, timeOut);
  if (!clock.isVirtual) return cancel;
  const watchdog = setTimeout(timeOut, durationMs);
  watchdog.unref();
  return () => {
    cancel();
    clearTimeout(watchdog);
  };
}

function runHooks({ endHooks, context }: Run, outcome: Outcome): void {
  for (const hook of endHooks) {
    try {
      hook(outcome);
    } catch (error) {
      context.log('error', messageOf(error));
    }
  }
}

function addRecord(run: Run, status: Outcome, log: ExecutionsLog, endedAtMs: number): void {
  const { info, meter } = run;
  log.add({
    id: info.id,
    function: info.functionName,
    kind: info.kind,
    startedAt: new Date(info.startedAtMs).toISOString(),
    durationMs: endedAtMs - info.startedAtMs,
    modelMs: Math.round(meter.modelMs),
    serviceCalls: meter.serviceCalls,
    status,
    log: run.log,
  });
}
