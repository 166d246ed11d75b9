import type { Fault } from '../../../src/twin/runtime/seam';
import { sheetOf } from '../read-tabs';
import { deliveryOf, statusOf } from './deliveries';
import type { Check, Stage } from './stage';

const refused: Fault = { kind: 'throw', when: 'before', message: 'Service error: Spreadsheets' };

/** The id of the request in the journal's first line. */
function firstRequest({ twin }: Stage): string {
  const sheet = sheetOf(twin.workbook, 'journal');
  const places = Array.from({ length: sheet.maxColumns }, (_unused, index) => index + 1);
  const column = places.find((place) => sheet.cell(1, place)?.value === 'Pedido') ?? 0;
  return String(sheet.cell(2, column)?.value);
}

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
