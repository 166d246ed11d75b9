import type { TwinClock } from './clock';
import { messageOf } from './calls';
import { createMeter, type CostMode } from './cost-model';
import type { ExecutionRecord, ExecutionsLog } from './executions-log';
import { createHandleStore } from './handle-store';
import type { ExecutionContext, Outcome, ServiceDefinition } from './host-object';
import type { SeededRandom } from './random';
import type { Run, RunEnd, RunRequest } from './run';
import type { ExecutionInfo } from './seam';

/** What a new execution is made from. */
export interface RunParts {
  readonly clock: TwinClock;
  readonly random: SeededRandom;
  readonly services: readonly ServiceDefinition[];
  readonly costMode: CostMode;
  readonly log: ExecutionsLog;
}

/** Run-time limits (https://developers.google.com/apps-script/guides/services/quotas). */
const limitMs = { simpleTrigger: 30_000, others: 6 * 60_000 } as const;

/** Makes an execution that has not begun, and the promise of its end. */
export function createRun(
  request: RunRequest,
  parts: RunParts,
): { readonly run: Run; readonly done: Promise<RunEnd> } {
  const info = describeRequest(request, parts);
  const random = parts.random.fork(info.id);
  const { promise, resolve } = withResolver<RunEnd>();
  const log: Run['log'] = [];
  const endHooks: Run['endHooks'] = [];
  const context: ExecutionContext = {
    ...info,
    clock: parts.clock,
    random,
    log: (severity, text) => {
      log.push({ at: new Date(parts.clock.now()).toISOString(), severity, text });
    },
    onEnd: (hook) => void endHooks.push(hook),
  };
  const run: Run = {
    info,
    request,
    context,
    handles: createHandleStore(parts.services, (service) => service.create(context)),
    meter: createMeter(parts.costMode, random.fork('cost')),
    log,
    endHooks,
    resolve,
    thread: null,
    callCount: 0,
    isComputing: false,
    hasEnded: false,
    cancelLimit: () => undefined,
  };
  return { run, done: promise };
}

function describeRequest(request: RunRequest, { log, clock }: RunParts): ExecutionInfo {
  const { functionName, kind, user, activeUser } = request;
  const number = log.nextNumber();
  const id = `exec-${String(number).padStart(8, '0')}`;
  return { id, number, functionName, kind, user, activeUser, startedAtMs: clock.now() };
}

function withResolver<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** On a virtual clock the computer's own time is a second limit: a loop that never calls would hold it for ever. */
export function setLimit(
  clock: TwinClock,
  { kind }: ExecutionInfo,
  timeOut: () => void,
): () => void {
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

/** Tells the services that the execution is over; one that fails does not keep the others from it. */
export function runHooks({ endHooks, context }: Run, outcome: Outcome): void {
  for (const hook of endHooks) {
    try {
      hook(outcome);
    } catch (error) {
      context.log('error', messageOf(error));
    }
  }
}

/** An execution that has ended, for the list. */
export function describeRun(run: Run, status: Outcome, endedAtMs: number): ExecutionRecord {
  const { info, meter } = run;
  return {
    id: info.id,
    function: info.functionName,
    kind: info.kind,
    startedAt: new Date(info.startedAtMs).toISOString(),
    durationMs: endedAtMs - info.startedAtMs,
    modelMs: Math.round(meter.modelMs),
    serviceCalls: meter.serviceCalls,
    status,
    log: run.log,
  };
}
