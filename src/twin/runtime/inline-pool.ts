import type { Script } from 'node:vm';
import type { Bridge } from './context/bridge';
import { createJobRunner } from './contexts';
import { createDescriber, type Host, type JobRequest, type Thread } from './thread';
import type { Answer, Job, ThreadMessage } from './thread-messages';
import type { ThreadPool } from './thread-pool';

/**
 * Runs executions in the host's own thread: one that stands at a call lets the others run within that call. So the one that was let go
 * last must go on first, and none may wait for a promise. When it comes otherwise the executions are entangled: nothing goes on, and
 * whoever uses the pool runs the same again on threads.
 */
export interface InlinePool extends ThreadPool {
  /** Fulfilled when the executions are entangled; they come to their end without any effect. */
  readonly entangled: Promise<void>;
}

/** Contexts with what V8 knows of the code in them; used by one execution at a time. */
interface Realm {
  current: InlineThread | null;
  readonly describe: (request: JobRequest) => Job;
  readonly runJob: (job: Job) => string;
}

/** What outlives the pools: the code that sets contexts up, and contexts that are free. */
export interface InlineStock {
  readonly prepare: Script;
  readonly free: Realm[];
}

/** What the threads of a pool share. */
interface Shared {
  readonly stock: InlineStock;
  /** Executions under way, each within a call of the one before. */
  readonly stack: InlineThread[];
  isEntangled: boolean;
  entangle(): void;
}

/** In so many looks every execution would have had its turns. */
const mostLooks = 10_000;

/** Creates a pool for one twin. No limit ends what computes without calling. */
export function createInlinePool(stock: InlineStock): InlinePool {
  let resolve: () => void = () => undefined;
  const entangled = new Promise<void>((settle) => {
    resolve = settle;
  });
  const shared: Shared = {
    stock,
    stack: [],
    isEntangled: false,
    entangle: () => {
      shared.isEntangled = true;
      resolve();
    },
  };
  return {
    entangled,
    take: () => new InlineThread(shared),
    release: () => undefined,
    destroy: (thread) => void thread.abandon(),
    stop: () => Promise.resolve(),
  };
}

function openRealm(prepare: Script): Realm {
  const bridge: Bridge = {
    call: (handle, method, args) =>
      realm.current?.call({ type: 'call', handle, method, args }) ?? refusal,
    log: (severity, text) => realm.current?.log({ type: 'log', severity, text }),
    now: () => realm.current?.nowMs ?? 0,
  };
  const realm: Realm = {
    current: null,
    describe: createDescriber(),
    runJob: createJobRunner({ bridge, prepare }),
  };
  return realm;
}

/** A stand-in for a thread, for one execution. */
class InlineThread implements Thread {
  nowMs = 0;
  readonly #shared: Shared;
  #host: Host | null = null;
  #answer: Answer | null = null;
  #isDead = false;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  run(request: JobRequest, host: Host): void {
    const { stack, stock } = this.#shared;
    if (this.#isOver()) return;
    this.#host = host;
    this.nowMs = request.nowMs;
    const realm = stock.free.pop() ?? openRealm(stock.prepare);
    realm.current = this;
    stack.push(this);
    const result = realm.runJob(realm.describe(request));
    stack.pop();
    realm.current = null;
    stock.free.push(realm);
    if (!this.#isOver()) host.receive({ type: 'end', result });
  }

  answer(answer: Answer): void {
    this.#answer = answer;
    if (this.#shared.stack.at(-1) !== this) this.#shared.entangle();
  }

  loosen(): void {
    this.#shared.entangle();
  }

  abandon(): boolean {
    this.#isDead = true;
    return true;
  }

  terminate(): Promise<void> {
    this.#isDead = true;
    return Promise.resolve();
  }

  log(line: ThreadMessage): void {
    if (!this.#isOver()) this.#host?.receive(line);
  }

  /** Lets the others run until the call is answered. */
  call(call: ThreadMessage): string {
    if (this.#isOver()) return refusal;
    this.#answer = null;
    this.#host?.receive(call);
    for (let looks = 0; this.#isWaiting(); looks += 1) {
      if (looks > mostLooks) this.#shared.entangle();
      this.#host?.look();
    }
    const answer = this.#takeAnswer();
    if (answer === null || this.#isOver()) return refusal;
    this.nowMs = answer.nowMs;
    return answer.text;
  }

  #isWaiting(): boolean {
    return this.#answer === null && !this.#isOver();
  }

  #takeAnswer(): Answer | null {
    return this.#answer;
  }

  #isOver(): boolean {
    return this.#isDead || this.#shared.isEntangled;
  }
}

const refusal = 'eThe execution was killed.';
