import {
  HostObject,
  type Clock,
  type ExecutionContext,
  type ExecutionKind,
  type Outcome,
  type Random,
  type ServiceDefinition,
} from '../../src/twin/runtime/host-object';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { createRandom } from '../../src/twin/runtime/random';
import { createMemoryStorage } from '../../src/twin/storage/memory-storage';
import type { DocumentChange, Storage } from '../../src/twin/storage/storage';

/** A clock that moves only when told; sleepers wake in the order of their times. */
export interface ManualClock extends Clock {
  advance(durationMs: number): Promise<void>;
}

export function makeManualClock(startMs = Date.UTC(2026, 0, 5, 12)): ManualClock {
  const clock = createVirtualClock(startMs);
  const advanceTo = async (endMs: number): Promise<void> => {
    const next = clock.timers()[0];
    if (next === undefined || next.dueAtMs > endMs) {
      clock.moveTo(endMs);
      return settle();
    }
    clock.fire(next);
    await settle();
    return advanceTo(endMs);
  };
  return { ...clock, advance: (durationMs) => advanceTo(clock.now() + durationMs) };
}

/** Documents in memory; `commits` lists what was written, call by call. */
export function makeRecordingStorage(): Storage & {
  readonly commits: (readonly DocumentChange[])[];
} {
  const storage = createMemoryStorage();
  const commits: (readonly DocumentChange[])[] = [];
  return {
    ...storage,
    commits,
    commit(changes) {
      commits.push(changes);
      storage.commit(changes);
    },
  };
}

/** What a test may set of an execution; the rest has neutral values. */
export interface ExecutionSettings {
  readonly id?: string;
  readonly kind?: ExecutionKind;
  readonly user?: string;
  readonly activeUser?: string;
  readonly clock?: ManualClock;
  readonly random?: Random;
}

/** An execution as services see it; `log` lists its lines, `end` runs the hooks. */
export interface FakeExecution extends ExecutionContext {
  readonly clock: ManualClock;
  readonly lines: readonly string[];
  end(outcome?: Outcome): void;
}

let executions = 0;

export function makeExecution(settings: ExecutionSettings = {}): FakeExecution {
  const hooks: ((outcome: Outcome) => void)[] = [];
  const lines: string[] = [];
  executions += 1;
  return {
    id: `execution-${executions}`,
    kind: 'webApp',
    user: 'owner@example.com',
    activeUser: '',
    clock: makeManualClock(),
    random: createRandom('test'),
    ...settings,
    lines,
    log: (severity, text) => lines.push(`${severity} ${text}`),
    onEnd: (hook) => hooks.push(hook),
    end(outcome = 'completed') {
      for (const hook of hooks) hook(outcome);
    },
  };
}

/** A host object whose methods are called by name, as an execution's bridge does. */
export interface ServiceHandle {
  readonly target: HostObject;
  call(method: string, ...values: readonly unknown[]): unknown;
  /** Calls a method that gives another host object. */
  open(method: string, ...values: readonly unknown[]): ServiceHandle;
}

export function openService(
  definition: ServiceDefinition,
  context: ExecutionContext = makeExecution(),
): ServiceHandle {
  return makeHandle(definition.create(context));
}

/** Wraps a host object that a method gave; throws when it is none. */
export function makeHandle(target: unknown): ServiceHandle {
  if (!(target instanceof HostObject)) throw new Error('not a host object');
  const call = (method: string, ...values: readonly unknown[]): unknown => {
    const found: unknown = Reflect.get(target, method);
    if (typeof found !== 'function') throw new Error(`no method ${method}`);
    return Reflect.apply(found, target, values);
  };
  return { target, call, open: (method, ...values) => makeHandle(call(method, ...values)) };
}

/** Waits until all promise reactions that are ready have run. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The text of what a call throws (or its promise is rejected with); null when it goes well. */
export async function messageOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
