import type { VirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { textAt } from './oracle/reading';
import { journalWords } from './oracle/titles';
import { readJournal } from './read-tabs';
import type { Scenario } from './scenario';
import { freely } from './stepping';
import { readStored } from './stored';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** By which the wall clock is behind UTC. */
const zoneMs = 3 * 60 * minuteMs;
/** Two in the morning in GMT-3, and a minute. */
const nightMs = 5 * 60 * minuteMs + minuteMs;
/** As many as a night has. */
const mostSweeps = 170;

/** Whether somebody did not wait for the lock in a run. */
export const hasFreeHands = ({ executions }: Scenario): boolean =>
  executions.some(({ task }) => task.kind === 'user' && task.functionName === freely);

/** Sweeps through the next night, until the self-check is done. */
export async function checkAtNight(twin: Twin, clock: VirtualClock): Promise<void> {
  const nowMs = clock.now();
  const today = nowMs - (nowMs % dayMs) + nightMs;
  clock.moveTo(today > nowMs ? today : today + dayMs);
  for (let sweeps = 0; sweeps < mostSweeps; sweeps += 1) {
    await twin.start('sweep_', [], 'trigger').done;
    clock.moveTo(clock.now() + minuteMs);
    const state = readStored(twin, 'sweep');
    const isToday =
      Number(textAt(state, 'check.day')) === Math.floor((clock.now() - zoneMs) / dayMs);
    if (isToday && textAt(state, 'check.step') === '-1') return;
  }
  throw new Error('The self-check did not end in a night.');
}

/** What could not be written while a tab was taken apart, longer than it is tried again, the person lets be written. */
export async function replayFailures(twin: Twin): Promise<void> {
  const failed = readJournal(twin.workbook).filter(({ status }) => status === journalWords.failed);
  for (const { id } of failed) await twin.start('userAsks', ['replay', 'request', id], 'menu').done;
}

/** What the self-check has found missing and not dared to write again the person has written. */
export async function writeGaps(twin: Twin): Promise<void> {
  const { findings } = readStored(twin, 'sweep');
  const gaps: unknown =
    typeof findings === 'object' && findings !== null ? Reflect.get(findings, 'gaps') : {};
  for (const tab of Object.keys({ ...(typeof gaps === 'object' ? gaps : {}) }))
    await twin.start('userAsks', ['writeAgain', tab, '0'], 'menu').done;
}
