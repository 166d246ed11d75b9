import { parseObject } from '../../../src/events/decode-record';
import { readWebOutput } from '../../../src/twin/web/web-answer';
import { createVirtualClock, type VirtualClock } from '../../../src/twin/runtime/clock';
import type { Fault, Seam } from '../../../src/twin/runtime/seam';
import type { Twin } from '../../../src/twin/runtime/twin';
import { startTwin } from '../../../src/twin/start-twin';
import { buildWebEvent } from '../../../src/twin/web/web-request';
import { answerTexts } from '../../../src/intake/door/answer-texts';
import { checkRun } from '../check';
import type { Sent } from '../oracle/check-journal';
import { startMs, type Delivery, type Start } from '../scenario';
import { twinBasics, type World } from '../world';

/** A spreadsheet of its own, in which one thing is done after the other. */
export interface Stage {
  readonly twin: Twin;
  readonly clock: VirtualClock;
  /** Delivers, a moment later than what went before; gives the text of the answer. `query` in the place of the sample's address. */
  post(delivery: Delivery, query?: string): Promise<string>;
  /** Runs the sweep after so many minutes. */
  sweep(minutes?: number): Promise<void>;
  /** What a person does, by the names of `user-functions.ts`. */
  user(functionName: string, ...args: readonly unknown[]): Promise<void>;
  /** Somebody else has the lock while this is done. */
  whileLocked(work: () => Promise<void>): Promise<void>;
  /** Lets the next such calls of whichever execution go wrong. */
  harm(harm: Harm): void;
  /** Nothing goes wrong any more. */
  calm(): void;
  /** Every call so far, by `Class.method`. */
  readonly calls: readonly string[];
  property(key: string): string | undefined;
  /** Sets a property, or removes it; what the cache knows is forgotten. */
  setProperty(key: string, value: string | null): void;
  /** Every promise that is broken now, as after a run. */
  violations(): readonly string[];
}

/** What goes wrong: the call by `Class.method`, after so many of them that go well, so many times. */
interface Harm {
  readonly at: string;
  readonly fault: Fault;
  /** Only calls in whose arguments, as JSON, this stands. */
  readonly touching?: string;
  readonly after?: number;
  readonly times?: number;
}

/** What a check looks at; each finding is a promise that was broken. */
export interface Check {
  readonly name: string;
  readonly start: Start;
  run(stage: Stage): Promise<readonly string[]>;
}

/** The text when it is not so. */
export const unless = (isSo: boolean, text: string): readonly string[] => (isSo ? [] : [text]);

/** Pauses writing as the menu does, or goes on. */
export function pause({ property, setProperty }: Stage, isPaused: boolean): void {
  const stored = parseObject(property('settings'));
  setProperty('settings', JSON.stringify({ ...stored, isPaused }));
}

/** Runs a check on a spreadsheet of its own. */
export async function runCheck(
  world: World,
  { start, run, name }: Check,
): Promise<readonly string[]> {
  const clock = createVirtualClock(startMs);
  const harms: Harm[] = [];
  const calls: string[] = [];
  const storage = await world.copy(start);
  const twin = startTwin({
    ...twinBasics(world),
    storage,
    clock,
    seed: name,
    seam: makeSeam(harms, calls),
  });
  try {
    return await run(makeStage(twin, clock, { harms, calls }));
  } catch (error) {
    return [`the check broke off: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await twin.stop();
  }
}

function makeSeam(harms: Harm[], calls: string[]): Seam {
  return {
    beforeCall: ({ className, method, args }) => {
      calls.push(`${className}.${method}`);
      const index = harms.findIndex(
        ({ at, touching = '' }) =>
          at === `${className}.${method}` && JSON.stringify(args).includes(touching),
      );
      const harm = harms[index];
      if (harm === undefined) return undefined;
      const { after = 0, times = 1 } = harm;
      if (after > 0) harms[index] = { ...harm, after: after - 1 };
      else if (times > 1) harms[index] = { ...harm, times: times - 1 };
      else harms.splice(index, 1);
      return after > 0 ? undefined : harm.fault;
    },
  };
}

const store = 'script';

/** What goes wrong, and what was called. */
interface Notes {
  readonly harms: Harm[];
  readonly calls: readonly string[];
}

function makeStage(twin: Twin, clock: VirtualClock, { harms, calls }: Notes): Stage {
  const sent: Sent[] = [];
  const { locks, cache, properties } = twin.services;
  return {
    twin,
    clock,
    calls,
    post: (delivery, query) => post({ twin, clock, sent }, delivery, query),
    sweep: async (minutes = 1) => {
      clock.moveTo(clock.now() + minutes * 60_000);
      await twin.start('sweep_', [], 'trigger').done;
    },
    user: async (functionName, ...args) => {
      await twin.start(functionName, args, 'menu').done;
    },
    whileLocked: async (work) => {
      locks.take(store, 'somebody else');
      await work();
      locks.release(store, 'somebody else');
    },
    harm: (harm) => void harms.push(harm),
    calm: () => void harms.splice(0),
    property: (key) => properties.entries(store).get(key),
    setProperty: (key, value) => {
      properties.write(store, [[key, value]]);
      cache.forgetAll();
    },
    violations: () => checkRun({ twin, sent, speeches: ['pt', 'es', 'en'] }),
  };
}

interface Post {
  readonly twin: Twin;
  readonly clock: VirtualClock;
  readonly sent: Sent[];
}

async function post(
  { twin, clock, sent }: Post,
  task: Delivery,
  query = `k=${task.vendor}.exemplo-local&w=${task.webhook}`,
): Promise<string> {
  clock.moveTo(clock.now() + 7);
  const seenAtMs = new Set([Math.floor(clock.now())]);
  const body = Buffer.from(task.body);
  const event = buildWebEvent({ method: 'POST', query, contentType: 'application/json', body });
  const output = readWebOutput(await twin.start('doPost', [event], 'webApp').done);
  const answer = output.kind === 'page' ? '' : output.text;
  if (!answer.includes(answerTexts.refused)) {
    const fate = answer === '' || answer.includes(answerTexts.fault) ? 'unknown' : 'accepted';
    const told = { number: sent.length + 1, connectionId: task.vendor, body: task.body };
    sent.push({ ...told, seenAtMs, fate, secret: 'right' });
  }
  return answer;
}
