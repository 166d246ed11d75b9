import type { MessagePort } from 'node:worker_threads';
import type { ServiceShape, Severity } from './context/bridge';

/** One file of the bundle, ready to be run in any thread. */
export interface BundleScript {
  /** As stack traces name it, such as `Code`. */
  readonly name: string;
  readonly source: string;
  /** V8's compiled form; a thread that takes it need not compile. */
  readonly cachedData: Uint8Array;
}

/** What a thread needs for one execution. */
export interface Job {
  /** Names the code; a thread keeps compiled scripts by it. */
  readonly bundleId: string;
  /** Absent when this thread has had them before. */
  readonly scripts: readonly BundleScript[] | null;
  /** See `makeReloadable`. */
  readonly reloads: boolean;
  readonly functionName: string;
  /** Encoded list of arguments. */
  readonly args: string;
  /** Absent when this thread had the same ones for its last execution. */
  readonly services: readonly ServiceShape[] | null;
  readonly seed: readonly [number, number, number, number];
  readonly timeZone: string;
  readonly nowMs: number;
  /** True: the thread reads the computer's clock itself; false: time stands still between answers. */
  readonly liveClock: boolean;
}

/** What a thread is started with. */
export interface ThreadSetup {
  /** See shared-answer.ts. */
  readonly memory: SharedArrayBuffer;
  readonly answers: MessagePort;
  /** Where the thread puts what it says when the host goes in step with it; null: it posts messages. */
  readonly outbox: SharedArrayBuffer | null;
}

/** The answer to an execution that was killed: it and all later calls throw, and nothing of it is heard but its end. */
export const endsItself = 'x';

/** What the host answers to a call. */
export interface Answer {
  /** `v` + encoded value, or `e` + message. */
  readonly text: string;
  readonly nowMs: number;
}

/** What a thread tells the host. */
export type ThreadMessage =
  | {
      readonly type: 'call';
      readonly handle: number;
      readonly method: string;
      readonly args: string;
    }
  | { readonly type: 'log'; readonly severity: Severity; readonly text: string }
  | { readonly type: 'end'; readonly result: string };
