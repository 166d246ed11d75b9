import { createScriptedOrder, type Directive } from './directors';
import { longBody, noise } from './bodies';
import {
  afterDeadHolder,
  afterSort,
  alone,
  besideHolder,
  besideLeaving,
  besideSpiller,
  deliveryOf,
  happening,
  overtaken,
  overtakenSweep,
  sortedBetween,
  withRowsLeft,
  withWaiting,
  type Company,
} from './companies';
import { eventKinds, type EventKind } from './event-kinds';
import { describeTrouble, harms, type PlannedFault } from './faults';
import { runScenario, type RunResult } from './run';
import type { Delivery, PlannedExecution, Scenario, Task } from './scenario';
import type { World } from './world';

/** A victim, what happens to it at one of its calls, and its company. */
export interface CrashPoint {
  readonly name: string;
  readonly scenario: Scenario;
  readonly script: readonly Directive[];
}

const longDelivery: Delivery = {
  kind: 'delivery',
  name: 'huggy.long',
  vendor: 'huggy',
  webhook: 'main',
  body: longBody(happening, noise(20_000)),
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
  const rich = [besideHolder, besideLeaving, besideSpiller, withWaiting, overtaken];
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
  {
    name: 'settled sweep',
    task: { kind: 'sweep' },
    companies: [overtakenSweep, withRowsLeft],
    start: 'settled',
  },
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
