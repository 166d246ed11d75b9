import { answerTexts } from '../../src/intake/door/answer-texts';
import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import type { RunEnd } from '../../src/twin/runtime/run';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { readWebOutput } from '../../src/twin/web/web-answer';
import { createDisturber, createDrawnOrder, type Levers, type NumberOf } from './directors';
import { checkRun } from './check';
import { quietDown } from './quiet';
import { startMs, type PlannedExecution, type Scenario } from './scenario';
import { createStepping, type Director, type Step } from './stepping';
import { eventOf, setUp, twinBasics, type World } from './world';

/** A delivery and what became of it, as its sender knows. */
export interface Sent {
  readonly planned: PlannedExecution;
  /** Instants at which it was seen: the time of receipt is one of them, and nobody else's. */
  readonly seenAtMs: ReadonlySet<number>;
  /** `accepted`: the sender was told that the request is kept. `unknown`: it was told nothing, or of a fault. */
  readonly fate: 'accepted' | 'refused' | 'unknown';
}

/** What a run came to. */
export interface RunResult {
  /** One line for each promise that was broken; none when all was well. */
  readonly violations: readonly string[];
  readonly steps: readonly Step[];
  readonly numberOf: NumberOf;
}

/** Order of the executions, when it is not drawn from the scenario's seed. */
export type MakeOrder = (numberOf: NumberOf) => Pick<Director, 'choose' | 'stepMs'>;

/** A run hangs that makes no step during so many looks. A machine that stands still looks less often, too. */
const looksBeforeStuck = 600;
const lookEveryMs = 100;

/** Runs a scenario, lets everything come to rest, and checks what is in the spreadsheet. */
export async function runScenario(
  world: World,
  scenario: Scenario,
  makeOrder?: MakeOrder,
): Promise<RunResult> {
  const clock = createVirtualClock(startMs);
  const numbers = new Map<string, number>();
  const numberOf: NumberOf = (id) => numbers.get(id) ?? null;
  const order = makeOrder?.(numberOf) ?? createDrawnOrder(scenario);
  const broken: { current: BrokenWrite | null } = { current: null };
  const levers = makeLevers(clock, () => twin, broken);
  const disturb = createDisturber({ faults: scenario.faults, numberOf, levers });
  const stepping = createStepping({ ...order, disturb });
  const storage = await world.copy(scenario.start);
  const twin: Twin = startTwin({
    ...twinBasics(world),
    storage,
    clock,
    seed: scenario.seed,
    seam: stepping,
    services: { properties: { beforeEachWrite: (id) => breakOff(broken, id, twin) } },
  });
  try {
    const ends = startAll(twin, scenario.executions, numbers);
    const sent = await whileGoingOn(stepping.steps, collect(ends, stepping.steps, numberOf));
    const late = isUndisturbed(scenario, clock) ? whatIsLeft(twin) : [];
    await whileGoingOn(stepping.steps, quietDown(twin, clock));
    // What a person took apart last, and no event has touched since, is put together as by Começar.
    if (scenario.executions.some(({ task }) => task.kind === 'user')) await setUp(twin);
    const violations = [...late, ...checkRun({ twin, sent })];
    return { violations, steps: stepping.steps, numberOf };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { violations: [`the run broke off: ${text}`], steps: stepping.steps, numberOf };
  } finally {
    await twin.stop();
  }
}

/** How long holders look again after releasing the lock. */
const holderTimeMs = 4000;

/** Only deliveries, nothing goes wrong, and all within a holder's time: then no request may be left to the sweep. */
function isUndisturbed({ executions, faults }: Scenario, clock: VirtualClock): boolean {
  const isPlain = executions.every(({ task }) => task.kind === 'delivery');
  return isPlain && faults.length === 0 && clock.now() - startMs < holderTimeMs;
}

function whatIsLeft(twin: Twin): readonly string[] {
  return [...twin.services.properties.entries('script')]
    .filter(([key, value]) => /^q\..*\.h$/.test(key) && value !== '')
    .map(([key]) => `left to the sweep: ${key}`);
}

interface BrokenWrite {
  readonly executionId: string;
  keysLeft: number;
  readonly dies: boolean;
}

function makeLevers(
  clock: VirtualClock,
  twin: () => Twin,
  broken: { current: BrokenWrite | null },
): Levers {
  return {
    forgetCaches: () => twin().services.cache.forgetAll(),
    moveClock: (durationMs) => clock.moveTo(clock.now() + durationMs),
    breakWrite: (executionId, keysLeft, dies) => {
      broken.current = { executionId, keysLeft, dies };
    },
  };
}

function breakOff(broken: { current: BrokenWrite | null }, executionId: string, twin: Twin): void {
  const write = broken.current;
  if (write?.executionId !== executionId) return;
  if (write.keysLeft > 0) {
    write.keysLeft -= 1;
    return;
  }
  broken.current = null;
  if (write.dies) twin.kill(executionId);
  throw new Error('Service error: PropertiesService.Properties.setProperties');
}

interface Started {
  readonly planned: PlannedExecution;
  readonly done: Promise<RunEnd>;
}

function startAll(
  twin: Twin,
  executions: readonly PlannedExecution[],
  numbers: Map<string, number>,
): readonly Started[] {
  return executions.map((planned) => {
    const { info, done } = startOne(twin, planned);
    numbers.set(info.id, planned.number);
    return { planned, done };
  });
}

function startOne(twin: Twin, { task }: PlannedExecution): ReturnType<Twin['start']> {
  if (task.kind === 'delivery') return twin.start('doPost', [eventOf(task)], 'webApp');
  if (task.kind === 'sweep') return twin.start('sweep_', [], 'trigger');
  return twin.start(task.functionName, task.args, 'menu');
}

async function collect(
  started: readonly Started[],
  steps: readonly Step[],
  numberOf: NumberOf,
): Promise<readonly Sent[]> {
  const ends = await Promise.all(started.map(({ done }) => done));
  const seen = new Map<number | null, Set<number>>();
  for (const { execution, atMs } of steps) {
    const number = numberOf(execution.id);
    seen.set(number, (seen.get(number) ?? new Set()).add(atMs));
  }
  return started.flatMap(({ planned }, index) => {
    const end = ends[index];
    if (planned.task.kind !== 'delivery' || end === undefined) return [];
    return [{ planned, seenAtMs: seen.get(planned.number) ?? new Set(), fate: fateOf(end) }];
  });
}

function fateOf(end: RunEnd): Sent['fate'] {
  const output = readWebOutput(end);
  if (output.kind === 'page') return 'unknown';
  if (output.text.includes(answerTexts.fault)) return 'unknown';
  return output.text.includes(answerTexts.refused) ? 'refused' : 'accepted';
}

async function whileGoingOn<T>(steps: readonly Step[], work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let seen = steps.length;
  let looks = 0;
  const stuck = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      looks = steps.length === seen ? looks + 1 : 0;
      seen = steps.length;
      if (looks >= looksBeforeStuck) reject(new Error('nothing goes on any more'));
    }, lookEveryMs);
  });
  try {
    return await Promise.race([work, stuck]);
  } finally {
    clearInterval(timer);
  }
}
