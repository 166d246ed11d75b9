import { beforeAll, describe, expect, it } from '@jest/globals';
import { createEventSource } from '../../src/cli/bench/bodies';
import { openSubject, type Subject } from '../../src/cli/bench/subject';
import { pricedCalls } from '../support/priced-calls';

const events = 150;
const onSheets = /^(?:Spreadsheet|SpreadsheetApp|Sheet|Range|TextFinder)\./;
/** Of each burst. One says little: a round of writing more or less is ten calls. */
const calls: number[] = [];

describe.each(['1', '2', '3', '4', '5', '6', '7', '8'])(
  'a burst of 30 senders, seed %s',
  (seed) => {
    let subject: Subject;
    let answers: readonly unknown[];
    beforeAll(async () => {
      subject = await openSubject('ours', { seed: `burst-${seed}`, costMode: 'sampled' });
      const source = createEventSource();
      await subject.post(source.next(subject.clock.now()).body);
      subject.forget();
      // The first sweep ends: beside it and thirty senders Google would turn one away.
      await subject.twin.advance(20_000);
      const collected: unknown[] = [];
      const sender = async (): Promise<void> => {
        while (source.made.length <= events) {
          const { body } = source.next(subject.clock.now());
          collected.push(await subject.post(body));
        }
      };
      await Promise.all(Array.from({ length: 30 }, sender));
      answers = collected;
    });

    it('is accepted whole', () => {
      expect(answers).toHaveLength(events);
      expect(answers.filter((answer) => !JSON.stringify(answer).includes('"OK"'))).toEqual([]);
    });

    it('is written in groups', () => {
      calls.push(pricedCalls(subject, onSheets));
      expect(pricedCalls(subject, onSheets) / events).toBeLessThan(3);
    });

    it('costs at most 2.2 operations on properties an event', () => {
      const count = (name: string): number => subject.seam.counts.get(`Properties.${name}`) ?? 0;
      const names = ['getProperties', 'getProperty', 'setProperty', 'deleteProperty'];
      const operations = names.reduce((sum, name) => sum + count(name), 0);
      expect(count('setProperties')).toBe(0);
      expect(operations / events).toBeLessThanOrEqual(2.2);
    });

    it('flushes far less often than once an event', () => {
      expect((subject.seam.counts.get('SpreadsheetApp.flush') ?? 0) / events).toBeLessThan(1);
    });

    it('is in the tabs once it is over, each event once', async () => {
      for (let run = 0; run < 3; run += 1) await subject.twin.run('sweep_', [], 'trigger');
      const rowsOf = (title: string): number =>
        (subject.twin.workbook.sheets.find((sheet) => sheet.title === title)?.lastRow ?? 1) - 1;
      const total = events + 1;
      const statuses = Math.ceil(total / 10) * 3 - Math.max(0, 3 - (total % 10 || 10));
      expect(rowsOf('Status dos agentes') + rowsOf('Mensagens')).toBe(total);
      expect(rowsOf('Status dos agentes')).toBe(statuses);
      await subject.stop();
    });
  },
);

describe('all these bursts', () => {
  it('take at most 2 priced calls on the spreadsheet an event', () => {
    expect(calls).toHaveLength(8);
    const sum = calls.reduce((all, one) => all + one, 0);
    expect(sum / calls.length / events).toBeLessThanOrEqual(2);
  });
});
