import type { VirtualClock } from '../../src/twin/runtime/clock';
import type { Fault, Seam, ServiceCall } from '../../src/twin/runtime/seam';

/** A moment at which a run dies: before or after the effect of one of its calls. */
export interface Moment {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** Who kills the next run of a function, and whether it got so far. */
export interface Reaper {
  readonly seam: Seam;
  await(moment: Moment): void;
  /** Whether it has killed one since; nobody is killed from now on. */
  rest(): boolean;
}

/** @param functionName the trigger's, unless told */
export function makeReaper(functionName = 'sweep_'): Reaper {
  let [moment, seen, died]: [Moment | null, number, boolean] = [null, 0, false];
  const fate = ({ execution }: ServiceCall): Fault | undefined => {
    if (execution.functionName !== functionName || moment === null || died) return undefined;
    const isNow = seen === moment.call;
    seen += 1;
    if (!isNow) return undefined;
    died = true;
    return { kind: 'kill', when: moment.when };
  };
  return {
    seam: { beforeCall: fate },
    await: (next) => {
      [moment, seen, died] = [next, 0, false];
    },
    rest: () => {
      moment = null;
      return died;
    },
  };
}

/** Something that runs once a minute, and its clock. */
interface Minutely {
  readonly clock: VirtualClock;
  minutes(): Promise<void>;
}

/** Which calls are the last ones of their runs. */
interface Deaths {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Runs die at one of their calls after the other; gives how many did. */
export async function letDie(
  reaper: Reaper,
  desk: Minutely,
  { from, to, step }: Deaths,
): Promise<number> {
  let deaths = 0;
  for (let call = from; call < to; call += step) {
    reaper.await({ call, when: call % 2 === 0 ? 'before' : 'after' });
    await desk.minutes().catch(() => undefined);
    deaths += reaper.rest() ? 1 : 0;
    // Longer than the lease of a run that died.
    desk.clock.moveTo(desk.clock.now() + 130_000);
  }
  return deaths;
}
