import type { SeededRandom } from '../../src/twin/runtime/random';
import type { Fault } from '../../src/twin/runtime/seam';
import { TOO_MANY_LOCK_OPERATIONS_TEXT } from '../../src/twin/services/stores/lock';

/** What goes wrong beyond what the twin's seam knows as a fault. */
export type Trouble =
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** All caches forget everything. */
  | { readonly kind: 'forget' }
  /** The call takes so long that clocks and limits run on. */
  | { readonly kind: 'stall'; readonly durationMs: number }
  /** `setProperties` writes so many keys, then fails or the execution dies. */
  | { readonly kind: 'partial'; readonly keys: number; readonly dies: boolean };

/** A trouble at the n-th matching call of one execution. */
export interface PlannedFault {
  readonly execution: number;
  /** `Class.method`, `any` or `end`. */
  readonly at: string;
  /** Counts from 1. */
  readonly nth: number;
  readonly trouble: Trouble;
}

const thrown = (when: 'before' | 'after', message: string): Trouble => ({
  kind: 'fault',
  fault: { kind: 'throw', when, message },
});
const death = (when: 'before' | 'after', outcome: 'killed' | 'timedOut' = 'killed'): Trouble => ({
  kind: 'fault',
  fault: { kind: 'kill', when, outcome },
});

const serverError = "We're sorry, a server error occurred. Please wait a bit and try again.";
const storeFull =
  'You have exceeded the property storage quota. Please remove some properties and try again.';
/** What Google says when a day's operations are used up. */
export const dayLimit = 'Service invoked too many times for one day: properties.';

/**
 * A flush that is said to have failed goes through all the same, while the lock is still held. One that lands after the release
 * falls over whatever stands there by then; no code in a script can exclude that, so it is not among the troubles.
 */
const landsLate = (delayMs: number): Trouble => ({
  kind: 'fault',
  fault: { kind: 'throw', when: 'late', delayMs, message: 'Service Spreadsheets timed out' },
});

const general: readonly Trouble[] = [
  thrown('before', serverError),
  thrown('after', serverError),
  death('before'),
  death('after'),
  death('before', 'timedOut'),
  death('after', 'timedOut'),
  { kind: 'forget' },
  { kind: 'stall', durationMs: 5000 },
  { kind: 'stall', durationMs: 45_000 },
  { kind: 'stall', durationMs: 370_000 },
];

/** Calls that troubles are aimed at, with the troubles of their own service. */
const aims: readonly {
  readonly at: string;
  readonly atMost: number;
  readonly own: readonly Trouble[];
}[] = [
  { at: 'any', atMost: 12, own: [] },
  { at: 'any', atMost: 70, own: [] },
  { at: 'SpreadsheetApp.flush', atMost: 4, own: [landsLate(1), landsLate(1500), landsLate(4000)] },
  { at: 'Range.setValues', atMost: 4, own: [] },
  { at: 'Range.getValues', atMost: 4, own: [] },
  {
    at: 'Properties.setProperty',
    atMost: 2,
    own: [thrown('before', storeFull), thrown('before', dayLimit)],
  },
  {
    at: 'Properties.setProperties',
    atMost: 2,
    own: [
      thrown('before', dayLimit),
      { kind: 'partial', keys: 1, dies: false },
      { kind: 'partial', keys: 1, dies: true },
      { kind: 'partial', keys: 2, dies: true },
    ],
  },
  { at: 'Properties.getProperties', atMost: 3, own: [thrown('before', dayLimit)] },
  { at: 'Properties.deleteProperty', atMost: 3, own: [thrown('before', dayLimit)] },
  {
    at: 'Lock.tryLock',
    atMost: 3,
    own: [
      thrown('before', TOO_MANY_LOCK_OPERATIONS_TEXT),
      thrown('after', TOO_MANY_LOCK_OPERATIONS_TEXT),
    ],
  },
  {
    at: 'Lock.releaseLock',
    atMost: 2,
    own: [
      thrown('before', TOO_MANY_LOCK_OPERATIONS_TEXT),
      thrown('after', TOO_MANY_LOCK_OPERATIONS_TEXT),
    ],
  },
  { at: 'Cache.get', atMost: 2, own: [] },
  { at: 'end', atMost: 1, own: [] },
];

/** Draws a trouble for an execution. */
export function planFault(random: SeededRandom, execution: number): PlannedFault {
  const aim = aims[random.below(aims.length)] ?? aims[0];
  const { at = 'any', atMost = 1, own = [] } = aim ?? {};
  const troubles = [...own, ...own, ...general];
  const trouble = troubles[random.below(troubles.length)] ?? death('before');
  return { execution, at, nth: 1 + random.below(atMost), trouble };
}

/** A trouble at one of the first calls, which every execution makes. */
export function planCommonFault(random: SeededRandom, execution: number): PlannedFault {
  const trouble = general[random.below(general.length)] ?? death('before');
  return { execution, at: 'any', nth: 1 + random.below(12), trouble };
}

/** What may happen to an execution at one call: it dies or the call throws, before or after its effect. */
export const harms: readonly Trouble[] = [
  death('before'),
  death('after'),
  thrown('before', serverError),
  thrown('after', serverError),
];

/** The trouble in a few words. */
export function describeTrouble(trouble: Trouble): string {
  if (trouble.kind === 'fault') return describeFault(trouble.fault);
  if (trouble.kind === 'forget') return 'all caches forgotten';
  if (trouble.kind === 'stall') return `takes ${trouble.durationMs / 1000} s`;
  return `${trouble.keys} key(s) written, then ${trouble.dies ? 'killed' : 'it throws'}`;
}

const orders = {
  before: 'before its effect',
  after: 'after its effect',
  late: 'and lands late',
} as const;

function describeFault(fault: Fault): string {
  if (fault.kind === 'answer') return `answers ${String(fault.value)}`;
  const order = orders[fault.when];
  if (fault.kind === 'throw') return `throws ${order}: ${fault.message.slice(0, 60)}`;
  return `${fault.outcome ?? 'killed'} ${order}`;
}
