import { createRandom, type SeededRandom } from '../../src/twin/runtime/random';
import type { Fault } from '../../src/twin/runtime/seam';
import { dayLimit, describeTrouble, type PlannedFault, type Trouble } from './faults';
import { freely, type Director, type Disturbance, type Place } from './stepping';

/** What a trouble may do to the twin besides answering a call wrongly. */
export interface Levers {
  forgetCaches(): void;
  moveClock(durationMs: number): void;
  /** The execution's next `setProperties` breaks off after so many keys. */
  breakWrite(executionId: string, keys: number, dies: boolean): void;
  /** Google refuses to write properties now. */
  refusesProperties(): boolean;
}

/** Which planned execution a run of the twin is; null for the quiet ones at the end. */
export type NumberOf = (executionId: string) => number | null;

export interface DisturberOptions {
  readonly faults: readonly PlannedFault[];
  readonly numberOf: NumberOf;
  readonly levers: Levers;
}

/** Watches the calls of each execution and gives the trouble that was planned for one of them. */
export function createDisturber({ faults, numberOf, levers }: DisturberOptions) {
  const left = new Set(faults);
  const ended = new Set<number>();
  const counts = new Map<string, number>();
  const lingers = new Map<number, number>();
  const count = (key: string): number => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return next;
  };
  /** One that its execution did not come to happens to a later one: troubles are there to happen. */
  const isMeant = (fault: PlannedFault, execution: number): boolean =>
    fault.execution === execution || (fault.execution < execution && ended.has(fault.execution));
  return (place: Place): Disturbance | undefined => {
    const execution = numberOf(place.execution.id);
    if (execution === null) return undefined;
    const byName = count(`${execution} ${place.name}`);
    const byNumber = place.call === null ? 0 : count(`${execution} any`);
    levers.moveClock(lingers.get(execution) ?? 0);
    lingers.delete(execution);
    const planned = [...left].find(
      (fault) =>
        isMeant(fault, execution) &&
        ((fault.at === place.name && fault.nth <= byName) ||
          (fault.at === 'any' && fault.nth <= byNumber)),
    );
    if (place.name === 'end') ended.add(execution);
    if (planned === undefined)
      return levers.refusesProperties() ? refuseProperties(place) : undefined;
    left.delete(planned);
    if (planned.trouble.kind === 'fault') lingers.set(execution, lateMs(planned.trouble.fault));
    return apply(planned.trouble, place, levers);
  };
}

/** Whoever is told that a write has failed goes on while it lands: the lock is still theirs. */
const lateMs = (fault: Fault): number =>
  fault.kind === 'throw' && fault.when === 'late' ? fault.delayMs : 0;

const writes: ReadonlySet<string> = new Set([
  'Properties.setProperty',
  'Properties.setProperties',
  'Properties.deleteProperty',
]);

/** How the trace tells of a write that Google refuses for a stretch. */
export const refusedProperties = 'the daily limit';

/** What Google says from some thousand operations a day on. */
const refuseProperties = ({ name }: Place): Disturbance | undefined =>
  writes.has(name)
    ? { fault: { kind: 'throw', when: 'before', message: dayLimit }, text: refusedProperties }
    : undefined;

function apply(trouble: Trouble, place: Place, levers: Levers): Disturbance {
  const text = describeTrouble(trouble);
  if (trouble.kind === 'fault') return { fault: trouble.fault, text };
  if (trouble.kind === 'forget') levers.forgetCaches();
  if (trouble.kind === 'stall') levers.moveClock(trouble.durationMs);
  if (trouble.kind === 'partial' && place.name === 'Properties.setProperties')
    levers.breakWrite(place.execution.id, trouble.keys, trouble.dies);
  return { fault: undefined, text };
}

export interface DrawnOrder {
  readonly orderSeed: string;
  readonly stickiness: number;
  readonly paceMs: number;
}

/** Who does not wait for the lock does the most harm between what somebody has read and its flush. */
const actsAtFlush = 0.85;
const actsElse = 0.02;

const isFree = ({ execution }: Place): boolean => execution.functionName === freely;

/** Those among whom the next one is drawn: a person who waits for nobody alone, or all others. */
function drawTurn(ready: readonly Place[], random: SeededRandom): readonly Place[] {
  const free = ready.filter(isFree);
  if (free.length === 0 || free.length === ready.length) return ready;
  const isDecided = ready.some((place) => place.isDecided);
  const acts = random.next() < (isDecided ? actsAtFlush : actsElse);
  return acts ? free : ready.filter((place) => !isFree(place));
}

/** Draws who goes on: the one that just went with probability `stickiness`, else anyone. */
export function createDrawnOrder({
  orderSeed,
  stickiness,
  paceMs,
}: DrawnOrder): Pick<Director, 'choose' | 'stepMs'> {
  const random = createRandom(`order/${orderSeed}`);
  let last = '';
  return {
    choose: (ready) => {
      const turn = drawTurn(ready, random);
      const same = turn.findIndex(({ execution }) => execution.id === last);
      const stays = same >= 0 && random.next() < stickiness;
      const next = turn[stays ? same : random.below(turn.length)];
      last = next?.execution.id ?? '';
      return ready.findIndex((place) => place === next);
    },
    stepMs: () => 1 + random.below(paceMs),
  };
}

/** Let an execution go on until it stands at its n-th call of that name (or to its end). */
export interface Directive {
  readonly execution: number;
  readonly until: { readonly name: string; readonly nth: number } | 'end';
}

/** Follows a script; what it does not say goes in the order of the executions' numbers. */
export function createScriptedOrder(
  script: readonly Directive[],
  numberOf: NumberOf,
): Pick<Director, 'choose' | 'stepMs'> {
  const left = [...script];
  const passed = new Map<string, number>();
  const isReached = ({ execution, until }: Directive, place: Place): boolean =>
    until !== 'end' &&
    until.name === place.name &&
    (passed.get(`${execution} ${place.name}`) ?? 0) + 1 >= until.nth;
  const choose = (ready: readonly Place[]): number => {
    for (let [next] = left; next !== undefined; [next] = left) {
      const directive = next;
      const index = ready.findIndex(
        ({ execution: { id } }) => numberOf(id) === directive.execution,
      );
      const place = ready[index];
      if (place !== undefined && !isReached(directive, place)) return index;
      left.shift();
    }
    return 0;
  };
  return {
    choose: (ready) => {
      const index = choose(ready);
      const place = ready[index];
      const key = place ? `${numberOf(place.execution.id)} ${place.name}` : '';
      passed.set(key, (passed.get(key) ?? 0) + 1);
      return index;
    },
    stepMs: () => 7,
  };
}
