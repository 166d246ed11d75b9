import { describe, expect, it } from '@jest/globals';
import { EnumValue } from '../../../../src/twin/runtime/host-object';
import { createTriggerStore } from '../../../../src/twin/services/triggers/triggers';
import { makeHandle, messageOf } from '../../../support/execution-context';
import { createClockTrigger, FakeSpreadsheet, openScript } from '../../../support/script-app';

describe('ScriptApp: triggers', () => {
  it('creates, lists for the current user only, and deletes', () => {
    const script = openScript();
    const trigger = createClockTrigger(script, [['everyMinutes', 5]]);
    expect(trigger.call('getHandlerFunction')).toBe('sweep');
    expect(trigger.call('getEventType')).toEqual(new EnumValue('EventType', 'CLOCK'));
    expect(trigger.call('getTriggerSource')).toEqual(new EnumValue('TriggerSource', 'CLOCK'));
    expect(trigger.call('getTriggerSourceId')).toBeNull();
    expect(trigger.call('getUniqueId')).toMatch(/^\d{16}$/);
    expect(script.open().call('getProjectTriggers')).toHaveLength(1);
    expect(script.open({ user: 'ana@example.com' }).call('getProjectTriggers')).toHaveLength(0);
    script.open().call('deleteTrigger', trigger.target);
    expect(script.open().call('getProjectTriggers')).toHaveLength(0);
  });

  it.each([
    ['onOpen', 'ON_OPEN'],
    ['onEdit', 'ON_EDIT'],
    ['onChange', 'ON_CHANGE'],
    ['onFormSubmit', 'ON_FORM_SUBMIT'],
  ])('forSpreadsheet().%s() is stored as %s', async (method, event) => {
    const script = openScript();
    const spreadsheet = new FakeSpreadsheet();
    const builder = await script.open().open('newTrigger', 'f').call('forSpreadsheet', spreadsheet);
    makeHandle(builder).open(method).call('create');
    expect(script.triggers.list()).toMatchObject([{ event, sourceId: 'sheet-1', nextAtMs: null }]);
    await expect(script.open().call('getUserTriggers', spreadsheet)).resolves.toHaveLength(1);
    expect(script.triggers.due(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  it('allows 20 for each user', async () => {
    const script = openScript();
    const add = () => createClockTrigger(script, [['everyHours', 1]]);
    for (let n = 0; n < 20; n += 1) add();
    expect(await messageOf(add)).toBe(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  it.each([2, 0, 60])('everyMinutes(%p) is refused', (minutes) => {
    expect(() => createClockTrigger(openScript(), [['everyMinutes', minutes]])).toThrow(
      'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    );
  });

  it.each([
    [[['atHour', 24]], 'The value you passed to atHour was invalid.'],
    [[['everyDays', 0]], 'The value you passed to everyDays was invalid.'],
    [[['onWeekDay', 'FUNDAY']], "don't match the method signature"],
    [[['atHour', 3]], 'The trigger needs a time'],
  ])('%p is refused: %s', (steps, message) => {
    expect(() => createClockTrigger(openScript(), steps)).toThrow(message);
  });
});

describe('triggers on the clock', () => {
  const MINUTE_MS = 60_000;

  /** The instants (ISO) at which a trigger fires, when fired at once. */
  function listRuns(steps: readonly (readonly unknown[])[], count: number): readonly string[] {
    const script = openScript();
    createClockTrigger(script, steps);
    return Array.from({ length: count }, () => {
      const atMs = script.triggers.nextAtMs() ?? Number.NaN;
      for (const { id } of script.triggers.due(atMs)) script.triggers.markFired(id, atMs);
      return Number.isNaN(atMs) ? 'never' : new Date(atMs).toISOString();
    });
  }

  it.each([1, 5, 10, 15, 30])(
    'everyMinutes(%p): first within the period, then each period',
    (minutes) => {
      const script = openScript();
      createClockTrigger(script, [['everyMinutes', minutes]]);
      const startMs = script.clock.now();
      const [first = '', second = ''] = listRuns([['everyMinutes', minutes]], 2);
      expect(Date.parse(first) - startMs).toBeGreaterThan(0);
      expect(Date.parse(first) - startMs).toBeLessThanOrEqual(minutes * MINUTE_MS);
      expect(Date.parse(second) - Date.parse(first)).toBe(minutes * MINUTE_MS);
    },
  );

  it.each([
    [
      'each day',
      [
        ['everyDays', 1],
        ['atHour', 3],
      ],
      ['2026-01-06T06', '2026-01-07T06'],
    ],
    [
      'each second day',
      [
        ['everyDays', 2],
        ['atHour', 3],
      ],
      ['2026-01-07T06', '2026-01-09T06'],
    ],
    [
      'later today',
      [
        ['everyDays', 1],
        ['atHour', 20],
      ],
      ['2026-01-05T23', '2026-01-06T23'],
    ],
    [
      'another zone',
      [
        ['everyDays', 1],
        ['atHour', 3],
        ['inTimezone', 'GMT'],
      ],
      ['2026-01-06T03', '2026-01-07T03'],
    ],
    [
      'each second Friday',
      [
        ['everyWeeks', 2],
        ['onWeekDay', 'FRIDAY'],
        ['atHour', 0],
      ],
      ['2026-01-09T03', '2026-01-23T03'],
    ],
    [
      'on Fridays',
      [
        ['onWeekDay', 'FRIDAY'],
        ['atHour', 0],
      ],
      ['2026-01-09T03', '2026-01-16T03'],
    ],
    [
      'each second Monday',
      [
        ['everyWeeks', 2],
        ['atHour', 0],
      ],
      ['2026-01-19T03', '2026-02-02T03'],
    ],
    [
      'on the 31st',
      [
        ['onMonthDay', 31],
        ['atHour', 12],
      ],
      ['2026-01-31T15', '2026-03-31T15'],
    ],
  ])('%s', (_, steps, hours) => {
    expect(listRuns(steps, 2).map((iso) => iso.slice(0, 13))).toEqual(hours);
  });

  it('nearMinute stays within 15 minutes', () => {
    const [run = ''] = listRuns(
      [
        ['everyDays', 1],
        ['atHour', 20],
        ['nearMinute', 30],
      ],
      1,
    );
    const minute = Number(run.slice(14, 16));
    expect(minute).toBeGreaterThanOrEqual(15);
    expect(minute).toBeLessThanOrEqual(45);
  });

  it.each([
    ['after', [['after', 90_000]]],
    ['at', [['at', new Date('2026-01-05T12:01:30Z')]]],
  ])('%s runs once, and stays in the list', (_, steps) => {
    expect(listRuns(steps, 2)).toEqual(['2026-01-05T12:01:30.000Z', 'never']);
    const script = openScript();
    createClockTrigger(script, steps);
    const [due] = script.triggers.due(Number.MAX_SAFE_INTEGER);
    script.triggers.markFired(due?.id ?? '', script.clock.now());
    expect(script.triggers.list()).toHaveLength(1);
  });

  it('a one-shot is late by what the setting allows', () => {
    const script = openScript();
    const late = script.open({ parts: { onceLatenessMs: 60_000 } });
    late.open('newTrigger', 'f').open('timeBased').open('after', 1_000).call('create');
    const latenessMs = (script.triggers.nextAtMs() ?? 0) - script.clock.now() - 1_000;
    expect(latenessMs).toBeGreaterThan(0);
    expect(latenessMs).toBeLessThan(60_000);
  });

  it('due lists the earliest first; missed runs are not made up', () => {
    const script = openScript();
    createClockTrigger(script, [['everyMinutes', 30]]);
    createClockTrigger(script, [['after', 1]]);
    const nowMs = script.clock.now() + 10 * 60 * MINUTE_MS;
    const due = script.triggers.due(nowMs);
    expect(due.map(({ functionName, user }) => [functionName, user])).toEqual([
      ['sweep', 'owner@example.com'],
      ['sweep', 'owner@example.com'],
    ]);
    for (const { id } of due) script.triggers.markFired(id, nowMs);
    expect(script.triggers.due(nowMs)).toEqual([]);
    const nextAtMs = script.triggers.nextAtMs() ?? 0;
    expect(nextAtMs).toBeGreaterThan(nowMs);
    expect(nextAtMs).toBeLessThanOrEqual(nowMs + 30 * MINUTE_MS);
  });

  it('survives on disk, and names a damaged record', () => {
    const script = openScript();
    createClockTrigger(script, [['everyMinutes', 1]]);
    expect(createTriggerStore(script.storage).list()).toEqual(script.triggers.list());
    script.storage.commit([{ collection: 'triggers', key: '1', json: '{"id":"1"}' }]);
    expect(() => createTriggerStore(script.storage)).toThrow('The stored trigger 1 is damaged');
  });
});
