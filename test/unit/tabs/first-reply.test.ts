import { describe, expect, it } from '@jest/globals';
import type { FieldsOf } from '../../../src/events/fields';
import { renderConversation } from '../../../src/tabs/conversations/cells';

const context = {
  vendorName: 'Nexloo',
  account: 'Exemplo',
  language: 'pt',
  statusNames: {},
  id: '7',
} as const;
const firstReplyIn = (fields: FieldsOf<'conversation'>): unknown =>
  renderConversation(fields, context)['firstReplyIn'];

const told = { openedAt: 1_000_000, firstReplyAt: 1_660_000 } as const;

describe('the time to the first reply', () => {
  it('is reckoned from the opening', () => {
    expect(firstReplyIn(told)).toBe(660_000);
    expect(firstReplyIn({ ...told, statusHistory: [[1_000_000, 'open']] })).toBe(660_000);
  });

  it('from the hand-over, where the conversation was pending first', () => {
    const statusHistory = [
      [1_000_000, 'pending'],
      [1_600_000, 'open'],
    ] as const;
    expect(firstReplyIn({ ...told, statusHistory })).toBe(60_000);
    const queued = [...statusHistory, [1_500_000, 'queue']] as const;
    expect(firstReplyIn({ ...told, statusHistory: queued })).toBe(160_000);
  });

  it('a robot that came later changes nothing', () => {
    const statusHistory = [
      [1_000_000, 'open'],
      [1_700_000, 'pending'],
    ] as const;
    expect(firstReplyIn({ ...told, statusHistory })).toBe(660_000);
  });
});
