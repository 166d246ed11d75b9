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
});
