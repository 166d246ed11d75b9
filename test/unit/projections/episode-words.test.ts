import { describe, expect, it } from '@jest/globals';
import type { FieldsOf } from '../../../src/events/fields';
import { describeEpisodes } from '../../../src/projections/describe-episodes';

const statusesOf = (fields: FieldsOf<'conversation'>) =>
  describeEpisodes(fields).map(({ status }) => status);

const open = { statusHistory: [[100_000, 'open']] } as const;
const again = {
  statusHistory: [
    [100_000, 'open'],
    [200_000, 'resolved'],
    [300_000, 'open'],
  ],
} as const;

describe('what an open episode is called', () => {
  it('served, once a person has it or has answered', () => {
    expect(statusesOf({ ...open, agents: [[150_000, 'Ana']] })).toEqual(['active']);
    expect(statusesOf({ ...open, firstReplyAt: 160_000 })).toEqual(['active']);
  });

  it('waiting, when the contact wrote and nobody has it', () => {
    expect(statusesOf({ ...open, messages: [[99_000, 'm1']], contactAt: 99_000 })).toEqual([
      'waiting',
    ]);
  });

  it('waiting, when nothing tells of a message', () => {
    expect(statusesOf(open)).toEqual(['waiting']);
  });

  it('sent, when the contact was only written to', () => {
    expect(statusesOf({ ...open, messages: [[100_500, 'm1']] })).toEqual(['sent']);
  });

  it('by what happened in it, not before: an answer of an earlier one serves nobody', () => {
    const messages = [
      [100_000, 'm1'],
      [300_000, 'm2'],
    ] as const;
    expect(statusesOf({ ...again, messages, firstReplyAt: 150_000, contactAt: 100_000 })).toEqual([
      'finished',
      'sent',
    ]);
    expect(statusesOf({ ...again, messages, firstReplyAt: 150_000, contactAt: 300_000 })).toEqual([
      'finished',
      'waiting',
    ]);
  });

  it.each(['pending', 'bot', 'snoozed'] as const)(
    'as the platform says, when the last that it said is %s: nobody waits, nobody serves',
    (state) => {
      const statusHistory = [...open.statusHistory, [200_000, state] as const];
      const told = { statusHistory, messages: [[99_000, 'm1']] as const, contactAt: 99_000 };
      expect(statusesOf(told)).toEqual([state]);
      expect(statusesOf({ ...told, agents: [[150_000, 'Ana']] })).toEqual([state]);
      const opened = [...statusHistory, [300_000, 'open'] as const];
      expect(statusesOf({ ...told, statusHistory: opened })).toEqual(['waiting']);
    },
  );

  it('waiting again, once nobody has it any more; what ended keeps who ended it', () => {
    const agents = [
      [150_000, 'Ana'],
      [180_000, ''],
    ] as const;
    const described = describeEpisodes({ ...open, agents, contactAt: 100_000 });
    expect(described).toMatchObject([{ status: 'waiting', operator: null }]);
    const statusHistory = [[100_000, 'open'] as const, [190_000, 'resolved'] as const];
    expect(describeEpisodes({ statusHistory, agents })).toMatchObject([{ operator: 'Ana' }]);
    const later = [...agents, [310_000, ''] as const];
    expect(describeEpisodes({ ...again, agents: later, contactAt: 300_000 })).toMatchObject([
      { operator: 'Ana' },
      { status: 'waiting', operator: null },
    ]);
  });
});
