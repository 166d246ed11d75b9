import { beforeAll, describe, expect, it } from '@jest/globals';
import { createEventSource, type EventSource } from '../../src/cli/bench/bodies';
import { makeFilledStorage, type Fill } from '../../src/cli/bench/filled-workbook';
import { openSubject, type Subject } from '../../src/cli/bench/subject';
import { costTable } from '../../src/twin/runtime/cost-table';

/** Calls that cost time at Google's, or leave something to be written. */
function pricedCalls({ seam }: Subject, named = /./): number {
  let calls = 0;
  for (const [name, count] of seam.counts) if (isPriced(name) && named.test(name)) calls += count;
  return calls;
}

function isPriced(name: string): boolean {
  const cost = costTable.get(name);
  if (cost === undefined || cost.isMinor === true) return false;
  return cost.medianMs > 0 || cost.flushes === true || cost.buffers !== undefined;
}

interface EventCost {
  readonly calls: number;
  readonly searches: number;
}

/** What one event costs when nobody else writes, beyond the first ones, which fill the caches. */
async function costOf(
  fill: Fill,
  makeBody: (events: EventSource, nowMs: number) => string,
): Promise<EventCost> {
  const storage = await makeFilledStorage(fill);
  const subject = await openSubject('ours', { seed: 'p5', storage, costMode: 'median' });
  const events = createEventSource();
  for (let warmUp = 0; warmUp < 2; warmUp += 1)
    await subject.post(makeBody(events, subject.clock.now()));
  subject.forget();
  await subject.post(makeBody(events, subject.clock.now()));
  const cost = {
    calls: pricedCalls(subject),
    searches: subject.seam.counts.get('TextFinder.findNext') ?? 0,
  };
  await subject.stop();
  return cost;
}

const status = (events: EventSource, nowMs: number): string => events.status(nowMs).body;
let fresh = 900_000;
const newChat = (events: EventSource, nowMs: number): string =>
  events.message(nowMs, (fresh += 1)).body;
const newMessage =
  (chat: number) =>
  (events: EventSource, nowMs: number): string =>
    events.message(nowMs, chat).body;

describe('P5 It keeps up', () => {
  describe('a burst of 30 senders', () => {
    const events = 150;
    let subject: Subject;
    let answers: readonly unknown[];
    beforeAll(async () => {
      subject = await openSubject('ours', { seed: 'burst', costMode: 'sampled' });
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

    it('is written in groups: at most 2 priced calls on the spreadsheet an event', () => {
      const onSheets = pricedCalls(
        subject,
        /^(?:Spreadsheet|SpreadsheetApp|Sheet|Range|TextFinder)\./,
      );
      expect(onSheets / events).toBeLessThanOrEqual(2);
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
  });

  describe('an event alone costs the same, however long the tabs are', () => {
    it.each([
      ['a change of status', status],
      ['a message of a new chat', newChat],
      ['a message of a chat among the newest', newMessage(490)],
    ])('%s: 1,000 rows or 5,000', async (_, makeBody) => {
      const short = await costOf({ messages: 1000, chats: 490 }, makeBody);
      const long = await costOf({ messages: 5000, chats: 490 }, makeBody);
      expect(long.calls).toBeLessThanOrEqual(short.calls);
    });

    it('a long tab costs two calls more than a short one, which is read whole, and no more than that', async () => {
      const short = await costOf({ messages: 10, chats: 10 }, status);
      const long = await costOf({ messages: 10, chats: 5000 }, status);
      // Only the log Status dos agentes is long: Agora has a row per agent.
      expect(long.calls - short.calls).toBeLessThanOrEqual(2);
      expect(short.calls).toBeLessThanOrEqual(21);
    });

    it('a new message or status in a long tab is not searched for', async () => {
      const full = { messages: 5000, chats: 5000 };
      expect((await costOf(full, newMessage(4999))).searches).toBe(0);
      expect((await costOf(full, status)).searches).toBe(0);
    });
  });
});
