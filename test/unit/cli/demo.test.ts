import { describe, expect, it } from '@jest/globals';
import { drawDay, shorten } from '../../../src/cli/demo/day';
import { listPastPosts } from '../../../src/cli/demo/past-day';
import { agents, platforms } from '../../../src/cli/demo/people';
import type { Post } from '../../../src/cli/demo/post';
import { listPresentPosts, splitDay } from '../../../src/cli/demo/present-day';
import { choosePresent, dayMs, dayStart, hourMs, wallClock } from '../../../src/cli/demo/shop-time';
import { findVendor } from '../../../src/vendors/registry';

const presentMs = Date.UTC(2026, 10, 24, 14, 22);
const today = dayStart(presentMs);
const days = Array.from({ length: 5 }, (_, back) => drawDay('plantao', today - back * dayMs));
const all: readonly Post[] = days.flatMap((day) => [
  ...listPastPosts(day),
  ...listPresentPosts(day),
]);

describe('the invented team', () => {
  it('does the same with the same seed, and otherwise with another', () => {
    const again = drawDay('plantao', today);
    expect(JSON.stringify(listPresentPosts(again))).toBe(
      JSON.stringify(listPresentPosts(drawDay('plantao', today))),
    );
    expect(JSON.stringify(listPresentPosts(drawDay('outra', today)))).not.toBe(
      JSON.stringify(listPresentPosts(again)),
    );
  });

  it('has twelve agents, six platforms, hundreds of conversations, pauses and an outage', () => {
    const [day] = days;
    expect(agents).toHaveLength(12);
    expect(new Set(all.map(({ platform }) => platform)).size).toBe(platforms.length);
    expect(day?.conversations.length).toBeGreaterThan(250);
    const pauses = day?.shifts.flatMap(({ changes }) =>
      changes.filter(({ isOnline, isAvailable }) => isOnline && !isAvailable),
    );
    expect(pauses?.length).toBeGreaterThan(12);
    expect(day?.others.filter(({ webhook }) => webhook === 'whenDisconnecting')).toHaveLength(2);
  });

  it('lets customers wait at lunch', () => {
    const waits = (fromHour: number, toHour: number): number[] =>
      days.flatMap(({ startMs, conversations }) =>
        conversations.flatMap(({ openedMs, takenMs }) => {
          const hour = (openedMs - startMs) / hourMs;
          return takenMs !== null && hour >= fromHour && hour < toHour ? [takenMs - openedMs] : [];
        }),
      );
    const median = (list: number[]): number =>
      list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
    expect(median(waits(12, 14))).toBeGreaterThan(2 * median(waits(9, 11)));
  });

  it('has pauses with a reason, hardly any longer than the limit of an hour', () => {
    const minutes = days.flatMap(({ shifts }) =>
      shifts.flatMap(({ changes }) =>
        changes.flatMap(({ atMs, isOnline, isAvailable, reason }, index) => {
          if (!isOnline || isAvailable) return [];
          expect(['lunch', 'coffee', 'short']).toContain(reason);
          return [((changes[index + 1]?.atMs ?? atMs) - atMs) / 60_000];
        }),
      ),
    );
    const long = minutes.filter((one) => one > 60);
    expect(long.length).toBeLessThan(minutes.length / 20);
  });

  it('never gives an agent more than one state at a time, and none beyond the day', () => {
    for (const { shifts, startMs } of days)
      for (const { changes } of shifts) {
        const times = changes.map(({ atMs }) => atMs);
        expect(new Set(times).size).toBe(times.length);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(Math.max(...times)).toBeLessThan(startMs + dayMs);
        expect(changes.at(-1)?.isOnline).toBe(false);
      }
  });
});

/** Ids of the chats of which a body of Huggy tells that. */
function listChats(body: object, event: string): readonly string[] {
  const messages: unknown = Reflect.get(body, 'messages');
  const items: unknown = messages ? Reflect.get(Object(messages), event) : null;
  return Array.isArray(items) ? items.map((item) => String(Reflect.get(Object(item), 'id'))) : [];
}

describe('its webhooks', () => {
  it('tell of each conversation of Nexloo that it began and that it ended', () => {
    for (const day of days) {
      const events = listPastPosts(day)
        .filter(({ platform }) => platform === 'evolvy')
        .map(({ body }) => String(Reflect.get(body, 'event')));
      const count = (name: string): number => events.filter((event) => event === name).length;
      expect(count('conversation_created')).toBe(count('conversation_status_changed'));
    }
  });

  it('come in the order of their times', () => {
    for (const list of days.flatMap((day) => [listPastPosts(day), listPresentPosts(day)])) {
      const times = list.map(({ atMs }) => atMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('are bodies that the platforms send: each is read whole', () => {
    const bad = all.flatMap(({ platform, webhook, body, atMs }) => {
      const decoded = findVendor(platform).decode({ webhook, body, receivedAtMs: atMs });
      const isRead = decoded.length > 0 && decoded.every(({ kind }) => kind === 'event');
      return isRead ? [] : [{ platform, webhook, decoded }];
    });
    expect(bad).toEqual([]);
  });

  it('end a conversation after somebody has taken it, not in the same moment', () => {
    const entered = new Map<string, number>();
    const closed = new Map<string, number>();
    for (const { atMs, body } of days.flatMap(listPastPosts)) {
      for (const id of listChats(body, 'agentEntered')) entered.set(id, atMs);
      for (const id of listChats(body, 'closedChat')) closed.set(id, atMs);
    }
    expect(entered.size).toBeGreaterThan(800);
    for (const [id, atMs] of entered) expect(closed.get(id)).toBeGreaterThan(atMs);
  });

  it('tell a day in two parts as they tell it in one: each conversation once', () => {
    const day = drawDay('plantao', today);
    const { past, rest } = splitDay(day, presentMs);
    const told = JSON.stringify([...past, ...rest]);
    for (const { customer } of day.conversations) expect(told).toContain(customer.phone.slice(2));
    expect(past.every(({ atMs }) => atMs <= presentMs)).toBe(true);
    expect(rest.some(({ atMs }) => atMs > presentMs)).toBe(true);
  });
});

describe('a day that is told in short', () => {
  const [day = drawDay('plantao', today)] = days;
  const short = shorten(day);

  it('has every conversation, with all that is said up to its first answer', () => {
    expect(short.conversations.map(({ number }) => number)).toEqual(
      day.conversations.map(({ number }) => number),
    );
    short.conversations.forEach(({ agent, lines }, index) => {
      expect(lines).toEqual(day.conversations[index]?.lines.slice(0, lines.length));
      expect(lines.filter(({ isFromCustomer }) => !isFromCustomer)).toHaveLength(agent ? 1 : 0);
      expect(lines.at(-1)?.isFromCustomer).toBe(agent === null);
    });
  });
});

describe('the moment at which it goes live', () => {
  it.each([
    ['a busy hour is now', Date.UTC(2026, 10, 24, 15, 0), '2026-11-24 12:00:00'],
    [
      'at night it is the morning of the same day',
      Date.UTC(2026, 10, 25, 1),
      '2026-11-24 11:22:00',
    ],
    ['before ten it is the day before', Date.UTC(2026, 10, 24, 9), '2026-11-23 11:22:00'],
    ['on a Sunday it is Friday', Date.UTC(2026, 10, 29, 15), '2026-11-27 11:22:00'],
    ['on Monday at dawn it is Friday', Date.UTC(2026, 10, 23, 8), '2026-11-20 11:22:00'],
  ])('%s', (_name, nowMs, expected) => {
    expect(wallClock(choosePresent(nowMs))).toBe(expected);
  });
});
