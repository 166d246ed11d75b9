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
    ['neither', { hasPages: false, knowsDays: false }],
  ])('gives every chat once more than none, and comes to an end: %s', (_name, manner) => {
    const account = playChats(90, 5, startMs);
    const { records } = fetchAll(account, { ...usual, ...manner });
    const ids = records.flatMap((record) => ('message' in record ? [] : [JSON.stringify(record)]));
    expect(new Set(ids).size).toBe(90);
  });

  it('a chat that a robot has is told, its messages not yet, and no fault', () => {
    const account = playChats(30, 6, startMs);
    const robots = account.chats.filter(({ situation }) => situation === 'auto');
    const { unreadable } = fetchAll(account);
    expect(robots.length).toBeGreaterThan(0);
    expect(unreadable).toBe(robots.length);
  });
});
