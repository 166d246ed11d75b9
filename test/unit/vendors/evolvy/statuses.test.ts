import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../../../src/events/event';
import type { Observed } from '../../../../src/events/fields';
import { episodesOf, reopeningsOf } from '../../../../src/projections/episodes';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { factsOf } from '../../../support/decoding';

const seconds = (time: number): number => 1_789_000_000 + time;
const ms = (time: number): number => Math.round(seconds(time) * 1000);
const iso = (time: number): string => new Date(ms(time)).toISOString();

/** A body of 4.0.2 or later: it says its version. */
const modern = (event: string, status: string, updatedAt: number): object => ({
  event,
  id: 7,
  status,
  timestamp: seconds(0),
  updated_at: seconds(updatedAt),
  changed_attributes: null,
});

/** A body of an older version: it says the last activity only. */
const old = (event: string, status: string, activity: number): object => ({
  event,
  id: 7,
  status,
  timestamp: seconds(activity),
});

/** The body with the change of its status and of its version, both from and to. */
const changed = (
  body: object,
  [from, to]: readonly string[],
  times: readonly unknown[],
): object => ({
  ...body,
  changed_attributes: [
    { status: { previous_value: from, current_value: to } },
    { updated_at: { previous_value: times[0], current_value: times[1] } },
  ],
});

const conversationsOf = (...bodies: readonly object[]): readonly Fact[] =>
  bodies.flatMap((body) => factsOf(evolvy, body)).filter(({ entity }) => entity === 'conversation');

const historyOf = (...bodies: readonly object[]): readonly Observed[] =>
  conversationsOf(...bodies).flatMap((fact) =>
    fact.entity === 'conversation' ? (fact.fields.statusHistory ?? []) : [],
  );

/** The newest saying of when it was closed. */
const closedAtOf = (...bodies: readonly object[]): number | null | undefined => {
  const said = conversationsOf(...bodies).flatMap((fact) =>
    fact.entity === 'conversation' && fact.fields.closedAt !== undefined
      ? [{ atMs: fact.atMs ?? 0, closedAt: fact.fields.closedAt }]
      : [],
  );
  return said.toSorted((a, b) => b.atMs - a.atMs)[0]?.closedAt;
};

describe('Evolvy: statuses over time, with updated_at', () => {
  const opened = modern('conversation_created', 'open', 1);
  const resolving = modern('conversation_updated', 'resolved', 50);
  const resolved = [
    modern('conversation_status_changed', 'resolved', 50),
    changed(resolving, ['open', 'resolved'], [iso(20), iso(50)]),
  ];
  const reopened = changed(
    modern('conversation_updated', 'open', 90),
    ['resolved', 'open'],
    [iso(50), iso(90)],
  );

  it('an attendance is from open to resolved', () => {
    expect(episodesOf(historyOf(opened, ...resolved))).toEqual([
      { requestedAt: null, openedAt: ms(1), resolvedAt: ms(50), status: 'finished' },
    ]);
    expect(closedAtOf(opened, ...resolved)).toBe(ms(50));
  });

  it('the same conversation opened again is another attendance, and is not closed any more', () => {
    const history = historyOf(opened, ...resolved, reopened);
    expect(episodesOf(history)[1]).toEqual({
      requestedAt: null,
      openedAt: ms(90),
      resolvedAt: null,
      status: 'active',
    });
    expect(reopeningsOf(history)).toBe(1);
    expect(closedAtOf(opened, ...resolved, reopened)).toBeNull();
  });

  it('a lost end is told by the change that follows it', () => {
    expect(episodesOf(historyOf(opened, reopened))).toHaveLength(2);
  });

  it('what happens after the end does not move it', () => {
    const later = modern('conversation_updated', 'resolved', 70);
    expect(episodesOf(historyOf(opened, ...resolved, later))[0]?.resolvedAt).toBe(ms(50));
    expect(closedAtOf(opened, ...resolved, later)).toBe(ms(50));
  });

  it('the state of a body sent late is the state of then: newest, whatever changed', () => {
    const late = changed(
      modern('conversation_updated', 'open', 90),
      ['open', 'resolved'],
      [iso(20), iso(50)],
    );
    expect(historyOf(late)).toEqual([
      [ms(20), 'open'],
      [ms(50), 'resolved'],
      [ms(90), 'open'],
    ]);
    expect(closedAtOf(late)).toBeNull();
  });

  it('a robot that hands off opens the attendance', () => {
    const waiting = modern('conversation_created', 'pending', 1);
    const handedOff = changed(
      modern('conversation_updated', 'open', 9),
      ['pending', 'open'],
      [iso(1), iso(9)],
    );
    expect(episodesOf(historyOf(waiting, handedOff))).toEqual([
      { requestedAt: null, openedAt: ms(9), resolvedAt: null, status: 'active' },
    ]);
  });

  it('the column’s default that a robot’s inbox lists at creation never held', () => {
    const created = changed(
      modern('conversation_updated', 'pending', 1),
      ['open', 'pending'],
      [null, iso(1)],
    );
    expect(historyOf(created)).toEqual([[ms(1), 'pending']]);
  });

  it.each([
    ['a list', [{ status: { previous_value: 'open', current_value: 'resolved' } }]],
    ['one plain map', { status: { previous_value: 'open', current_value: 'resolved' } }],
    ['pairs', { status: ['open', 'resolved'] }],
    ['the database’s numbers', [{ status: { previous_value: 0, current_value: 1 } }]],
  ])('a change as %s, without its time: the body’s version', (_, changed_attributes) => {
    expect(historyOf({ ...resolving, changed_attributes })).toEqual([
      [ms(50) - 1, 'open'],
      [ms(50), 'resolved'],
    ]);
  });

  it.each([[null], [undefined], [[]], [{}], [[{}]]])(
    'no change (%j): the state alone',
    (changed_attributes) => {
      const body = { ...resolving, changed_attributes };
      expect(historyOf(body)).toEqual([[ms(50), 'resolved']]);
    },
  );

  it('words of the vendor’s own are kept', () => {
    expect(historyOf(modern('conversation_updated', ' CRM_Won ', 5))).toEqual([[ms(5), 'crm_won']]);
  });
});

describe('Evolvy: statuses over time before 4.0.2, by the last activity', () => {
  const opened = old('conversation_created', 'open', 1);
  const announced = old('conversation_status_changed', 'resolved', 30);
  const told = changed(
    old('conversation_updated', 'resolved', 30),
    ['open', 'resolved'],
    [iso(35), iso(50)],
  );

  it('an announced end is known as “not before the last activity”', () => {
    expect(episodesOf(historyOf(opened, announced))).toEqual([
      { requestedAt: null, openedAt: ms(1), resolvedAt: ms(30), status: 'finished' },
    ]);
    expect(closedAtOf(opened, announced)).toBe(ms(30));
  });

  it.each([
    ['announced first', [opened, announced, told]],
    ['announced last', [opened, told, announced]],
  ])('the change that tells the time makes it exact, %s', (_, bodies) => {
    expect(episodesOf(historyOf(...bodies))).toEqual([
      { requestedAt: null, openedAt: ms(1), resolvedAt: ms(50), status: 'finished' },
    ]);
    expect(closedAtOf(...bodies)).toBe(ms(50));
  });

  it('a resolved conversation that is seen again is no new end', () => {
    const labelled = {
      ...old('conversation_updated', 'resolved', 30),
      changed_attributes: [{ label_list: { previous_value: [], current_value: ['a'] } }],
    };
    expect(historyOf(labelled)).toEqual([]);
    expect(closedAtOf(opened, announced, labelled)).toBe(ms(30));
  });

  it('a conversation opened again by hand, without any message', () => {
    const reopened = changed(
      old('conversation_updated', 'open', 30),
      ['resolved', 'open'],
      [iso(50), iso(70)],
    );
    const history = historyOf(opened, announced, told, reopened);
    expect(episodesOf(history)[1]).toEqual({
      requestedAt: null,
      openedAt: ms(70),
      resolvedAt: null,
      status: 'active',
    });
  });

  it('a change of status without its time is the announcement of the end', () => {
    const timeless = {
      ...old('conversation_updated', 'resolved', 30),
      changed_attributes: [{ status: { previous_value: 'open', current_value: 'resolved' } }],
    };
    expect(historyOf(timeless)).toEqual([[ms(30), 'resolved~']]);
  });
});
