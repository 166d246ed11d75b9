import type { Bundle } from './bundle';
import type { Meter } from './cost-model';
import type { Failure } from './context/install';
import type { LogLine } from './executions-log';
import type { HandleStore } from './handle-store';
import type { ExecutionContext, ExecutionKind, HostObject, Outcome } from './host-object';
import type { ExecutionInfo } from './seam';
import type { Thread } from './thread';

/** Arguments that hold service objects of the execution itself: an edit's event has the range. */
export type MakeArgs = (service: (name: string) => HostObject | null) => readonly unknown[];

/** What to run, and as whom. */
export interface RunRequest {
  readonly bundle: Bundle;
  readonly functionName: string;
  readonly args: readonly unknown[] | MakeArgs;
  readonly kind: ExecutionKind;
  readonly user: string;
  /** Blank for anonymous web calls. */
  readonly activeUser: string;
}

/** How an execution ended. */
export interface RunEnd {
  readonly info: ExecutionInfo;
  readonly outcome: Outcome;
  /** What the function returned, host objects included; undefined unless completed. */
  readonly value: unknown;
  /** The uncaught exception; null unless failed. */
  readonly failure: Failure | null;
}

/** An execution under way, as the engine keeps it. */
export interface Run {
  readonly info: ExecutionInfo;
  readonly request: RunRequest;
  readonly context: ExecutionContext;
  readonly handles: HandleStore;
  readonly meter: Meter;
  readonly log: LogLine[];
  readonly endHooks: ((outcome: Outcome) => void)[];
  readonly resolve: (end: RunEnd) => void;
  thread: Thread | null;
  callCount: number;
  /** The thread computes: it has been started or answered, and has not called or ended since. */
  isComputing: boolean;
  hasEnded: boolean;
  cancelLimit: () => void;
}

/** Ends an execution; has no effect on one that has ended. */
export type EndRun = (run: Run, outcome: Outcome, rest?: Partial<RunEnd>) => void;

/** Thrown when 30 executions run already. */
export class TooManyExecutions extends Error {
  constructor() {
    super('There are too many scripts running simultaneously for this Google user account.');
  }
}
