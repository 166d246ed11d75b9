import { huggy } from '../../../src/vendors/huggy/huggy';
import { readTab, sheetOf } from '../read-tabs';
import { startMs, type Delivery } from '../scenario';
import { deliveryOf, statusOf } from './deliveries';
import { unless, type Check, type Stage } from './stage';

const minuteMs = 60_000;
/** Enough for every register of long tabs. */
const renderingSweeps = 30;
const lid = '81896600000005@lid';
const phone = '5511966600005';

/** A message of PlugChat's from somebody whom it names by phone or by LID. */
const plugMessage = (messageId: string, who: string, seconds: number): Delivery => ({
  kind: 'delivery',
  name: 'plug.receiveMessage',
  vendor: 'plug',
  webhook: 'receiveMessage',
  body: JSON.stringify({
    messageId,
    phone: who,
    chatLid: lid,
    fromMe: false,
    momment: startMs + seconds * 1000,
    status: 'RECEIVED',
    senderName: 'Zap 5',
    text: { message: 'texto' },
  }),
});

async function postAll(stage: Stage, deliveries: readonly Delivery[]): Promise<void> {
  for (const delivery of deliveries) await stage.post(delivery);
}

/** Steps of a message in an order that is not theirs. */
const shuffled = (name: string): readonly Delivery[] =>
  [3, 5, 2, 0, 4, 1].map((seconds) => deliveryOf(name, 1, seconds * 1000));

/** The number of the newest row, as the hidden header cell of a tab says it. */
function recordOf({ twin }: Stage): string {
  const sheet = sheetOf(twin.workbook, 'agentsNow');
  const header = Array.from({ length: sheet.maxColumns }, (_unused, index) =>
    String(sheet.cell(1, index + 1)?.value ?? ''),
  );
  return /"last":(\d+)/.exec(header.join(' '))?.[1] ?? 'nothing';
}

/** The end of what Huggy's decoder observed, in a state; of so many revisions later. */
const revised = (later: number): string => `},${huggy.revision + later}]`;

/** A formula of Agora. */
function formulaIn({ twin }: Stage, title: string, row: number): string {
  const sheet = sheetOf(twin.workbook, 'agentsNow');
  const places = Array.from({ length: sheet.maxColumns }, (_unused, index) => index + 1);
  const column = places.find((place) => sheet.cell(1, place)?.value === title) ?? 0;
  return sheet.cell(row, column)?.formula ?? '';
}

export const meaningChecks: readonly Check[] = [
  {
    name: 'the record counts every new row, and nothing is mended',
    start: 'fresh',
    run: async (stage) => {
      const mending = (): number =>
        stage.calls.filter((call) => call === 'Sheet.createDeveloperMetadataFinder').length;
      await stage.post(statusOf(0));
      const before = mending();
      await postAll(stage, [statusOf(1), statusOf(2)]);
      return [
        ...unless(recordOf(stage) === '3', `the record says ${recordOf(stage)} instead of 3`),
        ...unless(mending() === before, 'a whole tab is mended'),
      ];
    },
  },
  {
    name: 'of an event without a time the first copy counts',
    start: 'fresh',
    run: async (stage) => {
      const sending = deliveryOf('plug.sendingMessage', 1);
      await stage.post(sending);
      stage.clock.moveTo(stage.clock.now() + minuteMs);
      await stage.post(sending);
      await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'the furthest step of a message holds, a failure until a newer one',
    start: 'fresh',
    run: async (stage) => {
      await postAll(stage, shuffled('plug.messageStatus'));
      await postAll(stage, shuffled('weni.whatsapp.status'));
      await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'what an older version misread is corrected by the same event',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.user('userReplacesInStates', 'Agora', '"origin":"manually"', '"origin":"errado"');
      await stage.user('userReplacesInStates', 'Agora', revised(0), revised(-1));
      await stage.user('userTypes', 'Agora', ['Origem', 2], 'errado');
      await stage.post(statusOf(1));
      await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'what the user writes in the place of our formula stays',
    start: 'fresh',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.user('userTypes', 'Agora', ['Há', 2], '=1+1');
      await stage.post(statusOf(1, minuteMs));
      await stage.post(statusOf(2));
      const formulas = [2, 3].map((row) => formulaIn(stage, 'Há', row));
      return [
        ...unless(formulas[0] === '=1+1', `the formula became ${formulas[0]}`),
        ...unless(formulas[1]?.includes('D3') === true, `a new row has ${formulas[1]}`),
      ];
    },
  },
  {
    name: 'a person known by a LID alone becomes the one of the phone',
    start: 'fresh',
    run: async (stage) => {
      await postAll(stage, [
        plugMessage('LID', lid, 10),
        deliveryOf('plug.receiveMessage', 2),
        plugMessage('BOTH', phone, 30),
      ]);
      await stage.sweep();
      const people = readTab(stage.twin.workbook, 'contacts').map(({ key }) => key);
      const [message] = readTab(stage.twin.workbook, 'messages');
      const told = [
        message?.cell('message'),
        message?.cell('phone'),
        message?.cell('conversation'),
      ];
      return [
        ...unless(
          !people.includes(`plug|${lid}`),
          `the LID has a row of its own: ${people.join()}`,
        ),
        ...unless(people.includes(`plug|tel:${phone}`), `nobody has the phone: ${people.join()}`),
        ...unless(String(told) === `LID,${phone},${phone}`, `the message is ${String(told)}`),
      ];
    },
  },
  {
    name: 'a sort while rows are rendered again leaves none in the old language',
    start: 'long',
    run: async (stage) => {
      await stage.post(statusOf(1));
      await stage.user('userPutsSetting', 'language', 'en');
      await stage.sweep();
      await stage.user('userSortsByNumber', 'Agora', 1);
      for (let count = 0; count < renderingSweeps; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'all rows are rendered again in another language',
    start: 'fresh',
    run: async (stage) => {
      await postAll(stage, [
        statusOf(1),
        deliveryOf('evolvy.message_created', 1),
        deliveryOf('plug.finishAttendance', 1),
        deliveryOf('treble.hsm_status', 1),
      ]);
      await stage.sweep();
      await stage.user('userPutsSetting', 'language', 'es');
      for (let count = 0; count < 8; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
];
