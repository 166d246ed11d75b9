import { parseObject } from '../../../src/events/decode-record';
import { readTab } from '../read-tabs';
import { statusOf } from './deliveries';
import { unless, type Check, type Stage } from './stage';

const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  parseObject(JSON.stringify(value));

/** What the sweep has noted. */
function notedBy({ property }: Stage): Readonly<Record<string, unknown>> {
  const budget = objectIn(parseObject(property('sweep'))['budget']);
  return objectIn(objectIn(budget['usage'])['fromFirst']);
}

const spentIn = ({ twin }: Stage): number => twin.services.properties.quota.spentEver;
const countedIn = (stage: Stage): number => Number(notedBy(stage)['operations']);

/** As if so many operations had been made today. */
function useUp({ property, setProperty }: Stage, operations: number): void {
  const state = parseObject(property('sweep'));
  const budget = objectIn(state['budget']);
  const usage = objectIn(budget['usage']);
  const fromFirst = { ...objectIn(usage['fromFirst']), operations };
  const used = { ...state, budget: { ...budget, usage: { ...usage, fromFirst } } };
  setProperty('sweep', JSON.stringify(used));
}

const stranger = `k=huggy.${'x'.repeat(32)}&w=main`;
const reads = ({ calls }: Stage): number =>
  calls.filter((call) => call === 'Properties.getProperties').length;

export const budgetChecks: readonly Check[] = [
  {
    name: 'the operations of a day are counted, by whomever they were made',
    start: 'settled',
    run: async (stage) => {
      await stage.sweep(11);
      const [spent, counted] = [spentIn(stage), countedIn(stage)];
      for (let turn = 0; turn < 10; turn += 1) {
        await stage.whileLocked(async () => {
          for (let entity = 0; entity < 3; entity += 1) await stage.post(statusOf(entity, turn));
        });
        await stage.post(statusOf(3, turn));
        await stage.post(statusOf(4, turn), stranger);
        await stage.sweep();
      }
      // Each sweep deletes some keys of what waited; the last one notes what came before.
      for (let count = 0; count < 22; count += 1) await stage.sweep();
      const [really, told] = [spentIn(stage) - spent, countedIn(stage) - counted];
      return [
        ...unless(really > 150, `only ${really} operations were made`),
        ...unless(Math.abs(told / really - 1) <= 0.02, `${told} of ${really} were counted`),
        ...stage.violations(),
      ];
    },
  },
  {
    name: 'near the limit of a day the sweep rests, and tells why',
    start: 'settled',
    run: async (stage) => {
      await stage.sweep(11);
      useUp(stage, 45_000);
      await stage.post(statusOf(0, 1));
      await stage.sweep(11);
      await stage.post(statusOf(0, 2));
      const before = reads(stage);
      for (let count = 0; count < 8; count += 1) await stage.sweep();
      const asked = reads(stage) - before;
      const alarm = readTab(stage.twin.workbook, 'health')
        .map(({ cell }) => String(cell('alarm') ?? ''))
        .join(' ');
      for (let count = 0; count < 3; count += 1) await stage.sweep(11);
      return [
        ...unless(asked === 0, `it asked ${asked} times while it should rest`),
        ...unless(/Perto do limite/.test(alarm), `Saúde does not tell why: ${alarm}`),
        ...stage.violations(),
      ];
    },
  },
];
