import { describe, expect, it } from '@jest/globals';
import { huggyWalk } from '../../../../src/vendors/huggy/api-walk';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { randomFrom } from '../../../support/random';
import { differences, type Withheld } from '../../../support/reconciled';
import {
  answerAsHuggy,
  playChats,
  usual,
  type HuggyAccount,
  type Manner,
} from '../../../support/strict-huggy/account';
import { fetched, received, rowsTold } from '../../../support/told-rows';
import { walkWhole } from '../../../support/walked';

const startMs = Date.UTC(2026, 9, 5, 12);
const untilMs = startMs + 20 * 3_600_000;
const seeds = Number(process.env['RECONCILE_SEEDS'] ?? 3);

/** How long ago something was goes on. */
const withheld: Withheld = { Conversas: ['Há'] };

const fetchAll = (account: HuggyAccount, manner?: Manner) =>
  walkWhole(huggyWalk, ({ path, query = {} }) => answerAsHuggy(account, { path, query }, manner), {
    fromMs: startMs,
    untilMs,
  });

describe('Huggy: what was missed, fetched', () => {
  it.each(Array.from({ length: seeds }, (_unused, seed) => seed + 1))(
    'history %i, a fifth of it dropped: the rows are as if nothing had been',
    (seed) => {
      const account = playChats(25, seed, startMs);
      const random = randomFrom(seed + 1);
      // When an agent entered, and what is said to a robot, no API tells: docs/plataformas/huggy.md.
      const robots = account.chats.filter(({ situation }) => situation === 'auto');
      const isKept = (text: string): boolean =>
        text.includes('agentEntered') || robots.some(({ id }) => text.includes(`"id":${id}`));
      const isLost = (body: object): boolean => random() < 0.2 && !isKept(JSON.stringify(body));
      const heard = account.sent.filter((body) => !isLost(body));
      const { records } = fetchAll(account);
      const whole = rowsTold(huggy, account.sent.map(received), withheld);
      const mended = rowsTold(huggy, [...heard.map(received), ...records.map(fetched)], withheld);
      expect(differences(whole, mended)).toEqual([]);
      const told = [...account.sent.map(received), ...records.map(fetched)];
      expect(differences(whole, rowsTold(huggy, told, withheld))).toEqual([]);
    },
  );

  it.each<[string, Partial<Manner>]>([
    ['pages are counted from 1', { firstPage: 1 }],
    ['there are no pages', { hasPages: false }],
    ['days are not known', { knowsDays: false }],
    ['the last day is left out', { listsLastDay: false }],
    ['neither', { hasPages: false, knowsDays: false }],
  ])('gives every chat once more than none, and comes to an end: %s', (_name, manner) => {
    const account = playChats(90, 5, startMs);
    const { records } = fetchAll(account, { ...usual, ...manner });
    const ids = records.flatMap((record) => ('message' in record ? [] : [JSON.stringify(record)]));
    expect(new Set(ids).size).toBe(90);
  });

  it.each([true, false])(
    'more than three pages a day, the last day listed (%j): all, and each page about once',
    (listsLastDay) => {
      const account = playChats(1500, 5, startMs);
      const lastMs = account.chats.at(-1)?.createdMs ?? 0;
      const { records, asked } = walkWhole(
        huggyWalk,
        ({ path, query = {} }) =>
          answerAsHuggy(account, { path, query }, { ...usual, listsLastDay }),
        { fromMs: startMs, untilMs: lastMs, most: 1000 },
      );
      const chats = records.filter((record) => !('message' in record));
      expect(chats).toHaveLength(1500);
      const served = account.chats.filter(({ situation }) => situation !== 'auto').length;
      const days = (lastMs - startMs) / 86_400_000;
      expect(asked - served).toBeLessThan(1500 / 20 + 2 * days + 30);
    },
  );

  const messagesOf = (account: HuggyAccount): number =>
    account.chats
      .filter(({ situation }) => situation !== 'auto')
      .reduce((sum, { messages }) => sum + messages.length, 0);
  const messagesIn = (records: readonly object[]): number =>
    new Set(records.flatMap((record) => ('message' in record ? [JSON.stringify(record)] : [])))
      .size;

  /** Every sixth chat is a long one. */
  const withLongChats = (): HuggyAccount => {
    const account = playChats(60, 7, startMs);
    for (const { situation, messages } of account.chats.filter((_chat, index) => index % 6 === 0))
      if (situation !== 'auto')
        for (let more = 0; more < 44; more += 1) {
          const id = 990_000_000 + messages.length + more * 7919 + (messages[0]?.id ?? 0);
          messages.push({ id, from: 'agent', body: `Mais ${more}`, atMs: startMs + more * 1000 });
        }
    return account;
  };

  it.each([
    [10, 0],
    [10, 1],
    [15, 0],
    [20, 0],
    [25, 1],
  ] as const)('pages of %i messages, counted from %i: none is cut off', (length, firstPage) => {
    const account = withLongChats();
    const manner: Manner = { ...usual, messagesPerPage: length, firstPage };
    expect(messagesIn(fetchAll(account, manner).records)).toBe(messagesOf(account));
  });

  it.each([usual, { ...usual, messagesPerPage: 15 }])('few chats are asked twice', (manner) => {
    const account = playChats(90, 5, startMs);
    const served = account.chats.filter(({ situation }) => situation !== 'auto').length;
    const days = fetchAll({ ...account, chats: [] }, manner).asked;
    const lists = days + Math.ceil(account.chats.length / 10);
    expect(fetchAll(account, manner).asked).toBeLessThan(lists + served + 20);
  });

  it('a chat that a robot has is told, its messages not yet, and no fault', () => {
    const account = playChats(30, 6, startMs);
    const robots = account.chats.filter(({ situation }) => situation === 'auto');
    const { unreadable } = fetchAll(account);
    expect(robots.length).toBeGreaterThan(0);
    expect(unreadable).toBe(robots.length);
  });
});
