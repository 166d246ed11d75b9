import { describe, expect, it } from '@jest/globals';
import { noAlarms, type Alarm } from '../../../src/alarms/alarm';
import { sayAlarm } from '../../../src/alarms/alarm-texts';
import { raiseAlarms } from '../../../src/alarms/raise';
import { unlearnt } from '../../../src/alarms/rhythm';
import type { Standing } from '../../../src/alarms/rules';
import { languages } from '../../../src/events/localized';
import { calm, offsetMinutes } from '../../support/ordinary-traffic';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A Monday, 10:00 in São Paulo. */
const startMs = Date.UTC(2026, 9, 5, 13);
/** Something came in every part of every hour, for eight weeks. */
const full = { ...unlearnt, week: '8zz00'.repeat(168) };

const connection = { id: 'c1', lastMs: startMs, rhythm: full, atRisk: 0 };
const standing = (changes: Partial<Standing>, nowMs: number): Standing => ({
  ...calm,
  hours: null,
  connections: [{ ...connection, lastMs: nowMs }],
  nowMs,
  ...changes,
});

/** What is raised in so many hours, with a look every five minutes. */
function watch(changes: (nowMs: number) => Partial<Standing>, hours: number): readonly Alarm[] {
  let state = noAlarms;
  for (let nowMs = startMs; nowMs < startMs + hours * hourMs; nowMs += 5 * minuteMs)
    state = raiseAlarms(state, standing(changes(nowMs), nowMs));
  return state.raised;
}

const down = { vendor: 'PlugChat', account: 'A', instance: 'loja', sinceMs: startMs };

const faults: readonly (readonly [string, Partial<Standing>])[] = [
  ['silent:c1', { connections: [connection] }],
  ['disconnected:PlugChat|A|loja', { down: [down] }],
  ['failures:c1', { connections: [{ ...connection, lastMs: 0, atRisk: 2 }] }],
  ['late', { lateSinceMs: startMs - 2 * hourMs }],
  ['room', { roomShare: 0.7 }],
  ['cells:80', { cellShare: 0.81 }],
  ['cells:95', { cellShare: 0.96 }],
  ['properties:80', { propertyShare: 0.8 }],
  ['triggerTime:80', { triggerShare: 0.85 }],
  ['triggerTime:95', { triggerShare: 0.95 }],
  ['operations:95', { operationShare: 1.2 }],
  ['waiting', { waitingMs: [startMs] }],
];

describe('alarms', () => {
  it('nothing unusual raises none', () => {
    expect(watch(() => ({}), 24)).toEqual([]);
  });

  it.each(faults)('%s is raised once a day, however often it is looked at', (cause, changes) => {
    expect(watch(() => changes, 13).map((alarm) => alarm.cause)).toEqual([cause]);
  });

  it('a silence that goes on is told again on the next day, while it is unusual', () => {
    const days = watch(() => ({ connections: [connection] }), 38).map(({ day }) => day);
    expect(new Set(days).size).toBe(2);
    expect(days).toHaveLength(2);
  });

  it('failures are told again only when there are more', () => {
    const atRisk = (nowMs: number): number => (nowMs < startMs + 30 * hourMs ? 2 : 3);
    const raised = watch(
      (nowMs) => ({ connections: [{ ...connection, lastMs: 0, atRisk: atRisk(nowMs) }] }),
      47,
    );
    expect(raised.map(({ values }) => values['count'])).toEqual([2, 3]);
  });

  it('what is nearly used up is told at 80 and at 95 %', () => {
    const share = (nowMs: number): number => 0.7 + (0.3 * (nowMs - startMs)) / (10 * hourMs);
    const raised = watch((nowMs) => ({ cellShare: share(nowMs) }), 10);
    expect(raised.map(({ cause }) => cause)).toEqual(['cells:80', 'cells:95']);
  });

  it('at night nobody is told of a customer who waits, unless the team works then', () => {
    const late = (nowMs: number): Partial<Standing> =>
      nowMs < startMs + 12 * hourMs ? {} : { waitingMs: [startMs + 11 * hourMs] };
    expect(watch(late, 20)).toEqual([]);
    const always = {
      week: [0, 1, 2, 3, 4, 5, 6].map(() => ({ fromMinute: 0, untilMinute: 1440 })),
      holidays: 'none',
      days: [],
    } as const;
    expect(watch((nowMs) => ({ ...late(nowMs), hours: always }), 13)).toHaveLength(1);
  });

  it('while writing is paused, silence and lateness are none', () => {
    const changes = { isPaused: true, connections: [connection], lateSinceMs: startMs - hourMs };
    expect(watch(() => changes, 10)).toEqual([]);
  });

  it.each(languages)('each says what happened and what to do, in %s', (language) => {
    const voice = { language, offsetMinutes, nameOf: () => 'Huggy · A' };
    for (const [, changes] of faults)
      for (const alarm of watch(() => changes, 1))
        expect(sayAlarm(alarm, voice)).toMatch(/^[^{}]{40,300}\.$/);
  });
});
