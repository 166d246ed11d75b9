/** A line's weight in the execution's log. */
export type Severity = 'debug' | 'info' | 'warning' | 'error';

/** What the thread lends the context: the only way out of it. All values are texts or numbers, never foreign objects. */
export interface Bridge {
  /** Calls a method in the host and stops until it answers: `v` + encoded value, or `e` + message. */
  call(handle: number, method: string, args: string): string;
  log(severity: Severity, text: string): void;
  /** Epoch milliseconds by the twin's clock. */
  now(): number;
}

/** A service's global as the context must offer it; `handle` names it towards the host. */
export interface ServiceShape {
  readonly name: string;
  readonly handle: number;
  readonly enums: EnumLists;
  /** Enums that hang off the service's objects, by class. */
  readonly objectEnums: Readonly<Record<string, EnumLists>>;
}

/** Names of enums, each with the names of its members. */
export type EnumLists = Readonly<Record<string, readonly string[]>>;

/** What a fresh context is set up with. */
export interface ContextSetup {
  readonly bridge: Bridge;
  /** IANA zone in which local times are told: the manifest's `timeZone`. */
  readonly timeZone: string;
}

/** What each execution in a context begins with. */
export interface ExecutionSetup {
  readonly services: readonly ServiceShape[];
  readonly seed: readonly [number, number, number, number];
}
