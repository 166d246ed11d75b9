import { decodeRecord } from '../../src/events/decode-record';
import type { Fault, Seam } from '../../src/twin/runtime/seam';
import { startHands, type Hands, type Prepared } from './hands';

/** Calls at which somebody else may act in the middle of an execution, or something may go wrong. */
interface Intrusion {
  /** Global function in whose executions it happens. */
  readonly during: string;
  /** How many calls of the spreadsheet go before. */
  readonly after: number;
  /** Only calls of this method are counted; absent: all. */
  readonly method?: string;
  readonly act: () => Promise<unknown> | Fault;
}

/** The app with hands that do not wait for it: they act between any two of its calls of the spreadsheet. */
export interface IntrudedHands extends Hands {
  /** Plans the next intrusion; one that is not reached stays planned until `calls` are counted anew. */
  intrude(intrusion: Intrusion): void;
  /** Whether the planned one has happened. */
  hasIntruded(): boolean;
  /** Calls of the spreadsheet since the last intrusion was planned. */
  calls(): number;
  /** Sweeps minute by minute through the next night, until the self-check is done; gives how many sweeps it took. */
  checkTonight(): Promise<number>;
}

export async function startIntruded(prepared?: Prepared): Promise<IntrudedHands> {
  let planned: Intrusion | null = null;
  let calls = 0;
  const seam: Seam = {
    beforeCall: async ({ execution, service, method }) => {
      if (service !== 'SpreadsheetApp' || planned?.during !== execution.functionName) {
        if (service === 'SpreadsheetApp' && planned === null) calls += 1;
        return undefined;
      }
      if (planned.method !== undefined && planned.method !== method) return undefined;
      calls += 1;
      if (calls <= planned.after) return undefined;
      const { act } = planned;
      planned = null;
      const result = act();
      if ('kind' in result) return result;
      // A rejected promise here would leave the execution waiting for ever.
      await result.catch(() => undefined);
      return undefined;
    },
  };
  const hands = await startHands(prepared, { seam });
  return {
    ...hands,
    intrude: (intrusion) => {
      planned = intrusion;
      calls = 0;
    },
    hasIntruded: () => planned === null,
    calls: () => calls,
    checkTonight: () => checkTonight(hands),
  };
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Two in the morning in GMT-3, and a minute. */
const nightMs = 5 * 3_600_000 + minuteMs;
const mostSweeps = 170;

async function checkTonight(hands: Hands): Promise<number> {
  const { clock } = hands.twin;
  const nowMs = clock.now();
  const today = nowMs - (nowMs % dayMs) + nightMs;
  hands.wait((today > nowMs ? today : today + dayMs) - nowMs);
  for (let sweeps = 1; sweeps <= mostSweeps; sweeps += 1) {
    // One that was made to die is followed by the next.
    await hands.twin.run('sweep_', [], 'trigger').catch(() => undefined);
    hands.wait(minuteMs);
    const { step, day } = checkOf(hands);
    if (step === -1 && day === Math.floor((clock.now() - 3 * 3_600_000) / dayMs)) return sweeps;
  }
  throw new Error('The self-check did not end in a night.');
}

/** How far the self-check is, as the sweep remembers it. */
export function checkOf({ twin }: Hands) {
  const text = twin.services.properties.entries('script').get('sweep');
  const { check } = decodeRecord(text, { check: { step: 0, day: 0, mended: 0 } });
  return check;
}
