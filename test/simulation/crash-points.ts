import { createScriptedOrder, type Directive } from './directors';
import { bodyOf, eventKinds, longBody, type EventKind } from './event-kinds';
import { killAt, type PlannedFault } from './faults';
import { runScenario, type RunResult } from './run';
import {
  startMs,
  type Delivery,
  type PlannedExecution,
  type Scenario,
  type Task,
} from './scenario';
import type { World } from './world';

/** Who else is at work when execution 1, the victim, dies. */
interface Company {
  readonly name: string;
  /** What runs beside it, as executions 2, 3, … */
  readonly others: readonly Task[];
  readonly script: readonly Directive[];
  readonly faults: readonly PlannedFault[];
}

/** One execution, one moment of its death, and the company it has. */
export interface CrashPoint {
  readonly name: string;
  readonly scenario: Scenario;
  readonly script: readonly Directive[];
}

const happening = { entity: 1, atMs: startMs - 60_000 };

function deliveryOf(kind: EventKind, entity: number): Delivery {
  const { name, vendor, webhook } = kind;
  const body = bodyOf(kind, { entity, atMs: happening.atMs + entity * 1000 });
  return { kind: 'delivery', name, vendor, webhook, body };
}

const agentStatus = eventKinds.filter(({ name }) => name === 'huggy.agentChangedStatus');
const otherDeliveries = agentStatus.flatMap((kind) => [deliveryOf(kind, 1), deliveryOf(kind, 2)]);

/** A body of several properties in the waiting room. */
const longDelivery: Delivery = {
  kind: 'delivery',
  name: 'huggy.long',
  vendor: 'huggy',
  webhook: 'main',
  body: longBody(
    happening,
    Array.from({ length: 20_000 }, (_unused, index) =>
      ((index * index * 7919) % 36).toString(36),
    ).join(''),
  ),
};

const untilFlush = (execution: number, nth: number): Directive => ({
  execution,
  until: { name: 'SpreadsheetApp.flush', nth },
});
const toEnd = (execution: number): Directive => ({ execution, until: 'end' });

const alone: Company = { name: 'alone', others: [], script: [], faults: [] };
/** The other one has the lock and unflushed writes while the victim comes, and dies. */
const besideHolder: Company = {
  name: 'beside a holder',
  others: otherDeliveries.slice(0, 1),
  script: [untilFlush(2, 2), toEnd(1)],
  faults: [],
};
/** The other one could not get the lock and has not stored its request yet when the victim dies. */
const besideSpiller: Company = {
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
const withWaiting: Company = {
  name: 'with two that wait',
  others: otherDeliveries,
  script: [untilFlush(1, 1), toEnd(2), toEnd(3), toEnd(1)],
  faults: [],
};
/** The victim comes after a holder that died, so a request waits. */
const afterDeadHolder: Company = {
  name: 'after a dead holder',
  others: otherDeliveries,
  script: [untilFlush(2, 1), toEnd(3), toEnd(2), toEnd(1)],
  faults: [
    {
      execution: 2,
      at: 'SpreadsheetApp.flush',
      nth: 1,
      trouble: { kind: 'fault', fault: { kind: 'kill', when: 'before' } },
    },
  ],
};

/** What is killed at each of its calls, in which company. */
export interface Victim {
  readonly name: string;
  readonly task: Task;
  readonly companies: readonly Company[];
}

const richKinds: ReadonlySet<string> = new Set([
  'huggy.agentChangedStatus',
  'huggy.closedChat',
  'evolvy.message_created',
  'treble.conversation_closed',
  'plug.finishAttendance',
  'weni.ticketer.open',
]);

/** Every kind of event alone, the rich ones of each platform in every company, a long body, and the sweep. */
export const victims: readonly Victim[] = [
  ...eventKinds.map((kind) => ({
    name: kind.name,
    task: deliveryOf(kind, 0),
    companies: richKinds.has(kind.name)
      ? [alone, besideHolder, besideSpiller, withWaiting]
      : [alone],
  })),
  { name: 'huggy.long', task: longDelivery, companies: [alone, besideHolder, besideSpiller] },
  { name: 'sweep', task: { kind: 'sweep' }, companies: [afterDeadHolder] },
];

/** Every crash point of a victim: before and after each of its calls, as many as it makes when nothing goes wrong. */
export async function listCrashPoints(
  world: World,
  victim: Victim,
): Promise<readonly CrashPoint[]> {
  const lists = await inTurn(victim.companies, async (company) => {
    const whole = makePoint(victim, company, []);
    const { steps, violations, numberOf } = await runCrashPoint(world, whole);
    if (violations.length > 0) throw new Error(`${whole.name}: ${violations.join('; ')}`);
    const calls = steps.filter(
      ({ call, execution }) => call !== null && numberOf(execution.id) === 1,
    );
    return calls.flatMap((_call, index) => [
      makePoint(victim, company, [killAt(1, index, 'before')]),
      makePoint(victim, company, [killAt(1, index, 'after')]),
    ]);
  });
  return lists.flat();
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function makePoint(victim: Victim, company: Company, kill: readonly PlannedFault[]): CrashPoint {
  const [death] = kill;
  const moment = death === undefined ? 'unharmed' : `killed at call ${death.nth}`;
  const when =
    death?.trouble.kind === 'fault' && 'when' in death.trouble.fault
      ? death.trouble.fault.when
      : '';
  const name = `${victim.name} ${company.name}, ${moment} ${when}`.trimEnd();
  const tasks: readonly Task[] = [victim.task, ...company.others];
  const executions: readonly PlannedExecution[] = tasks.map((task, index) => ({
    number: index + 1,
    task,
  }));
  const faults = [...company.faults, ...kill];
  const scenario = { seed: name, executions, faults, orderSeed: name, stickiness: 1 };
  return { name, scenario: { ...scenario, startsFull: false }, script: company.script };
}

/** Runs one crash point, lets everything come to rest and checks. */
export function runCrashPoint(world: World, { scenario, script }: CrashPoint): Promise<RunResult> {
  return runScenario(world, scenario, (numberOf) => createScriptedOrder(script, numberOf));
}
