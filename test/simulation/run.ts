import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { startTwin } from '../../src/twin/start-twin';
import { checkRun } from './check';
import { answerQuickly, comeToRest, speechesOf } from './come-to-rest';
import { createDisturber, createDrawnOrder, type Levers, type NumberOf } from './directors';
import { ownToken, strangeToken } from './event-kinds';
import { hereWhenQuiet, threadsOnly, type Ground } from './grounds';
import { playScenario } from './play';
import { listReached, type Reach } from './reached';
import { readJournal } from './read-tabs';
import { startMs, type Scenario } from './scenario';
import { hasFreeHands } from './free-hands';
import { createStepping, type Director, type Step } from './stepping';
import { changeStored } from './stored';
import { twinBasics, type World } from './world';

/** What a run came to. */
export interface RunResult {
  /** One line for each promise that was broken; none when all was well. */
  readonly violations: readonly string[];
  readonly steps: readonly Step[];
  readonly numberOf: NumberOf;
  /** What of all that may come about has come about. */
  readonly reached: readonly Reach[];
}

/** Order of the executions, when it is not drawn from the scenario's seed. */
export type MakeOrder = (numberOf: NumberOf) => Pick<Director, 'choose' | 'stepMs'>;

/** A run hangs that makes no step during so many looks. A machine that stands still looks less often, too. */
const looksBeforeStuck = 600;
const lookEveryMs = 100;

/**
 * Runs a scenario, lets everything come to rest, and checks what is in the spreadsheet. A scripted one takes place in this thread if its
 * executions stand one within the other, as most do; one whose order is drawn on threads, until it is quiet. All give the same steps.
 */
export async function runScenario(
  world: World,
  scenario: Scenario,
  makeOrder?: MakeOrder,
): Promise<RunResult> {
  if (breaksWrites(scenario)) return runOnThreads(world, scenario, makeOrder);
  const ground = hereWhenQuiet(world, makeOrder !== undefined);
  const result = await attempt(world, ground, { scenario, makeOrder });
  return result ?? runOnThreads(world, scenario, makeOrder);
}

/** The same, on threads whatever the order is. */
export async function runOnThreads(
  world: World,
  scenario: Scenario,
  makeOrder?: MakeOrder,
): Promise<RunResult> {
  const result = await attempt(world, threadsOnly(world), { scenario, makeOrder });
  if (result === null) throw new Error('Threads cannot be entangled.');
  return result;
}

interface Plan {
  readonly scenario: Scenario;
  readonly makeOrder: MakeOrder | undefined;
}

/** Null when the executions were entangled. */
async function attempt(
  world: World,
  { pool, entangled, setQuiet }: Ground,
  { scenario, makeOrder }: Plan,
): Promise<RunResult | null> {
  const clock = createVirtualClock(startMs);
  const numbers = new Map<string, number>();
  const numberOf: NumberOf = (id) => numbers.get(id) ?? null;
  const order = makeOrder?.(numberOf) ?? createDrawnOrder(scenario);
  const broken: { current: BrokenWrite | null } = { current: null };
  const google = { refusesProperties: false };
  const levers = {
    ...makeLevers(clock, () => twin, broken),
    refusesProperties: () => google.refusesProperties,
  };
  const disturb = createDisturber({ faults: scenario.faults, numberOf, levers });
  const stepping = createStepping({ ...order, disturb });
  const storage = await world.copy(scenario.start);
  const twin: Twin = startTwin({
    ...twinBasics({ code: world.code, threads: pool }),
    storage,
    clock,
    seed: scenario.seed,
    seam: stepping,
    services: breaksWrites(scenario)
      ? { properties: { beforeEachWrite: (id) => breakOff(broken, id, twin) } }
      : {},
  });
  twin.session.onEvent((event) => answerQuickly(twin, event));
  const { steps } = stepping;
  const earlier = scenario.start === 'old' ? readJournal(twin.workbook) : [];
  pinToken(twin, scenario);
  const finish = async (): Promise<RunResult> => {
    const sent = await playScenario({ twin, clock, steps, numbers, google }, scenario);
    const late = isUndisturbed(scenario, clock) ? whatIsLeft(twin) : [];
    await comeToRest({ twin, clock, scenario, steps, numbers, setQuiet });
    const about = { speeches: speechesOf(scenario), hasFreeHands: hasFreeHands(scenario) };
    const finished = { twin, sent, earlier, ...about };
    const violations = [...late, ...checkRun(finished)];
    const reached = listReached({ ...finished, steps, scenario, numberOf });
    return { violations, steps, numberOf, reached };
  };
  try {
    return await whileGoingOn(steps, Promise.race([finish(), entangled.then(() => null)]));
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { violations: [`the run broke off: ${text}`], steps, numberOf, reached: [] };
  } finally {
    await twin.stop();
  }
}

/** Where strangers send, too, the first token has come long ago. */
function pinToken(twin: Twin, { executions }: Scenario): void {
  const areStrange = executions.some(
    ({ task }) => task.kind === 'delivery' && task.body.includes(strangeToken),
  );
  if (areStrange) changeStored(twin, 'connection.huggy', { tokens: [ownToken] });
}

/** How long holders look again after releasing the lock. */
const holderTimeMs = 4000;

/** Only deliveries, nothing goes wrong, and all within a holder's time: then no request may be left to the sweep. */
function isUndisturbed({ executions, faults }: Scenario, clock: VirtualClock): boolean {
  const isPlain = executions.every(({ task }) => task.kind === 'delivery');
  return isPlain && faults.length === 0 && clock.now() - startMs < holderTimeMs;
}

/** The journal has what the hidden tab says is done, whose keys may stand a while longer. */
function whatIsLeft(twin: Twin): readonly string[] {
  const done = new Set(readDoneIds(twin));
  return [...twin.services.properties.entries('script')]
    .filter(([key, value]) => /^q\..*\.h$/.test(key) && value !== '')
    .filter(([key]) => !done.has(key.slice(2, -2)))
    .map(([key]) => `left to the sweep: ${key}`);
}

function readDoneIds({ workbook }: Twin): readonly string[] {
  const hidden = workbook.sheets.find(({ title }) => title === 'Ajustes');
  const [, ...ids] = String(hidden?.cell(8, 2)?.value ?? '').split(' ');
  return ids;
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
): Omit<Levers, 'refusesProperties'> {
  return {
    forgetCaches: () => twin().services.cache.forgetAll(),
    moveClock: (durationMs) => clock.moveTo(clock.now() + durationMs),
    breakWrite: (executionId, keysLeft, dies) => {
      broken.current = { executionId, keysLeft, dies };
    },
  };
}

/** Only then are properties written one by one, for which a call waits. */
const breaksWrites = ({ faults }: Scenario): boolean =>
  faults.some(({ trouble }) => trouble.kind === 'partial');

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
