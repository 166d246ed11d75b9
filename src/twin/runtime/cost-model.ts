import type { HostObject } from './host-object';
import { costTable, evaluationMsPerMb, flushCosts, startCosts, type Cost } from './cost-table';
import type { SeededRandom } from './random';

/** `sampled`: drawn log-normally, so that half lie below the median and 5 % above the p95; `median`: always the median. */
export type CostMode = 'median' | 'sampled';

/** A call as the cost model sees it. */
interface PricedCall {
  readonly className: string;
  readonly method: string;
  readonly args: readonly unknown[];
  readonly receiver: HostObject;
}

/** How an execution begins. */
export interface ScriptStart {
  readonly isCold: boolean;
  readonly scriptBytes: number;
}

/** What one execution has cost so far, in milliseconds of Google's time. */
export interface Meter {
  readonly modelMs: number;
  /** Calls that cost something, buffered ones included; a flush with nothing to write and a value that is kept cost nothing. */
  readonly serviceCalls: number;
  /** Prices the start and the evaluation of the script; gives its milliseconds. */
  start(start: ScriptStart): number;
  /** Prices a call that was answered; gives its milliseconds. */
  call(call: PricedCall, result: unknown): number;
  /** Prices the flush at the end, if anything is left to write. */
  end(): number;
}

/** z of the 95th percentile of the normal distribution. */
const z95 = 1.645;

/** Creates the meter of one execution. */
export function createMeter(mode: CostMode, random: SeededRandom): Meter {
  const draw = (cost: Cost) => (mode === 'median' ? cost.medianMs : sample(cost, random));
  let modelMs = 0;
  let serviceCalls = 0;
  const buffer = createBuffer(draw);
  const kept = new Map<HostObject, Set<string>>();
  let isOpen = false;
  const priceOf = (cost: Cost): Cost => {
    if (!cost.thereafter) return cost;
    const price = isOpen ? cost.thereafter : cost;
    isOpen = true;
    return price;
  };
  const charge = (ms: number) => {
    modelMs += ms;
    return ms;
  };
  return {
    get modelMs() {
      return modelMs;
    },
    get serviceCalls() {
      return serviceCalls;
    },
    start: ({ isCold, scriptBytes }) =>
      charge(
        draw(isCold ? startCosts.cold : startCosts.warm) +
          (scriptBytes / 1_000_000) * evaluationMsPerMb,
      ),
    call: (call, result) => {
      const cost = costTable.get(`${call.className}.${call.method}`);
      if (!cost) return 0;
      if (cost.kept && isKept(kept, call)) return 0;
      const flushMs = cost.flushes ? buffer.flush() : 0;
      if (cost.buffers) buffer.add(cost.buffers, countCells(call.args[0]));
      if (cost.buffers || call.method === 'flush') kept.clear();
      const ms = flushMs + draw(priceOf(cost)) + sizeMs(cost, call, result);
      if ((ms > 0 || cost.buffers) && !cost.isMinor) serviceCalls += 1;
      return charge(ms);
    },
    end: () => charge(buffer.flush()),
  };
}

/** A log-normal draw with the given median and 95th percentile. */
function sample({ medianMs, p95Ms }: Cost, random: SeededRandom): number {
  if (medianMs === 0) return 0;
  const sigma = Math.log(p95Ms / medianMs) / z95;
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return medianMs * Math.exp(sigma * radius * Math.cos(2 * Math.PI * random.next()));
}

function isKept(
  kept: Map<HostObject, Set<string>>,
  { receiver, method, args }: PricedCall,
): boolean {
  const names = kept.get(receiver) ?? new Set<string>();
  kept.set(receiver, names);
  const name = `${method}(${args.map(String).join()})`;
  if (names.has(name)) return true;
  names.add(name);
  return false;
}

/** What the size of the answer adds, and reading through the cells of a search. */
const sizeMs = (cost: Cost, call: PricedCall, result: unknown): number =>
  (cost.perCellMs ?? 0) * countCells(result) +
  ((cost.perThousandCharactersMs ?? 0) * countCharacters(result)) / 1000 +
  searchMs(cost, call, result);

const countCharacters = (result: unknown): number =>
  typeof result !== 'object' || result === null
    ? 0
    : Object.entries(result).reduce(
        (all, [key, value]) => all + key.length + String(value).length,
        0,
      );

/** What reading through the cells of a search adds to it. */
function searchMs(cost: Cost, { receiver }: PricedCall, result: unknown): number {
  if (cost.perSearchedCellMs === undefined || (cost.stopsAtHit && result !== null)) return 0;
  const count: unknown = '_cellCount' in receiver ? receiver._cellCount : 0;
  return typeof count === 'number' ? cost.perSearchedCellMs * count : 0;
}

function createBuffer(draw: (cost: Cost) => number) {
  const waiting = { values: false, formats: false };
  let cells = 0;
  return {
    add: (kind: 'values' | 'formats', count: number) => {
      waiting[kind] = true;
      if (kind === 'values') cells += count;
    },
    flush: (): number => {
      const { freeCells, perCellMs } = flushCosts;
      const valuesMs = waiting.values ? draw(flushCosts.values) : 0;
      const formatsMs = waiting.formats ? draw(flushCosts.formats) : 0;
      const cellsMs = Math.max(0, cells - freeCells) * perCellMs;
      waiting.values = false;
      waiting.formats = false;
      cells = 0;
      return valuesMs + formatsMs + cellsMs;
    },
  };
}

function countCells(value: unknown): number {
  if (!Array.isArray(value)) return 1;
  return value.reduce(
    (sum: number, row: unknown) => sum + (Array.isArray(row) ? row.length : 1),
    0,
  );
}
