import type { Delivery } from '../scenario';
import { huggyDelivery } from './deliveries';
import { unless, type Check, type Stage } from './stage';

const minuteMs = 60_000;

/** Huggy's news of contacts from that id on. */
function contacts(stage: Stage, first: number, count: number): Delivery {
  const items = Array.from({ length: count }, (_unused, index) => ({
    id: first + index,
    name: `Contato ${first + index}`,
  }));
  const time = Math.floor(stage.clock.now() / 1000);
  return huggyDelivery({ time, messages: { createdCustomer: items }, token: 'simulated-token' });
}

/** Twice so many are enough that a search costs less than a read of their keys. */
const half = 7200;

/** How often something was called so far. */
const countCalls = ({ calls }: Stage, name: string): number =>
  calls.filter((call) => call === name).length;

export const searchChecks: readonly Check[] = [
  {
    name: 'one old row among fourteen thousand is searched for, then remembered',
    start: 'fresh',
    run: async (stage) => {
      const search = (): number => countCalls(stage, 'TextFinder.findNext');
      for (const first of [1000, 1000 + half]) {
        stage.clock.moveTo(stage.clock.now() + 16 * minuteMs);
        await stage.post(contacts(stage, first, half));
        // Of a long tab of contacts a hold leaves the rows to the sweep.
        await stage.sweep();
      }
      const old = 3003;
      const before = search();
      await stage.post(contacts(stage, old, 1));
      await stage.sweep();
      const once = search() - before;
      stage.clock.moveTo(stage.clock.now() + minuteMs);
      await stage.post(contacts(stage, old, 1));
      await stage.sweep();
      const twice = search() - before;
      await stage.user('userSorts', 'Contatos', 'Contato');
      stage.clock.moveTo(stage.clock.now() + minuteMs);
      await stage.post(contacts(stage, old, 1));
      for (let count = 0; count < 2; count += 1) await stage.sweep();
      return [
        ...unless(once === 1, `${once} searches for one old row`),
        ...unless(twice === once, 'a row is searched for again'),
        ...stage.violations(),
      ];
    },
  },
];
