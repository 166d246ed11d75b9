import type { Fault } from '../../../src/twin/runtime/seam';
import { readTab, sheetOf } from '../read-tabs';
import { deliveryOf, statusOf } from './deliveries';
import { pause, unless, type Check, type Stage } from './stage';

const refused: Fault = { kind: 'throw', when: 'before', message: 'Service error: Spreadsheets' };

/** The id of the request in the journal's first line. */
function firstRequest({ twin }: Stage): string {
  const sheet = sheetOf(twin.workbook, 'journal');
  const places = Array.from({ length: sheet.maxColumns }, (_unused, index) => index + 1);
  const column = places.find((place) => sheet.cell(1, place)?.value === 'Pedido') ?? 0;
  return String(sheet.cell(2, column)?.value);
}

const moreThanAStep = 230;

/** What a hold that is in a hurry leaves to the sweep. */
export const leftChecks: readonly Check[] = [
  {
    name: 'what was left and fails is counted once',
    start: 'settled',
    run: async (stage) => {
      await stage.post(statusOf(1));
      const conversation = deliveryOf('huggy.closedChat', 1);
      await stage.whileLocked(async () => void (await stage.post(conversation)));
      // This one takes the other along, whose rows it leaves.
      await stage.post(statusOf(2));
      // A replay brings the books up to the journal, and writes nothing that was left.
      await stage.user('userAsks', 'replay', 'request', firstRequest(stage));
      stage.harm({ at: 'Range.setValues', touching: 'Finalizado', fault: refused });
      for (let count = 0; count < 3; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
  {
    name: 'more lines than a step of the sweep takes are worked off',
    start: 'fresh',
    run: async (stage) => {
      pause(stage, true);
      for (let entity = 1; entity <= moreThanAStep; entity += 1) await stage.post(statusOf(entity));
      pause(stage, false);
      await stage.sweep();
      const rows = readTab(stage.twin.workbook, 'agentsNow').length;
      await stage.sweep();
      return [
        ...unless(rows === moreThanAStep, `${rows} agents after a sweep`),
        ...stage.violations(),
      ];
    },
  },
  {
    name: 'what was left outlives a failure of Google',
    start: 'settled',
    run: async (stage) => {
      const conversation = deliveryOf('huggy.closedChat', 1);
      await stage.whileLocked(async () => void (await stage.post(conversation)));
      // This one takes the other along, whose rows it leaves.
      await stage.post(statusOf(2));
      const fault = { at: 'Utilities.computeDigest', touching: 'closed_at', fault: refused };
      stage.harm({ ...fault, times: Infinity });
      await stage.sweep();
      stage.calm();
      for (let count = 0; count < 3; count += 1) await stage.sweep();
      return stage.violations();
    },
  },
];
