import { readJournal, readTab } from '../read-tabs';
import { longDelivery, huggyDelivery, statusOf, unknownDelivery } from './deliveries';
import { startMs } from '../scenario';
import { pause, unless, type Check, type Stage } from './stage';

const weekMinutes = 8 * 24 * 60;
/** Such a body takes so many rows of the journal. */
const rowsOfLong = 20;
const manyRows = unknownDelivery(45_000 * (rowsOfLong - 1) + 1000);

async function postTimes(stage: Stage, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) await stage.post(manyRows);
}

const heldDelivery = huggyDelivery({
  time: startMs / 1000,
  messages: { agentChangedStatus: [{ id: 1, name: 'Agente', isOnline: true }] },
  token: 'estranho',
});

const health = ({ twin }: Stage) =>
  readTab(twin.workbook, 'health').find(({ key }) => key === 'huggy');

/** Saúde has counted so many requests, and misses none. */
function checkHealth(stage: Stage, received: number): readonly string[] {
  const row = health(stage);
  const [found, alarm] = [row?.cell('received'), String(row?.cell('alarm') ?? '')];
  return [
    ...unless(found === received, `Saúde counts ${String(found)} requests instead of ${received}`),
    ...unless(!/sumiu do Diário/.test(alarm), `Saúde misses lines: ${alarm}`),
  ];
}

/** The journal holds so many requests of each status, and no others. */
function checkStatuses({ twin }: Stage, wanted: Readonly<Record<string, number>>) {
  const found: Record<string, number> = {};
  for (const { status } of readJournal(twin.workbook)) found[status] = (found[status] ?? 0) + 1;
  const names = [...new Set([...Object.keys(found), ...Object.keys(wanted)])];
  return names.flatMap((name) =>
    unless(
      found[name] === wanted[name],
      `${found[name] ?? 0} lines are ${name} instead of ${wanted[name] ?? 0}`,
    ),
  );
}

/** Posts much that is settled around what is not: one held, one failed. */
async function fillJournal(stage: Stage): Promise<void> {
  await stage.post(statusOf(1));
  await postTimes(stage, 6);
  await stage.post(heldDelivery);
  await postTimes(stage, 3);
  await stage.post(huggyDelivery('isto não é JSON'));
  await postTimes(stage, 3);
}
const filledLines = 15;
const unsettled = { retido: 1, falhou: 1 } as const;

const isWritten = ({ twin }: Stage): readonly string[] => {
  const parts = readTab(twin.workbook, 'journal').filter(({ cell }) => cell('request') !== null);
  return parts.flatMap(({ row, cell }) =>
    unless(cell('status') === 'escrito', `journal row ${row} is ${String(cell('status'))}`),
  );
};

export const journalChecks: readonly Check[] = [
  {
    name: 'an old journal loses what is settled, and nothing else',
    start: 'fresh',
    run: async (stage) => {
      await fillJournal(stage);
      await stage.sweep();
      const young = checkStatuses(stage, { ...unsettled, escrito: 1, 'não tratado': 12 });
      stage.clock.moveTo(stage.clock.now() + weekMinutes * 60_000);
      await stage.post(statusOf(2));
      await postTimes(stage, 2);
      for (let count = 0; count < 2; count += 1) await stage.sweep();
      return [
        ...young,
        ...checkStatuses(stage, { ...unsettled, escrito: 1, 'não tratado': 2 }),
        ...checkHealth(stage, filledLines + 3),
      ];
    },
  },
  {
    name: 'the journal of a week without a sweep is counted, then trimmed',
    start: 'fresh',
    run: async (stage) => {
      await fillJournal(stage);
      await stage.sweep(weekMinutes);
      const all = checkHealth(stage, filledLines);
      await stage.sweep();
      return [...all, ...checkStatuses(stage, unsettled)];
    },
  },
  {
    name: 'a sweep that dies when rows of the journal are gone',
    start: 'fresh',
    run: async (stage) => {
      await fillJournal(stage);
      stage.harm({ at: 'Sheet.deleteRows', fault: { kind: 'kill', when: 'after' } });
      await stage.sweep(weekMinutes);
      for (let count = 0; count < 2; count += 1) await stage.sweep(11);
      return checkHealth(stage, filledLines);
    },
  },
  {
    name: 'behind an open line nothing is counted, nor trimmed',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.user('userReplacesInStates', 'Agora', '{"s":2', '{"s":99');
      await stage.post(statusOf(1, 1000));
      await postTimes(stage, 12);
      for (const minutes of [1, weekMinutes]) await stage.sweep(minutes);
      const waiting = checkStatuses(stage, { escrito: 1, pendente: 1, 'não tratado': 12 });
      const counted = checkHealth(stage, 14);
      await stage.user('userReplacesInStates', 'Agora', '{"s":99', '{"s":2');
      for (let count = 0; count < 2; count += 1) await stage.sweep(11);
      return [...waiting, ...counted, ...checkHealth(stage, 14), ...checkStatuses(stage, {})];
    },
  },
  {
    name: 'bodies of many rows are worked off whole, however the journal is sorted',
    start: 'fresh',
    run: async (stage) => {
      pause(stage, true);
      for (const [entity, length] of [100_000, 170_000, 260_000].entries())
        await stage.post(longDelivery(entity, length));
      await stage.user('userSorts', 'Diário', 10);
      pause(stage, false);
      for (let count = 0; count < 2; count += 1) await stage.sweep();
      return [...isWritten(stage), ...stage.violations()];
    },
  },
  {
    name: 'where counting begins is only a hint',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.post(huggyDelivery('isto não é JSON'));
      await stage.post(statusOf(1));
      await stage.sweep();
      await stage.user('userTypes', 'Ajustes', 'B4', 0);
      await stage.post(statusOf(2));
      await stage.sweep();
      const failures = readTab(stage.twin.workbook, 'failures').map(({ cell }) => cell('count'));
      const counts = ['written', 'repeated'].map((id) => health(stage)?.cell(id));
      return [
        ...checkHealth(stage, 4),
        ...unless(String(counts) === '2,1', `Saúde: written, repeated ${String(counts)}, not 2,1`),
        ...unless(String(failures) === '1', `Falhas counts ${String(failures)} instead of 1`),
      ];
    },
  },
  {
    name: 'no number of a deleted line is given again, and who misses it is told',
    start: 'fresh',
    run: async (stage) => {
      for (const entity of [0, 1, 2]) await stage.post(statusOf(entity));
      await stage.user('userDeletesRows', 'Diário', 3, 2);
      await stage.post(statusOf(1, 1000));
      await stage.sweep();
      const numbers = readJournal(stage.twin.workbook).map(({ number }) => number);
      const alarm = String(health(stage)?.cell('alarm') ?? '');
      return [
        ...unless(String(numbers) === '1,4', `numbers ${String(numbers)} instead of 1,4`),
        ...unless(/sumiu do Diário: 2\./.test(alarm), `Saúde does not tell of 2 lines: ${alarm}`),
      ];
    },
  },
];
