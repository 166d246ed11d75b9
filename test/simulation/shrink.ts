import { runScenario, type RunResult } from './run';
import type { Scenario } from './scenario';
import type { World } from './world';

/** A failing scenario with nothing left that could be taken out. */
export interface Shrunk {
  readonly scenario: Scenario;
  readonly result: RunResult;
}

/** A violation's first words, by which two are of one kind. */
const kindOf = (violation: string): string => violation.split(' ').slice(0, 2).join(' ');

/** Orders tried for each smaller scenario: taking something out shifts every later draw. */
const ordersPerTry = 4;

/**
 * Takes executions and troubles out of a failing scenario while it still fails, then looks for an order with fewer changes of
 * turn. Deterministic: the same scenario shrinks to the same.
 */
export async function shrink(world: World, failing: Scenario, maxRuns = 120): Promise<Shrunk> {
  let runs = 0;
  let best: Shrunk = { scenario: failing, result: await runScenario(world, failing) };
  const kinds = new Set(best.result.violations.map(kindOf));
  const tryOne = async (scenario: Scenario): Promise<boolean> => {
    if (runs >= maxRuns) return false;
    runs += 1;
    const result = await runScenario(world, scenario);
    // Another fault than the one that was found would lead astray.
    const isSame = result.violations.some((violation) => kinds.has(kindOf(violation)));
    if (isSame) best = { scenario, result };
    return isSame;
  };
  const tryOrders = async (scenario: Scenario): Promise<boolean> => {
    for (let order = 0; order < ordersPerTry; order += 1) {
      const orderSeed = order === 0 ? scenario.orderSeed : `${failing.orderSeed}/${order}`;
      if (await tryOne({ ...scenario, orderSeed })) return true;
    }
    return false;
  };
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const smaller of smallerOnes(best.scenario)) {
      if (!(await tryOrders(smaller))) continue;
      isSmaller = true;
      break;
    }
  }
  for (const stickiness of [0.99, 0.95, 0.9]) {
    if (best.scenario.stickiness >= stickiness) break;
    if (await tryOrders({ ...best.scenario, stickiness })) break;
  }
  return best;
}

/** Scenarios with something taken out: halves of the executions first, then one at a time; then troubles. */
function smallerOnes(scenario: Scenario): readonly Scenario[] {
  const { executions, faults } = scenario;
  const half = Math.ceil(executions.length / 2);
  const keep = (kept: Scenario['executions']): Scenario => {
    const numbers = new Set(kept.map(({ number }) => number));
    return {
      ...scenario,
      executions: kept,
      faults: faults.filter((f) => numbers.has(f.execution)),
    };
  };
  const halves = executions.length > 3 ? [executions.slice(half), executions.slice(0, half)] : [];
  const singles =
    executions.length > 1 ? executions.map((one) => executions.filter((e) => e !== one)) : [];
  return [
    ...halves.map(keep),
    ...singles.map(keep),
    ...faults.map((one) => ({ ...scenario, faults: faults.filter((fault) => fault !== one) })),
    ...(scenario.start === 'fresh' ? [] : [{ ...scenario, start: 'fresh' as const }]),
  ];
}
