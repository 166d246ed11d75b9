import type { VirtualClock, VirtualTimer } from './clock';
import { createRandom, type SeededRandom } from './random';
import type { EngineControl, ExecutionInfo, Fault, Seam, ServiceCall } from './seam';

/** One step of a run: who went on, and through what. */
export interface TraceStep {
  /** Execution's number; 0 when the clock moved. */
  readonly execution: number;
  /** `Class.method`, `start`, `end` or `timer`. */
  readonly step: string;
  /** Short form of the arguments, of a fault, or the instant of a timer. */
  readonly detail: string;
}

export interface SeededSchedulerOptions {
  readonly seed: string;
  /** Asked at each call and at each end (`null`) just before it would happen; gives what is to go wrong. */
  readonly fault?: (
    execution: ExecutionInfo,
    call: ServiceCall | null,
    random: SeededRandom,
  ) => Fault | undefined;
}

/** A seam under which only one execution goes on at a time, chosen by a seed. */
export interface SeededScheduler extends Seam {
  readonly trace: readonly TraceStep[];
}

interface Pending {
  readonly execution: ExecutionInfo;
  readonly step: string;
  readonly detail: string;
  readonly call: ServiceCall | null;
  go(fault: Fault | undefined): void;
}

const longestDetail = 60;

/**
 * Creates the scheduler. Each time all executions stand still it picks one by its seed among those that stand at a start, a call
 * or an end, and the timers that are due; the clock moves only when nothing else can go on. Executions must wait for nothing
 * but the host (no real network): then the same seed gives the same trace.
 */
export function createSeededScheduler({ seed, fault }: SeededSchedulerOptions): SeededScheduler {
  const picks = createRandom(`${seed}/picks`);
  const faults = createRandom(`${seed}/faults`);
  const trace: TraceStep[] = [];
  const pending: Pending[] = [];
  const wait = (place: Omit<Pending, 'go'>): Promise<Fault | undefined> =>
    new Promise((go) => void pending.push({ ...place, go }));
  const release = (chosen: Pending) => {
    pending.splice(pending.indexOf(chosen), 1);
    const { execution, step, call } = chosen;
    const wrong = step === 'start' ? undefined : fault?.(execution, call, faults);
    const detail = wrong ? `${chosen.detail} ! ${describeFault(wrong)}`.trim() : chosen.detail;
    trace.push({ execution: execution.number, step, detail });
    chosen.go(wrong);
  };
  const next = ({ clock, active, lookAgain }: EngineControl) => {
    const ready = pending.toSorted((a, b) => a.execution.number - b.execution.number);
    const due = clock ? dueTimers(clock, ready.length > 0 || active().length === 0) : [];
    const index = picks.below(ready.length + due.length);
    const chosen = ready[index];
    const timer = due[index - ready.length];
    if (chosen) release(chosen);
    else if (timer && clock) fireTimer(clock, timer, trace);
    if (timer) lookAgain();
  };
  return {
    trace,
    drivesClock: true,
    attach: (control) =>
      control.onQuiescent(() => {
        dropDead(pending, control);
        next(control);
      }),
    beforeStart: async (execution) => {
      await wait({ execution, step: 'start', detail: execution.functionName, call: null });
    },
    beforeCall: (call) => {
      const { execution, className, method, args } = call;
      return wait({ execution, step: `${className}.${method}`, detail: shorten(args), call });
    },
    beforeEnd: (execution) => wait({ execution, step: 'end', detail: '', call: null }),
  };
}

/** Timers that are due now; when nothing else can go on, the earliest ones, if an execution waits for time at all. */
function dueTimers(clock: VirtualClock, hasOthers: boolean): readonly VirtualTimer[] {
  const timers = clock.timers();
  const [first] = timers;
  if (!first) return [];
  const sleeps = timers.some(({ purpose }) => purpose === 'sleep');
  const untilMs = hasOthers || !sleeps ? clock.now() : Math.max(clock.now(), first.dueAtMs);
  return timers.filter(({ dueAtMs }) => dueAtMs <= untilMs);
}

function fireTimer(clock: VirtualClock, timer: VirtualTimer, trace: TraceStep[]): void {
  const detail = new Date(timer.dueAtMs).toISOString();
  trace.push({ execution: 0, step: 'timer', detail });
  clock.fire(timer);
}

/** Executions that were killed while they stood here go nowhere. */
function dropDead(pending: Pending[], { active }: EngineControl): void {
  const alive = new Set(active().map(({ number }) => number));
  const left = pending.filter(({ execution }) => alive.has(execution.number));
  pending.splice(0, pending.length, ...left);
}

function describeFault(fault: Fault): string {
  return 'when' in fault ? `${fault.kind} ${fault.when}` : fault.kind;
}

function shorten(args: readonly unknown[]): string {
  const text = args
    .map((arg) => (typeof arg === 'object' && arg !== null ? JSON.stringify(arg) : String(arg)))
    .join(', ');
  return text.length <= longestDetail ? text : `${text.slice(0, longestDetail)}…`;
}
