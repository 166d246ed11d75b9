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
