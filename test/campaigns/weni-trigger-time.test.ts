import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Seam } from '../../src/twin/runtime/seam';
import { sweepStateFrom } from '../../src/settings/sweep-state';
import { readWeniSettings } from '../../src/settings/weni';
import { goodToken } from '../support/strict-weni/workspace';
import { countedBy, differenceOf, usedSince, type Used } from '../support/counted-budget';
import { createPricedTime } from '../support/priced-time';
import { startWithWeni, type PlantaoWithWeni } from '../support/plantao-with-weni';

const seed = 'trigger time';

/** Prices every call, and adds up how long runs of the trigger take. */
function makeSeam(): Seam & { triggerMs: number; time: ReturnType<typeof createPricedTime> } {
  const time = createPricedTime(seed);
  const nowMs = (): number => time.clock?.now() ?? 0;
  const entered = new Map<string, number>();
  const seam = {
    time,
    triggerMs: 0,
    afterCall: time.charge,
    beforeCall: ({ execution }: Parameters<NonNullable<Seam['beforeCall']>>[0]): undefined => {
      if (execution.functionName === 'sweep_' && !entered.has(execution.id))
        entered.set(execution.id, nowMs());
    },
    afterEnd: ({ id }: Parameters<NonNullable<Seam['afterEnd']>>[0]): void => {
      seam.triggerMs += nowMs() - (entered.get(id) ?? nowMs());
      entered.delete(id);
    },
  };
  return seam;
}

describe('contacts that the trigger sends to Weni', () => {
  const seam = makeSeam();
  let desk: PlantaoWithWeni;
  const truth = (): Used => ({
    operations: desk.plantao.twin.services.properties.quota.spentEver,
    triggerMs: seam.triggerMs,
  });
  const send = (from: number): Promise<unknown> => {
    const people = Array.from({ length: 40 }, (_one, index) => ({
      id: String(from + index),
      name: `Pessoa ${from + index}`,
      phone: `+55119${String(70_000_000 + from + index)}`,
    }));
    return desk.plantao.post('generic', people, { webhook: 'contacts' });
  };
  beforeAll(async () => {
    desk = await startWithWeni({ seam, seed });
    seam.time.clock = desk.plantao.twin.clock;
    const groups = [{ name: 'Clientes', connectionId: '' }];
    const settings = { ...readWeniSettings(undefined), isOn: true, edition: 1, groups };
    desk.plantao.twin.services.properties.write('script', [
      ['weni', JSON.stringify(settings)],
      ['token.weni', goodToken],
    ]);
    await send(0);
    await desk.minutes(3);
  });
  afterAll(() => desk.stop());

  it('take time of the trigger, and operations, that the account of the day holds, within 2 %', async () => {
    await send(100);
    await desk.minutes();
    const before = [countedBy(desk.plantao.twin), truth()] as const;
    for (let from = 200; from < 700; from += 100) {
      await send(from);
      await desk.minutes(2);
    }
    await send(700);
    await desk.minutes();
    const counted = usedSince(before[0], countedBy(desk.plantao.twin));
    const spent = usedSince(before[1], truth());
    expect(desk.workspace.contacts.length).toBeGreaterThan(200);
    expect(spent.triggerMs).toBeGreaterThan(30_000);
    expect(differenceOf(counted.triggerMs, spent.triggerMs)).toBeLessThanOrEqual(0.02);
    expect(differenceOf(counted.operations, spent.operations)).toBeLessThanOrEqual(0.02);
  });

  it('rest while the sweep rests', async () => {
    const { properties } = desk.plantao.twin.services;
    const state = sweepStateFrom(Object.fromEntries(properties.entries('script')));
    const budget = { ...state.budget, everyMs: 10 * 60_000 };
    properties.write('script', [['sweep', JSON.stringify({ ...state, budget })]]);
    desk.newCalls();
    await send(800);
    await desk.minutes(8);
    expect(desk.newCalls()).toEqual([]);
    await desk.minutes(4);
    expect(desk.newCalls().length).toBeGreaterThan(0);
  });
});
