import { acceptance } from '../chapters';
import { ownToken, strangeToken } from '../event-kinds';
import { readJournal, readTab } from '../read-tabs';
import { storedConnections } from '../stored';
import { statusOf, unknownDelivery } from './deliveries';
import { unless, type Check, type Stage } from './stage';

const agents = ({ twin }: Stage): number => readTab(twin.workbook, 'agentsNow').length;
const statuses = ({ twin }: Stage): string =>
  readJournal(twin.workbook)
    .map(({ status }) => status)
    .join();

const strange = (entity: number): ReturnType<typeof statusOf> => {
  const own = statusOf(entity);
  return { ...own, body: own.body.replace(ownToken, strangeToken) };
};

export const ownerChecks: readonly Check[] = [
  {
    name: 'a token that is accepted lets in what was held for it',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.post(strange(2));
      await stage.sweep();
      const held = statuses(stage);
      if (acceptance.kind === 'owner') await stage.user('userAsks', ...acceptance.args);
      await stage.post(strange(0));
      await stage.sweep();
      return [
        ...unless(held === 'escrito,retido', `before it was accepted: ${held}`),
        ...unless(agents(stage) === 3, `${agents(stage)} agents instead of 3`),
        ...stage.violations(),
      ];
    },
  },
  {
    name: 'a secret that is changed by the owner holds until the old ones are ended',
    start: 'fresh',
    run: async (stage) => {
      const secretAt = (index: number): string =>
        storedConnections(stage.twin).find(({ id }) => id === 'huggy')?.secrets[index] ?? '';
      const post = (secret: string, entity: number): Promise<string> =>
        stage.post(statusOf(entity), `k=huggy.${secret}&w=main`);
      const first = secretAt(0);
      await stage.user('userAsks', 'changeSecret', 'huggy');
      const second = secretAt(0);
      await post(first, 0);
      await post(second, 1);
      const both = agents(stage);
      await stage.user('userAsks', 'dropOldSecrets', 'huggy');
      await post(first, 2);
      await post(second, 1);
      return [
        ...unless(both === 2, `${both} of two addresses were let in`),
        ...unless(agents(stage) === 2, 'the old address is let in after its end'),
        ...unless(readJournal(stage.twin.workbook).length === 3, 'the new address was refused'),
      ];
    },
  },
  {
    name: 'older code only journals, and the newer one writes what waited',
    start: 'settled',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.sweep();
      await stage.user('userPutsSetting', 'schema', 99);
      await stage.post(statusOf(2));
      await stage.post(unknownDelivery());
      await stage.sweep(11);
      const [before, told] = [agents(stage), statuses(stage)];
      const health = readTab(stage.twin.workbook, 'health').find(({ key }) => key === 'huggy');
      const counted = health?.cell('received');
      await stage.user('userPutsSetting', 'schema', 1);
      for (let count = 0; count < 2; count += 1) await stage.sweep();
      return [
        ...unless(before === 1, 'older code has written a row'),
        ...unless(told === 'escrito,recebido,não tratado', `the journal says ${told}`),
        ...unless(counted === 1, `older code has counted ${String(counted)}`),
        ...stage.violations(),
      ];
    },
  },
];
