import {
  type ExecutionContext,
  HostObject,
  type ServiceDefinition,
} from '../../runtime/host-object';
import { Call } from '../call';

/** `documentLockInWebApp`: what `getDocumentLock()` gives in a web call; Google's page says null, users of bound scripts say it works. */
export interface LockOptions {
  readonly pollMs?: number;
  readonly documentLockInWebApp?: 'null' | 'works';
}

/** The sides taken unless told otherwise. */
export const defaultLockSides = { pollMs: 200, documentLockInWebApp: 'null' } as const;

/** Google's text when `waitLock` gives up. */
export const LOCK_TIMEOUT_TEXT = 'Lock timeout: another process was holding the lock for too long.';

/**
 * Google's text when it refuses a lock call for load (threshold unknown, https://issuetracker.google.com/issues/112384851).
 * The twin never says it by itself; a test throws it at the seam.
 */
export const TOO_MANY_LOCK_OPERATIONS_TEXT =
  'There are too many LockService operations against the same script.';

/** Who holds which lock. Lives as long as the twin; not kept on disk, since no execution outlives the process. */
export class LockTable {
  readonly #holders = new Map<string, string>();

  constructor(readonly options: Required<LockOptions>) {}

  /** Takes the lock when it is free or already this execution's; false when another holds it. */
  take(name: string, executionId: string): boolean {
    const holder = this.#holders.get(name);
    if (holder === undefined) this.#holders.set(name, executionId);
    return holder === undefined || holder === executionId;
  }

  isHeldBy(name: string, executionId: string): boolean {
    return this.#holders.get(name) === executionId;
  }

  release(name: string, executionId: string): void {
    if (this.isHeldBy(name, executionId)) this.#holders.delete(name);
  }

  /** Frees all locks of an execution: at its end, and while a dialog of `Ui.alert` or `Ui.prompt` is open. */
  releaseAll(executionId: string): void {
    for (const name of this.#holders.keys()) this.release(name, executionId);
  }

  /** Name of the lock (`script`, `document`, `user:<e-mail>`) to id of the execution that holds it. */
  holders(): ReadonlyMap<string, string> {
    return new Map(this.#holders);
  }
}

/** The locks that all executions of one twin share. A contended wait looks again about every `pollMs` (200 unless told). */
export function createLockTable(options: LockOptions = {}): LockTable {
  return new LockTable({ ...defaultLockSides, ...options });
}

/**
 * `LockService`. Not counted (one release frees it whatever was tried), no queue: whoever looks first after a release has it, and
 * the moments are drawn from the execution's random numbers. Freed at the execution's end by any outcome.
 * Source: https://developers.google.com/apps-script/reference/lock/lock
 */
export function makeLockService(table: LockTable): ServiceDefinition {
  return {
    name: 'LockService',
    enums: {},
    create(context) {
      const access: LockAccess = { table, context, ended: false };
      context.onEnd(() => {
        access.ended = true;
        table.releaseAll(context.id);
      });
      return new LockService(access);
    },
  };
}

interface LockAccess {
  readonly table: LockTable;
  readonly context: ExecutionContext;
  ended: boolean;
}

class LockService extends HostObject {
  readonly #access: LockAccess;

  constructor(access: LockAccess) {
    super();
    this.#access = access;
  }

  getScriptLock(): Lock {
    return new Lock('script', this.#access);
  }

  getUserLock(): Lock {
    return new Lock(`user:${this.#access.context.user}`, this.#access);
  }

  getDocumentLock(): Lock | null {
    const { context, table } = this.#access;
    const isAbsent = context.kind === 'webApp' && table.options.documentLockInWebApp === 'null';
    return isAbsent ? null : new Lock('document', this.#access);
  }
}

class Lock extends HostObject {
  readonly #name: string;
  readonly #access: LockAccess;

  constructor(name: string, access: LockAccess) {
    super();
    this.#name = name;
    this.#access = access;
  }

  tryLock(...values: unknown[]): boolean | Promise<boolean> {
    return this.#acquire(new Call('LockService.Lock.tryLock', values).integer(0));
  }

  async waitLock(...values: unknown[]): Promise<void> {
    const timeoutMs = new Call('LockService.Lock.waitLock', values).integer(0);
    if (!(await this.#acquire(timeoutMs))) throw new Error(LOCK_TIMEOUT_TEXT);
  }

  hasLock(): boolean {
    return this.#access.table.isHeldBy(this.#name, this.#access.context.id);
  }

  releaseLock(): void {
    this.#access.table.release(this.#name, this.#access.context.id);
  }

  #take(): boolean {
    // A killed execution's wait is still pending in the host: it must never get the lock.
    return !this.#access.ended && this.#access.table.take(this.#name, this.#access.context.id);
  }

  #acquire(timeoutMs: number): boolean | Promise<boolean> {
    if (this.#take()) return true;
    return timeoutMs > 0 && this.#pollUntil(this.#access.context.clock.now() + timeoutMs);
  }

  async #pollUntil(deadlineMs: number): Promise<boolean> {
    const { clock, random } = this.#access.context;
    while (!this.#access.ended) {
      const leftMs = deadlineMs - clock.now();
      if (leftMs <= 0) return false;
      const pauseMs = this.#access.table.options.pollMs * (0.5 + random.next());
      await clock.sleep(Math.min(pauseMs, leftMs));
      if (this.#take()) return true;
    }
    return false;
  }
}
