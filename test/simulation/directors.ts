import { createRandom } from '../../src/twin/runtime/random';
import { describeTrouble, type PlannedFault, type Trouble } from './faults';
import type { Director, Disturbance, Place } from './stepping';

/** What a trouble may do to the twin besides answering a call wrongly. */
export interface Levers {
  forgetCaches(): void;
  moveClock(durationMs: number): void;
  /** The execution's next `setProperties` breaks off after so many keys. */
  breakWrite(executionId: string, keys: number, dies: boolean): void;
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
  const counts = new Map<string, number>();
  const count = (key: string): number => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return next;
  };
  return (place: Place): Disturbance | undefined => {
    const execution = numberOf(place.execution.id);
    if (execution === null) return undefined;
    const byName = count(`${execution} ${place.name}`);
    const byNumber = place.call === null ? 0 : count(`${execution} any`);
    const planned = faults.find(
      (fault) =>
        fault.execution === execution &&
        ((fault.at === place.name && fault.nth === byName) ||
          (fault.at === 'any' && fault.nth === byNumber)),
    );
    return planned && apply(planned.trouble, place, levers);
  };
}

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
      const same = ready.findIndex(({ execution }) => execution.id === last);
      const stays = same >= 0 && random.next() < stickiness;
      const index = stays ? same : random.below(ready.length);
      last = ready[index]?.execution.id ?? '';
      return index;
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
