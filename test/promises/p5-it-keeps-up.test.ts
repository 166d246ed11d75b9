import { describe, expect, it } from '@jest/globals';
import { createEventSource, type EventSource } from '../../src/cli/bench/bodies';
import { makeFilledStorage, type Fill } from '../../src/cli/bench/filled-workbook';
import { openSubject } from '../../src/cli/bench/subject';
import { createMemoryStorage, type Snapshot } from '../../src/twin/storage/memory-storage';
import type { Storage } from '../../src/twin/storage/storage';
import { pricedCalls } from '../support/priced-calls';
import { recordStorage } from '../support/recorded-storage';

interface EventCost {
  readonly calls: number;
  readonly searches: number;
}

const made = new Map<string, Promise<Snapshot>>();

/** A workbook that full; tests that ask for the same one get a copy each. */
async function copyOf(fill: Fill): Promise<Storage> {
  const name = JSON.stringify(fill);
  const snapshot = made.get(name) ?? makeSnapshot(fill);
  made.set(name, snapshot);
  return createMemoryStorage(await snapshot);
}

async function makeSnapshot(fill: Fill): Promise<Snapshot> {
  const { storage, take } = recordStorage();
  await makeFilledStorage(fill, storage);
  return take();
}

/** What one event costs when nobody else writes, beyond the first ones, which fill the caches. */
async function costOf(
  fill: Fill,
  makeBody: (events: EventSource, nowMs: number) => string,
): Promise<EventCost> {
  const storage = await copyOf(fill);
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
