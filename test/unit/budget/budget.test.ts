import { describe, expect, it } from '@jest/globals';
import { hear, noBudget, noteRun, paceOf, restUntil, shareUsed } from '../../../src/budget/budget';
import { paceAt } from '../../../src/budget/pace';
import { kindOfAccount } from '../../../src/budget/quotas';
import { addUse, nothing, unused, usedOf } from '../../../src/budget/usage';
import { createMeter } from '../../../src/platform/meter';
import { connectServices } from '../../../src/platform/connect';
import type { Services } from '../../../src/platform/services';
import { openInProcess, type InProcess } from '../../support/in-process';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe('the kind of an account', () => {
  it.each([
    ['https://script.google.com/macros/s/AKfycbExample/exec', 'consumer'],
    ['https://script.google.com/a/macros/example.com/s/AKfycbExample/exec', 'workspace'],
    ['https://script.google.com/a/example.com/macros/s/AKfycbExample/exec', 'workspace'],
    ['https://script.google.com/a/macros/gmail.com/s/AKfycbExample/exec', 'consumer'],
    ['http://127.0.0.1:8787/macros/s/AKfycbTwin/exec', 'consumer'],
    [null, 'consumer'],
  ] as const)('of %s is %s', (execUrl, kind) => {
    expect(kindOfAccount(execUrl)).toBe(kind);
  });

  it('stands in the address that is stored: a Workspace account has ten times the operations', () => {
    const address = 'https://script.google.com/a/macros/example.com/s/AKfycbExample/exec';
    const usage = addUse(
      unused,
      { ...nothing, operations: 45_000 },
      { nowMs: 0, offsetMinutes: 0 },
    );
    const consumer = { ...noBudget, usage };
    expect(paceOf(consumer).hasExtras).toBe(false);
    expect(shareUsed(hear(consumer, null, address))).toBe(0.09);
    expect(paceOf(hear(consumer, null, address)).hasExtras).toBe(true);
  });
});

describe('a day', () => {
  // 31 October 2026, 20:00 UTC: one o'clock in the afternoon in California.
  const nowMs = Date.UTC(2026, 9, 31, 20);
  const california = -7 * 60;
  const after = (hours: number) => ({
    nowMs: nowMs + hours * hourMs,
    offsetMinutes: california,
  });
  const one = { operations: 1, triggerMs: 1000, runs: 0 };

  it('ends at midnight in California and 24 hours after the first use, and the fuller one counts', () => {
    const used = [0, 10, 12, 23, 25].reduce<{ usage: typeof unused; seen: number[] }>(
      ({ usage, seen }, hours) => {
        const next = addUse(usage, one, after(hours));
        return { usage: next, seen: [...seen, usedOf(next).operations] };
      },
      { usage: unused, seen: [] },
    );
    // Midnight comes after 11 hours; after 24 the first day is over, and what came since midnight still counts.
    expect(used.seen).toEqual([1, 2, 3, 4, 3]);
  });

  it('counts half a second for the start of each run, which no code can measure', () => {
    const usage = addUse(unused, { operations: 0, triggerMs: 1000, runs: 4 }, after(0));
    expect(usedOf(usage).triggerMs).toBe(3000);
  });
});

describe('the pace', () => {
  it('slows down from 60 % on, and leaves what nothing is lost without before 80 %', () => {
    const minutes = [0, 0.59, 0.6, 0.7, 0.8, 0.95, 3].map((share) => [
      paceAt(share).everyMs / minuteMs,
      paceAt(share).hasExtras,
    ]);
    expect(minutes).toEqual([
      [1, true],
      [1, true],
      [2, true],
      [5, false],
      [10, false],
      [20, false],
      [20, false],
    ]);
  });

  it('rests until shortly before the next run is due, and not at all at the usual pace', () => {
    expect(restUntil({ ...noBudget, notedMs: hourMs })).toBe(0);
    expect(restUntil({ ...noBudget, notedMs: hourMs, everyMs: 5 * minuteMs })).toBe(
      hourMs + 4.5 * minuteMs,
    );
  });
});

describe('a run that is noted', () => {
  function onDesk<T>(work: (desk: InProcess, services: Services) => T): T {
    const desk = openInProcess();
    return desk.execute(() => work(desk, { ...connectServices(), meter: createMeter() }));
  }
  const before = { ...noBudget, told: 100, heard: 100, lookMs: 400, looks: 1 };
  const noted = (budget: Partial<typeof before>, minutes: number, triggered = true) =>
    onDesk((desk, services) => {
      const startMs = desk.nowMs;
      desk.nowMs += minutes * minuteMs;
      const run = { triggeredMs: triggered ? desk.nowMs : null, lookMs: null, records: 0 };
      desk.nowMs += triggered ? 2000 : 0;
      return noteRun(services, { ...before, notedMs: startMs, ...budget }, run).usage.fromFirst;
    });

  it('adds what holds have told since, the look, and the operation of storing it', () => {
    expect(noted({ heard: 130 }, 1).operations).toBe(32);
  });

  it('takes a count that began anew for what came since', () => {
    expect(noted({ heard: 7 }, 1).operations).toBe(9);
  });

  it('adds a look for each minute in which nothing was noted', () => {
    const { operations, triggerMs, runs } = noted({}, 10);
    expect([operations, runs]).toEqual([1 + 10, 10]);
    expect(Math.round(triggerMs / 100)).toBe((9 * 400 + 2000) / 100);
  });

  it('adds no look for minutes in which the sweep rested', () => {
    const { operations, runs } = noted({ everyMs: 5 * minuteMs }, 5);
    expect([operations, runs]).toEqual([2, 5]);
  });

  it('counts no trigger time when a person made it run', () => {
    expect(noted({}, 0, false)).toMatchObject({ triggerMs: 0, runs: 0 });
  });

  it.each([
    ['slows the pace once the day is used so far', { used: 48_000, records: 100, minutes: 20 }],
    ['waits no longer than the ring of Movimentos', { used: 48_000, records: 500, minutes: 10 }],
    ['lets records change nothing at a faster pace', { used: 36_000, records: 150, minutes: 5 }],
    ['keeps the usual pace before', { used: 20_000, records: 5000, minutes: 1 }],
  ])('%s', (_, { used, records, minutes }) => {
    const everyMs = onDesk((desk, services) => {
      const midnight = { nowMs: desk.nowMs, offsetMinutes: 0 };
      const usage = addUse(unused, { ...nothing, operations: used }, midnight);
      const budget = { ...noBudget, usage, notedMs: desk.nowMs };
      desk.nowMs += 10 * minuteMs;
      const run = { triggeredMs: desk.nowMs, lookMs: null, records };
      return noteRun(services, budget, run).everyMs;
    });
    expect(everyMs / minuteMs).toBe(minutes);
  });
});
