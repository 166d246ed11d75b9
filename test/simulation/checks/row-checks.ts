import { checkAtNight } from '../free-hands';
import { readTab, sheetOf } from '../read-tabs';
import { startMs, type Delivery } from '../scenario';
import { deliveryOf, huggyDelivery, statusOf } from './deliveries';
import { pause, unless, type Check, type Stage } from './stage';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const wallClock = (atMs: number): string =>
  new Date(atMs).toISOString().replace('T', ' ').replace('Z', '000');

/** Huggy's messages, sent at those times, heard of now. */
const messages = (heardMs: number, items: readonly (readonly [id: number, sentMs: number])[]) =>
  huggyDelivery({
    time: Math.floor(heardMs / 1000),
    messages: {
      receivedAllMessage: items.map(([id, sentMs]) => ({
        id,
        body: 'texto',
        send_at: wallClock(sentMs),
      })),
    },
    token: 'simulated-token',
  });

const plugMessage = (webhook: string, body: object): Delivery => ({
  kind: 'delivery',
  name: `plug.${webhook}`,
  vendor: 'plug',
  webhook,
  body: JSON.stringify({ messageId: 'plug-sem-hora', phone: '5511966600005', ...body }),
});

/** A few more than a hold looks at. */
const manyRows = 2020;

/** Many messages, and so much later one more, so that what came before is out of sight. */
async function postMany(stage: Stage, laterMinutes: number): Promise<void> {
  const { clock } = stage;
  clock.moveTo(clock.now() + minuteMs);
  const ids = Array.from({ length: manyRows }, (_unused, index) => 60_000 + index);
  await stage.post(
    messages(
      clock.now(),
      ids.map((id) => [id, clock.now()] as const),
    ),
  );
  clock.moveTo(clock.now() + laterMinutes * minuteMs);
  await stage.post(messages(clock.now(), [[59_999, clock.now()]]));
}

export const rowChecks: readonly Check[] = [
  {
    name: 'rows out of sight are found, by their earliest birth and with clocks apart',
    start: 'fresh',
    run: async (stage) => {
      const old = startMs - dayMs;
      await stage.post(messages(startMs, [[5001, old]]));
      await stage.post(plugMessage('sendingMessage', { type: 'DeliveryCallback' }));
      const plugClock = stage.clock.now() + 3 * minuteMs;
      await postMany(stage, 16);
      const now = stage.clock.now();
      await stage.post(
        messages(now, [
          [5001, now],
          [5001, old],
        ]),
      );
      const told = { type: 'ReceivedCallback', momment: plugClock, text: { message: 'texto' } };
      await stage.post(plugMessage('receiveMessage', told));
      for (let count = 0; count < 2; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'what comes while writing is paused is written afterwards, whenever a sweep dies',
    start: 'fresh',
    run: async (stage) => {
      for (let flush = 0; flush < 7; flush += 1) {
        pause(stage, true);
        await stage.post(statusOf(flush));
        await stage.post(deliveryOf('evolvy.message_created', flush));
        await stage.sweep();
        pause(stage, false);
        const fault = { kind: 'kill', when: 'before' } as const;
        stage.harm({ at: 'SpreadsheetApp.flush', fault, after: flush });
        await stage.sweep();
      }
      for (let count = 0; count < 4; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'tabs that were renamed are found, and deleted ones are made again',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.user('userRenamesTab', 'Agora', 'Minha mesa');
      await stage.user('userDeletesTab', 'Status dos agentes');
      await stage.post(statusOf(2));
      const titles = stage.twin.workbook.sheets.map(({ title }) => title);
      const rows = readTab(stage.twin.workbook, 'agentStatus').length;
      await stage.user('userRenamesTab', 'Minha mesa', 'Agora');
      const known = titles.includes('Minha mesa') && !titles.includes('Agora');
      return [
        ...unless(known, `sheets after the renaming: ${titles.join(', ')}`),
        ...unless(rows === 1, `${rows} rows in the tab that was made again`),
        ...unless(sheetOf(stage.twin.workbook, 'agentsNow').lastRow === 3, 'not 2 agents'),
      ];
    },
  },
  {
    name: 'a row that slipped aside leaves nothing of ours in a column of the user',
    start: 'settled',
    run: (stage) => slipBy(1, stage),
  },
  {
    name: 'a row that slipped by three columns is put back',
    start: 'settled',
    run: (stage) => slipBy(3, stage),
  },
  {
    name: 'a write that Google refuses is tried again, and the failure is solved',
    start: 'fresh',
    run: async (stage) => {
      const passing = [await refuse(stage, 1, [1]), await refuse(stage, 2, [1])];
      const lasting = await refuse(stage, 3, [1, 2, 11, 31, 61]);
      const agents = readTab(stage.twin.workbook, 'agentsNow').length;
      const told = [...passing, lasting].flat().join(', ');
      return [
        ...unless(told === dueOfRefused, `Falhas tells ${told} instead of ${dueOfRefused}`),
        ...unless(agents === 2, `${agents} agents instead of the 2 that could be written`),
      ];
    },
  },
];

/** A row of Agora slips by so many columns, and the next night's check finds it. */
async function slipBy(columns: number, stage: Stage): Promise<readonly string[]> {
  await stage.post(statusOf(1));
  await stage.user('userSlips', 'Agora', columns);
  await checkAtNight(stage.twin, stage.clock);
  return stage.violations();
}

/** A failure that passes is solved by the next try; one that lasts is left to a person, who can do nothing here. */
const dueOfRefused = [
  ['Tentando de novo 1', 'Resolvida 1'],
  ['Tentando de novo 2', 'Resolvida 2'],
  ['Espera por você 3', 'Espera por você 3'],
]
  .flat()
  .join(', ');

/** What Falhas tells of an agent's row that Google refuses to write during such sweeps, and after another one that could. */
async function refuse(
  stage: Stage,
  entity: number,
  waits: readonly number[],
): Promise<readonly string[]> {
  const fault = { kind: 'throw', when: 'before', message: 'Service error' } as const;
  const told = (): string =>
    readTab(stage.twin.workbook, 'failures')
      .map(({ cell }) => `${String(cell('situation'))} ${String(cell('count'))}`)
      .join(' and ');
  const touching = `"'huggy|${900 + entity}"`;
  stage.harm({ at: 'Range.setValues', touching, fault, times: Infinity });
  await stage.post(statusOf(entity));
  for (const minutes of waits) await stage.sweep(minutes);
  const before = told();
  stage.calm();
  for (const minutes of [11, 1]) await stage.sweep(minutes);
  return [before, told()];
}
