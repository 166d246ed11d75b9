import { readJournal, readTab } from '../read-tabs';
import { longDelivery, statusOf } from './deliveries';
import { unless, type Check, type Stage } from './stage';

const store = 'script';
const kept = ({ twin }: Stage): readonly string[] =>
  [...twin.services.properties.entries(store).keys()].filter((key) => key.startsWith('q.'));
const headsOf = (stage: Stage): readonly string[] =>
  kept(stage).filter((key) => key.endsWith('.h'));

const lostTold = ({ twin }: Stage): number =>
  readTab(twin.workbook, 'failures').filter(({ cell }) => cell('vendor') === 'Plantão').length;

/** Posts while another one has the lock, so that it waits, and gives the key of its head. */
async function letWait(stage: Stage, entity: number, length: number): Promise<string> {
  const before = headsOf(stage);
  await stage.whileLocked(async () => void (await stage.post(longDelivery(entity, length))));
  const head = headsOf(stage).find((key) => !before.includes(key));
  if (head === undefined) throw new Error('The request did not go to the waiting room.');
  return head;
}

const refused = {
  kind: 'throw',
  when: 'before',
  message: 'Service invoked too many times for one day: properties.',
} as const;

/** More than a sweep deletes, and than a short look into the journal would find. */
const manyWaiting = 140;
const severalChunks = 30_000;

export const roomChecks: readonly Check[] = [
  {
    name: 'an incomplete request waits for its head, and is told when none comes',
    start: 'fresh',
    run: async (stage) => {
      const head = await letWait(stage, 0, severalChunks);
      const text = stage.property(head) ?? '';
      stage.setProperty(head, null);
      const whole = kept(stage).length;
      for (const minutes of [1, 2, 4]) await stage.sweep(minutes);
      const early = unless(kept(stage).length === whole, 'what may still be completed was deleted');
      stage.setProperty(head, text);
      for (let count = 0; count < 2; count += 1) await stage.sweep();
      const found = readJournal(stage.twin.workbook).length;
      const second = await letWait(stage, 1, severalChunks);
      stage.setProperty(second, null);
      for (const minutes of [1, 10, 10, 10]) await stage.sweep(minutes);
      return [
        ...early,
        ...unless(found === 1, `the journal has ${found} requests instead of the one completed`),
        ...unless(lostTold(stage) === 1, 'Falhas does not tell of the incomplete request'),
        ...unless(kept(stage).length === 0, `left in the waiting room: ${kept(stage).join(', ')}`),
      ];
    },
  },
  {
    name: 'a request that lost a chunk stops nobody, and is told',
    start: 'fresh',
    run: async (stage) => {
      const head = await letWait(stage, 0, severalChunks);
      stage.setProperty(head.replace(/h$/, '1'), 'xxxx');
      await stage.whileLocked(async () => void (await stage.post(statusOf(1))));
      await stage.sweep();
      const found = readJournal(stage.twin.workbook).map(({ status }) => status);
      for (const minutes of [1, 10, 10, 10]) await stage.sweep(minutes);
      return [
        ...unless(String(found) === 'escrito', `the journal has "${String(found)}", not the one`),
        ...unless(lostTold(stage) === 1, 'Falhas does not tell of the damaged request'),
        ...unless(kept(stage).length === 0, `left in the waiting room: ${kept(stage).join(', ')}`),
      ];
    },
  },
  {
    name: 'what a hold of many took is known, though its cell is cleared',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(0));
      await stage.whileLocked(async () => {
        for (let count = 0; count < manyWaiting; count += 1)
          await stage.post(statusOf(count, count * 1000));
      });
      await stage.sweep();
      await stage.user('userTypes', 'Ajustes', 'B8', '');
      for (let count = 0; count < 10; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'what is done is not taken again',
    start: 'fresh',
    run: async (stage) => {
      await letWait(stage, 0, severalChunks);
      // Whoever took it could not delete its keys.
      stage.harm({ at: 'Properties.deleteProperty', fault: refused, times: 9 });
      await stage.post(statusOf(1));
      stage.calm();
      // With the properties refused, this one is journaled without a word of what is done.
      stage.harm({ at: 'Properties.getProperties', fault: refused, times: 2 });
      stage.harm({ at: 'Properties.setProperty', fault: refused });
      await stage.post(statusOf(2));
      stage.calm();
      await letWait(stage, 3, severalChunks);
      // What the cell says belongs to a journal that stood at another number.
      await stage.user('userTypes', 'Ajustes', 'B8', '1 abc');
      for (let count = 0; count < 3; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'a sweep that dies as it deletes what is done',
    start: 'fresh',
    run: async (stage) => {
      await letWait(stage, 0, severalChunks);
      const fault = { kind: 'kill', when: 'after' } as const;
      stage.harm({ at: 'Properties.deleteProperty', fault });
      stage.harm({ at: 'Properties.deleteProperty', fault, after: 1 });
      for (const minutes of [1, 10, 10, 10]) await stage.sweep(minutes);
      return [
        ...unless(lostTold(stage) === 0, 'Falhas tells of a request that is in the journal'),
        ...stage.violations(),
      ];
    },
  },
];
