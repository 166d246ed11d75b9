/**
 * A service object that lives in the host (the Node main thread). An execution never holds the object itself,
 * only a handle: each method call on the handle travels to the host and stops the execution until the answer comes.
 *
 * What a method may take: null, undefined, booleans, numbers, strings, Dates, arrays and plain objects of these, host objects
 * (their handles come back as the very object), enum values (they arrive as their name, a string).
 * What it may return: the same, plus `EnumValue`, plus a promise of any (the execution waits for it).
 * What it throws is thrown again inside the execution with the same message, named `Exception` as Apps Script does.
 *
 * Only public prototype methods can be called. Names that begin with `_` or `$` are the host's own.
 */
export abstract class HostObject {
  /** Only for the compiler: nothing but a subclass is a host object. */
  declare protected readonly _isHostObject: true;
}

/** A member of one of Apps Script's enums, e.g. `new EnumValue('WrapStrategy', 'CLIP')`. */
export class EnumValue {
  constructor(
    readonly type: string,
    readonly name: string,
  ) {}
}

/** How an execution came to an end. `killed` and `timedOut` lose what was not flushed; `failed` does not. */
export type Outcome = 'completed' | 'failed' | 'timedOut' | 'killed';

/** Who or what started the execution. */
export type ExecutionKind = 'webApp' | 'trigger' | 'simpleTrigger' | 'menu' | 'clientCall';

/** Time as the twin sees it: the real clock, or a virtual one that a test moves. Epoch and durations in milliseconds. */
export interface Clock {
  now(): number;
  sleep(durationMs: number): Promise<void>;
}

/** Randomness as the twin sees it; seeded, so that a run can be repeated. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A UUID (version 4 form). */
  uuid(): string;
}

/** What a service knows of the execution that uses it. One set of service objects is made for each execution. */
export interface ExecutionContext {
  readonly id: string;
  readonly kind: ExecutionKind;
  /** E-mail of the account the code runs as (the owner for web calls). */
  readonly user: string;
  /** E-mail of the person at the keyboard; blank for anonymous web calls. */
  readonly activeUser: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Adds a line to the execution's log, as `console.log` and `Logger.log` do. */
  log(severity: 'debug' | 'info' | 'warning' | 'error', text: string): void;
  /** Called once, when the execution has ended. Hooks run in the order they were added. */
  onEnd(hook: (outcome: Outcome) => void): void;
}

/**
 * A global that Apps Script offers (`SpreadsheetApp`, `LockService`, …).
 * `enums` lists the enums that hang off it as properties: name of the enum, then names of its members.
 */
export interface ServiceDefinition {
  readonly name: string;
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** Enums that hang off the service's objects, by class: `Ui` has `Button` and `ButtonSet`. */
  readonly objectEnums?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  create(context: ExecutionContext): HostObject;
  /** Takes the writes out that an execution has not flushed; the function given applies them. Only services that hold writes back. */
  readonly postpone?: (executionId: string) => () => void;
}
