import type { ExecutionKind, HostObject, Outcome } from './host-object';
import type { VirtualClock } from './clock';

/** An execution as tests and logs name it. */
export interface ExecutionInfo {
  readonly id: string;
  /** Counts up from 1 in each twin. */
  readonly number: number;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly user: string;
  readonly activeUser: string;
  readonly startedAtMs: number;
}

/** A service call that an execution is stopped at. */
export interface ServiceCall {
  readonly execution: ExecutionInfo;
  /** Counts up from 0 in each execution. */
  readonly index: number;
  readonly className: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** The global by which the receiver was reached, e.g. `SpreadsheetApp` for a Range. */
  readonly service: string;
  readonly receiver: HostObject;
}

/** What is to go wrong with a call. */
export type Fault =
  /** The call throws; with `after`, its effect has happened all the same. */
  | { readonly kind: 'throw'; readonly when: 'before' | 'after'; readonly message: string }
  /**
   * The call throws, and what the execution had written and not flushed lands so much later, over whatever stands there then:
   * a flush that timed out and went through all the same. For calls of a service that holds writes back (SpreadsheetApp).
   */
  | {
      readonly kind: 'throw';
      readonly when: 'late';
      readonly delayMs: number;
      readonly message: string;
    }
  /** The execution dies at the call, before or after its effect. */
  | {
      readonly kind: 'kill';
      readonly when: 'before' | 'after';
      readonly outcome?: 'killed' | 'timedOut';
    }
  /** The call has no effect and gives this value instead, e.g. null for a lost cache entry. */
  | { readonly kind: 'answer'; readonly value: unknown };

/** How a call went. */
export type CallResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly isFatal: boolean };

/** What stops an execution until it is let go, within the very call that lets it go. */
export interface Gate<T> {
  pass(go: (value: T) => void): void;
}

type Stop<T> = Promise<T> | Gate<T>;
type MaybeStop<T> = T | Stop<T>;

/** Whether an execution is stopped. */
export function isStop<T>(value: MaybeStop<T>): value is Stop<T> {
  return typeof value === 'object' && value !== null && ('then' in value || 'pass' in value);
}

/** Goes on when the execution is let go. */
export function whenLetGo<T>(
  stop: Stop<T>,
  go: (value: T) => void,
  fail: (error: unknown) => void,
): void {
  if ('pass' in stop) stop.pass(go);
  else stop.then(go, fail);
}

/** What the seam may do with the engine behind it. */
export interface EngineControl {
  readonly clock: VirtualClock | null;
  /**
   * Calls back each time no thread computes any more: every execution is stopped at a call, at its start or its end,
   * or waits for something inside a call. Host-side promises that were due have settled by then.
   */
  onQuiescent(listener: () => void): void;
  /** Executions that have started and not ended. */
  active(): readonly ExecutionInfo[];
  kill(id: string): void;
  /** Asks for one more `onQuiescent`; to be called after a timer was fired, which may have moved nobody. */
  lookAgain(): void;
}

/**
 * The one place every execution passes at its start, at each service call and at its end. A promise or a gate stops it there
 * until it is let go; that is how a scheduler decides who goes on.
 */
export interface Seam {
  attach?(control: EngineControl): void;
  /** True: the seam moves the virtual clock itself. */
  readonly drivesClock?: boolean;
  beforeStart?(execution: ExecutionInfo): MaybeStop<unknown>;
  beforeCall?(call: ServiceCall): MaybeStop<Fault | undefined>;
  afterCall?(call: ServiceCall, result: CallResult): void;
  /** The function has returned or thrown; what it left unflushed is not written yet. */
  beforeEnd?(execution: ExecutionInfo): MaybeStop<Fault | undefined>;
  afterEnd?(execution: ExecutionInfo, outcome: Outcome): void;
}

/** A seam that lets everything pass and counts. */
export interface CountingSeam extends Seam {
  /** Calls by `Class.method`. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Creates the seam that changes nothing. */
export function createPlainSeam(): CountingSeam {
  const counts = new Map<string, number>();
  return {
    counts,
    beforeCall: ({ className, method }) => {
      const key = `${className}.${method}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return undefined;
    },
  };
}
