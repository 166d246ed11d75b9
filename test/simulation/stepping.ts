import type { VirtualClock, VirtualTimer } from '../../src/twin/runtime/clock';
import type {
  EngineControl,
  ExecutionInfo,
  Fault,
  Gate,
  Seam,
  ServiceCall,
} from '../../src/twin/runtime/seam';

/** The function in which a person does not wait for the lock (see `user-functions.ts`). */
export const freely = 'userFreely';

/** A place where an execution stands still: at its start, a service call or its end. */
export interface Place {
  readonly execution: ExecutionInfo;
  /** `Class.method`, `start` or `end`. */
  readonly name: string;
  readonly call: ServiceCall | null;
  /** The flush of what was written since the one before; what was read for it may have moved by now. */
  readonly isDecided: boolean;
}

/** One step that was taken. */
export interface Step extends Place {
  readonly atMs: number;
  /** What went wrong; blank when nothing did. */
  readonly trouble: string;
}

/** What goes wrong at a step, and in which words the trace says so. */
export interface Disturbance {
  readonly fault: Fault | undefined;
  readonly text: string;
}

/** Decides what the scheduler leaves open. */
export interface Director {
  /** Index of the one that goes on; the list is in the order of the executions' numbers. */
  choose(ready: readonly Place[]): number;
  /** Virtual milliseconds that the step takes. */
  stepMs(place: Place): number;
  disturb(place: Place): Disturbance | undefined;
}

/** A seam under which one execution goes on at a time, as the director says. */
export interface Stepping extends Seam {
  readonly steps: readonly Step[];
}

interface Waiting extends Place {
  go(fault: Fault | undefined): void;
}

/** Creates the scheduler: each time all executions stand still, one goes on; sleepers wake when their time has come. */
export function createStepping(director: Director): Stepping {
  const steps: Step[] = [];
  let now = (): number => 0;
  const waiting: Waiting[] = [];
  const writing = new Set<string>();
  /** Lets an execution go on within the very choice, so that no promise stands between. */
  const wait = (place: Place): Gate<Fault | undefined> => ({
    pass: (go) => void waiting.push({ ...place, go }),
  });
  const release = (chosen: Waiting, clock: VirtualClock): void => {
    waiting.splice(waiting.indexOf(chosen), 1);
    clock.moveTo(clock.now() + director.stepMs(chosen));
    const disturbance = chosen.name === 'start' ? undefined : director.disturb(chosen);
    const { go: _go, ...place } = chosen;
    if (place.isDecided) writing.delete(place.execution.id);
    steps.push({ ...place, atMs: clock.now(), trouble: disturbance?.text ?? '' });
    chosen.go(disturbance?.fault);
  };
  /** A call that nobody else can notice needs no turn of its own. */
  const pass = (place: Place): Fault | undefined => {
    const disturbance = director.disturb(place);
    steps.push({ ...place, atMs: now(), trouble: disturbance?.text ?? '' });
    return disturbance?.fault;
  };
  const goOn = (control: EngineControl): void => {
    const { clock } = control;
    if (clock === null) throw new Error('The simulation needs a virtual clock.');
    dropDead(waiting, control);
    const due = nextTimer(clock, waiting.length > 0 || control.active().length === 0);
    if (due !== undefined) {
      clock.fire(due);
      control.lookAgain();
      return;
    }
    const ready = waiting.toSorted((a, b) => a.execution.number - b.execution.number);
    const chosen = ready.length === 0 ? undefined : ready[director.choose(ready)];
    if (chosen !== undefined) release(chosen, clock);
  };
  return {
    steps,
    drivesClock: true,
    attach: (control) => {
      now = () => control.clock?.now() ?? 0;
      control.onQuiescent(() => goOn(control));
    },
    beforeStart: (execution) => wait({ execution, name: 'start', call: null, isDecided: false }),
    beforeCall: (call) => {
      const name = `${call.className}.${call.method}`;
      if (call.method === 'setValues') writing.add(call.execution.id);
      const isDecided = call.method === 'flush' && writing.has(call.execution.id);
      const place = { execution: call.execution, name, call, isDecided };
      return isPrivate(call) || isOneStroke(call) ? pass(place) : wait(place);
    },
    beforeEnd: (execution) => wait({ execution, name: 'end', call: null, isDecided: false }),
  };
}

const privateServices: ReadonlySet<string> = new Set([
  'Utilities',
  'ContentService',
  'HtmlService',
]);
const privateCalls: ReadonlySet<string> = new Set([
  'getScriptLock',
  'getScriptCache',
  'getScriptProperties',
  'getActiveSpreadsheet',
  'getSheets',
  'getSheetId',
  'getRange',
  'setValues',
]);

/** What a person does without asking anybody: nothing comes between. */
const isOneStroke = ({ execution }: ServiceCall): boolean => execution.functionName === freely;

/** Calls that neither read nor change what executions share (what is set waits for the flush). */
function isPrivate({ service, method }: ServiceCall): boolean {
  return privateServices.has(service) || privateCalls.has(method);
}

/** A timer whose time has come; when nobody can go on, the first one that a sleeper waits behind. */
function nextTimer(clock: VirtualClock, hasOthers: boolean): VirtualTimer | undefined {
  const timers = clock.timers();
  const [first] = timers;
  if (first === undefined || first.dueAtMs <= clock.now()) return first;
  const sleeps = timers.some(({ purpose }) => purpose === 'sleep');
  return hasOthers || !sleeps ? undefined : first;
}

/** Executions that were killed while they stood here go nowhere. */
function dropDead(waiting: Waiting[], control: EngineControl): void {
  const alive = new Set(control.active().map(({ id }) => id));
  const left = waiting.filter(({ execution }) => alive.has(execution.id));
  if (left.length < waiting.length) waiting.splice(0, waiting.length, ...left);
}
