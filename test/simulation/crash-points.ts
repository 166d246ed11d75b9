import { createScriptedOrder, type Directive } from './directors';
import { longBody, noise } from './bodies';
import { bodyOf, eventKinds, type EventKind } from './event-kinds';
import { describeTrouble, harms, type PlannedFault } from './faults';
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

/** A victim, what happens to it at one of its calls, and its company. */
export interface CrashPoint {
  readonly name: string;
  readonly scenario: Scenario;
  readonly script: readonly Directive[];
}

const happening = { entity: 1, atMs: startMs - 60_000 };

function deliveryOf(kind: EventKind, entity: number, laterMs = 0): Delivery {
  const { name, vendor, webhook } = kind;
  const body = bodyOf(kind, { entity, atMs: happening.atMs + entity * 1000 + laterMs });
  return { kind: 'delivery', name, vendor, webhook, body };
}

const agentStatus = eventKinds.filter(({ name }) => name === 'huggy.agentChangedStatus');
const otherDeliveries = agentStatus.flatMap((kind) => [deliveryOf(kind, 1), deliveryOf(kind, 2)]);

const longDelivery: Delivery = {
  kind: 'delivery',
  name: 'huggy.long',
  vendor: 'huggy',
  webhook: 'main',
  body: longBody(happening, noise(20_000)),
};

const untilFlush = (execution: number, nth: number): Directive => ({
  execution,
  until: { name: 'SpreadsheetApp.flush', nth },
});
/** It has the lock, and is about to look for knocks and into the waiting room for the nth time. */
const untilLook = (execution: number, nth: number): Directive => ({
  execution,
  until: { name: 'Cache.get', nth },
});
const toEnd = (execution: number): Directive => ({ execution, until: 'end' });

/** Execution 2 is killed as it makes its first such call. */
const diesAt = (call: string): Company['faults'][number] => ({
  execution: 2,
  at: call,
  nth: 1,
  trouble: { kind: 'fault', fault: { kind: 'kill', when: 'before' } },
});

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
  script: [untilLook(1, 1), toEnd(2), toEnd(3), toEnd(1)],
  faults: [],
};
/** The victim comes after a holder that died, so a request waits. */
const afterDeadHolder: Company = {
  name: 'after a dead holder',
  others: otherDeliveries,
  script: [untilFlush(2, 1), toEnd(3), toEnd(2), toEnd(1)],
  faults: [diesAt('SpreadsheetApp.flush')],
};

/** The victim's call fails while it holds the lock; while it puts its request away, another one commits. */
const overtaken: Company = {
  name: 'overtaken while it spills',
  others: otherDeliveries.slice(0, 1),
  script: [{ execution: 1, until: { name: 'Properties.setProperty', nth: 1 } }, toEnd(2), toEnd(1)],
  faults: [],
};
/** After a sweep's first look one is answered; another commits, lets a third wait, dies. A sweep that has rows to render takes no look. */
const overtakenSweep: Company = {
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
const afterSort: Company = {
  name: 'after a person sorted',
  others: [
    ...otherDeliveries,
    { kind: 'user', functionName: 'userSorts', args: ['Agora', 5] },
    ...agentStatus.map((kind) => deliveryOf(kind, 1, 90_000)),
  ],
  script: [toEnd(2), toEnd(3), toEnd(4), toEnd(5), toEnd(1)],
  faults: [],
};

/** The victim has written its own and would go on with an agent who has changed again; then a person puts the rows in another order. */
const sortedBetween: Company = {
  name: 'a person sorts between two rounds',
  others: [
    ...otherDeliveries,
    { kind: 'user', functionName: 'userFreely', args: ['userSorts', 'Agora', 5] },
    ...agentStatus.map((kind) => deliveryOf(kind, 1, 90_000)),
  ],
  script: [toEnd(2), toEnd(3), untilFlush(1, 1), toEnd(5), untilLook(1, 2), toEnd(4), toEnd(1)],
  faults: [],
};

/** What is harmed at each of its calls, in which company. */
export interface Victim {
  readonly name: string;
  readonly task: Task;
  readonly companies: readonly Company[];
  /** What the run begins on, unless it is new tabs. */
  readonly start?: Scenario['start'];
}

const richKinds: ReadonlySet<string> = new Set([
  'huggy.agentChangedStatus',
  'huggy.closedChat',
  'evolvy.message_created',
  'treble.conversation_closed',
  'plug.finishAttendance',
  'weni.ticketer.open',
]);

function companiesOf({ name }: EventKind): readonly Company[] {
  const rich = [besideHolder, besideSpiller, withWaiting, overtaken];
  const sorted = name === 'huggy.agentChangedStatus' ? [afterSort, sortedBetween] : [];
  return [alone, ...(richKinds.has(name) ? rich : []), ...sorted];
}

/** Four agents at once: more rows than the nearly full grids of two tabs have left. */
const fourAgents: Delivery = {
  kind: 'delivery',
  name: 'huggy.four agents',
  vendor: 'huggy',
  webhook: 'main',
  body: JSON.stringify({
    time: Math.floor(happening.atMs / 1000),
    messages: {
      agentChangedStatus: [1, 2, 3, 4].map((id) => ({ id, name: `Agente ${id}`, isOnline: true })),
    },
    token: 'simulated-token',
  }),
};

/** Every kind of event alone, the rich ones of each platform in every company, long bodies, growing grids, and the sweep. */
export const victims: readonly Victim[] = [
  ...eventKinds.map((kind) => ({
    name: kind.name,
    task: deliveryOf(kind, 0),
    companies: companiesOf(kind),
  })),
  { name: 'huggy.long', task: longDelivery, companies: [alone, besideHolder, besideSpiller] },
  { name: 'full grids', task: fourAgents, companies: [alone, besideHolder], start: 'full' },
  { name: 'sweep', task: { kind: 'sweep' }, companies: [afterDeadHolder] },
  { name: 'settled sweep', task: { kind: 'sweep' }, companies: [overtakenSweep], start: 'settled' },
];

/**
 * Every crash point of a victim: unharmed, then each harm at each of its calls, as many as it makes when nothing goes wrong;
 * in every company, or in the one that is named.
 */
export async function listCrashPoints(
  world: World,
  victim: Victim,
  company?: string,
): Promise<readonly CrashPoint[]> {
  const lists: (readonly CrashPoint[])[] = [];
  for (const one of victim.companies) {
    if (company === undefined || one.name === company)
      lists.push(await listInCompany(world, victim, one));
  }
  return lists.flat();
}

async function listInCompany(
  world: World,
  victim: Victim,
  company: Company,
): Promise<readonly CrashPoint[]> {
  const whole = makePoint(victim, company, []);
  const { steps, numberOf } = await runCrashPoint(world, whole);
  const calls = steps.filter(
    ({ call, execution }) => call !== null && numberOf(execution.id) === 1,
  );
  const harmed = calls.flatMap((_call, index) =>
    harms.map((trouble) =>
      makePoint(victim, company, [{ execution: 1, at: 'any', nth: index + 1, trouble }]),
    ),
  );
  return [whole, ...harmed];
}

function makePoint(victim: Victim, company: Company, harm: readonly PlannedFault[]): CrashPoint {
  const [blow] = harm;
  const fate =
    blow === undefined ? 'unharmed' : `call ${blow.nth} ${describeTrouble(blow.trouble)}`;
  const name = `${victim.name} ${company.name}: ${fate}`;
  const tasks: readonly Task[] = [victim.task, ...company.others];
  const executions: readonly PlannedExecution[] = tasks.map((task, index) => ({
    number: index + 1,
    task,
  }));
  const faults = [...company.faults, ...harm];
  const scenario = { seed: name, executions, faults, orderSeed: name, stickiness: 1, paceMs: 7 };
  return {
    name,
    scenario: { ...scenario, start: victim.start ?? 'fresh' },
    script: company.script,
  };
}

/** Runs one crash point, lets everything come to rest and checks. */
export function runCrashPoint(world: World, { scenario, script }: CrashPoint): Promise<RunResult> {
  return runScenario(world, scenario, (numberOf) => createScriptedOrder(script, numberOf));
}
