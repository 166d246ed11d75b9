import type { VirtualClock } from '../../src/twin/runtime/clock';
import type { UiEvent } from '../../src/twin/runtime/owner-session';
import type { Twin } from '../../src/twin/runtime/twin';
import { acceptance } from './chapters';
import { strangeToken } from './event-kinds';
import type { Speech } from './oracle/words';
import { checkAtNight, hasFreeHands, replayFailures, writeGaps } from './free-hands';
import { quietDown } from './quiet';
import { disturbedQuietSweeps, firstQuietNumber, type Scenario, type Task } from './scenario';
import type { Step } from './stepping';
import { changeStored, readStored, storedConnections } from './stored';

/** A run whose executions have all ended. */
export interface Ended {
  readonly twin: Twin;
  readonly clock: VirtualClock;
  readonly scenario: Scenario;
  readonly steps: readonly Step[];
  readonly numbers: Map<string, number>;
  /** Told when executions begin to run one after the other, and when they no longer do. */
  setQuiet(isQuiet: boolean): void;
}

const isSetting = ({ kind, ...task }: Task, name: string): boolean =>
  kind === 'user' && 'args' in task && task.args[0] === name;

/** Languages that the rows may have been rendered in. */
export function speechesOf({ executions }: Scenario): readonly Speech[] {
  const chosen = new Set(
    executions.flatMap(({ task }): readonly unknown[] =>
      task.kind === 'user' && isSetting(task, 'language') ? task.args.slice(1) : [],
    ),
  );
  const speeches: readonly Speech[] = ['pt', 'es', 'en'];
  return speeches.filter((speech) => speech === 'pt' || chosen.has(speech));
}

/** What the owner has begun is brought to its end, then sweeps run until nothing waits. */
export async function comeToRest(ended: Ended): Promise<void> {
  const { twin, clock, scenario, numbers, steps } = ended;
  changeStored(twin, 'settings', { isPaused: false, schema: 2 });
  twin.services.cache.forgetAll();
  await acceptAgain(ended);
  const isLastHarmed = scenario.faults.some(({ execution }) => execution >= firstQuietNumber);
  ended.setQuiet(true);
  await quietDown(twin, clock, {
    atLeast: isLastHarmed ? disturbedQuietSweeps + 1 : 2,
    rendersAgain: scenario.executions.some(({ task }) => isSetting(task, 'language')),
    isHarmed: (id) => steps.some(({ execution, trouble }) => execution.id === id && trouble !== ''),
    onSweep: (round, id) => {
      if (round < disturbedQuietSweeps) numbers.set(id, firstQuietNumber + round);
    },
  });
  ended.setQuiet(false);
  // What a person took apart last, and no event has touched since, is put together as by Começar.
  if (scenario.executions.some(({ task }) => task.kind === 'user')) await startAgain(twin);
  if (!hasFreeHands(scenario)) return;
  await replayFailures(twin);
  ended.setQuiet(true);
  await checkAtNight(twin, clock);
  await writeGaps(twin);
  ended.setQuiet(false);
}

/** An acceptance that was cut short is pressed again. */
async function acceptAgain({ twin, scenario }: Ended): Promise<void> {
  const isMeant = scenario.executions.some(({ task }) => task === acceptance);
  const huggy = storedConnections(twin).find(({ id }) => id === 'huggy');
  if (!isMeant || huggy?.tokens.includes(strangeToken) !== true) return;
  if (acceptance.kind === 'owner')
    await twin.start(acceptance.functionName, acceptance.args, 'menu').done;
}

/** Chooses Começar, in the language that was chosen before. */
async function startAgain(twin: Twin): Promise<void> {
  const { language } = readStored(twin, 'settings');
  await twin.start('openStart_', [], 'menu').done;
  changeStored(twin, 'settings', { language });
}

/** Closes what is told and leaves open what is asked, as somebody in a hurry. */
export function answerQuickly({ session }: Twin, event: UiEvent): void {
  if (event.type === 'prompt') session.answer(event.id, { button: 'OK', text: '' });
  if (event.type === 'alert')
    session.answer(event.id, { button: event.buttons === 'YES_NO' ? 'NO' : 'OK', text: '' });
}
