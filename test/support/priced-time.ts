import { isVirtualClock, type TwinClock } from '../../src/twin/runtime/clock';
import { createMeter, type Meter } from '../../src/twin/runtime/cost-model';
import { createRandom } from '../../src/twin/runtime/random';
import type { CallResult, ServiceCall } from '../../src/twin/runtime/seam';

/** What a call out takes beside Google's own part: a second, and so much more for each further one at once (docs/platform-facts.md). */
const outMs = { first: 1000, further: 150 } as const;

/** Moves a virtual clock by what each call of an execution would take at Google; starts a run at its warm price. */
export interface PricedTime {
  /** Null until there is one. */
  clock: TwinClock | null;
  charge(call: ServiceCall, result: CallResult): void;
}

export function createPricedTime(seed: string): PricedTime {
  const random = createRandom(seed);
  const meters = new Map<string, Meter>();
  const meterOf = (id: string): Meter => {
    const meter = meters.get(id) ?? createMeter('sampled', random);
    meters.set(id, meter);
    return meter;
  };
  const time: PricedTime = {
    clock: null,
    charge: (call, result) => {
      const { clock } = time;
      if (clock === null || !isVirtualClock(clock)) return;
      const ms =
        meterOf(call.execution.id).call(call, result.ok ? result.value : null) + outOf(call);
      clock.moveTo(clock.now() + Math.round(ms));
    },
  };
  return time;
}

function outOf({ method, args }: ServiceCall): number {
  if (method !== 'fetchAll') return 0;
  const [requests] = args;
  const count = Array.isArray(requests) ? requests.length : 1;
  return outMs.first + outMs.further * (count - 1);
}
