import type { Directive } from './directors';
import { bodyOf, eventKinds, type EventKind } from './event-kinds';
import type { PlannedFault } from './faults';
import { startMs, type Delivery, type Task } from './scenario';

/** Who else is at work when execution 1, the victim, dies. */
export interface Company {
  readonly name: string;
  /** What runs beside it, as executions 2, 3, … */
  readonly others: readonly Task[];
  readonly script: readonly Directive[];
  readonly faults: readonly PlannedFault[];
}

export const happening = { entity: 1, atMs: startMs - 60_000 };

export function deliveryOf(kind: EventKind, entity: number, laterMs = 0): Delivery {
  const { name, vendor, webhook } = kind;
  const body = bodyOf(kind, { entity, atMs: happening.atMs + entity * 1000 + laterMs });
  return { kind: 'delivery', name, vendor, webhook, body };
}

const agentStatus = eventKinds.filter(({ name }) => name === 'huggy.agentChangedStatus');
const otherDeliveries = agentStatus.flatMap((kind) => [deliveryOf(kind, 1), deliveryOf(kind, 2)]);

const untilFlush = (execution: number, nth: number): Directive => ({
  execution,
  until: { name: 'SpreadsheetApp.flush', nth },
});
/** The first of all has the lock, and is about to look into the waiting room; before it has asked for its configuration. */
const untilLook = (execution: number): Directive => ({
  execution,
  until: { name: 'Properties.getProperties', nth: 2 },
});
/** It has written its first round, has seen a knock, and is about to begin the next one. */
const untilNextRound = (execution: number): Directive => ({
  execution,
  until: { name: 'Cache.put', nth: 1 },
});
const toEnd = (execution: number): Directive => ({ execution, until: 'end' });

/** Execution 2 is killed as it makes its first such call. */
const diesAt = (call: string): Company['faults'][number] => ({
  execution: 2,
  at: call,
  nth: 1,
  trouble: { kind: 'fault', fault: { kind: 'kill', when: 'before' } },
});

export const alone: Company = { name: 'alone', others: [], script: [], faults: [] };
/** The other one has the lock and unflushed writes while the victim comes, and dies. */
export const besideHolder: Company = {
  name: 'beside a holder',
  others: otherDeliveries.slice(0, 1),
  script: [untilFlush(2, 1), toEnd(1)],
  faults: [],
};
/** The other one has looked for knocks, and is about to release the lock, while the victim comes. */
export const besideLeaving: Company = {
  name: 'beside a holder that leaves',
  others: otherDeliveries.slice(0, 1),
  script: [{ execution: 2, until: { name: 'Lock.releaseLock', nth: 1 } }, toEnd(1)],
  faults: [],
};
/** The other one could not get the lock and has not stored its request yet when the victim dies. */
export const besideSpiller: Company = {
  name: 'beside a spiller',
  others: otherDeliveries.slice(0, 1),
  script: [
    untilFlush(1, 1),
    { execution: 2, until: { name: 'Properties.setProperty', nth: 1 } },
    toEnd(1),
  ],
  faults: [],
};
/** Two requests wait when the victim, holding the lock, begins to read the store. */
export const withWaiting: Company = {
  name: 'with two that wait',
  others: otherDeliveries,
  script: [untilLook(1), toEnd(2), toEnd(3), toEnd(1)],
  faults: [],
};
/** The victim comes after a holder that died, so a request waits. */
export const afterDeadHolder: Company = {
  name: 'after a dead holder',
  others: otherDeliveries,
  script: [untilFlush(2, 1), toEnd(3), toEnd(2), toEnd(1)],
  faults: [diesAt('SpreadsheetApp.flush')],
};

/** The victim's call fails while it holds the lock; while it puts its request away, another one commits. */
export const overtaken: Company = {
  name: 'overtaken while it spills',
  others: otherDeliveries.slice(0, 1),
  script: [{ execution: 1, until: { name: 'Properties.setProperty', nth: 1 } }, toEnd(2), toEnd(1)],
  faults: [],
};
/** After a sweep's first look one is answered; another commits, lets a third wait, dies. A sweep that has rows to render takes no look. */
export const overtakenSweep: Company = {
  name: 'overtaken after its first look',
  others: [...otherDeliveries, ...otherDeliveries],
  script: [
    toEnd(4),
    { execution: 1, until: { name: 'Lock.tryLock', nth: 1 } },
    toEnd(5),
    { execution: 2, until: { name: 'Lock.releaseLock', nth: 1 } },
    toEnd(3),
    toEnd(2),
    toEnd(1),
  ],
  faults: [diesAt('Lock.releaseLock')],
};

/** Two agents' rows were put in another order by a person, then one of them changes again. */
export const afterSort: Company = {
  name: 'after a person sorted',
  others: [
    ...otherDeliveries,
    { kind: 'user', functionName: 'userSorts', args: ['Agora', 'Desde'] },
    ...agentStatus.map((kind) => deliveryOf(kind, 1, 90_000)),
  ],
  script: [toEnd(2), toEnd(3), toEnd(4), toEnd(5), toEnd(1)],
  faults: [],
};

/** The victim has written its own and would go on with an agent who has changed again; then a person puts the rows in another order. */
export const sortedBetween: Company = {
  name: 'a person sorts between two rounds',
  others: [
    ...otherDeliveries,
    { kind: 'user', functionName: 'userFreely', args: ['userSorts', 'Agora', 'Desde'] },
    ...agentStatus.map((kind) => deliveryOf(kind, 1, 90_000)),
  ],
  script: [toEnd(2), toEnd(3), untilFlush(1, 1), toEnd(5), untilNextRound(1), toEnd(4), toEnd(1)],
  faults: [],
};

/** Another sweep has left rows that follow from a conversation; the victim is to write them. */
export const withRowsLeft: Company = {
  name: 'with rows that were left',
  others: [
    { kind: 'sweep' },
    ...otherDeliveries.slice(1),
    ...eventKinds
      .filter(({ name }) => name === 'huggy.closedChat')
      .map((kind) => deliveryOf(kind, 1)),
  ],
  script: [
    toEnd(3),
    { execution: 2, until: { name: 'Cache.getAll', nth: 2 } },
    toEnd(4),
    toEnd(2),
    toEnd(1),
  ],
  faults: [],
};
