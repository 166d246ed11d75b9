import { describe, expect, it } from '@jest/globals';
import { toRecords } from '../../../../src/vendors/evolvy/api-records';
import { evolvyWalk } from '../../../../src/vendors/evolvy/api-walk';
import type { ApiQuestion, WalkContext } from '../../../../src/vendors/kit/api';

const names = { inboxes: new Map(), agents: new Set<string>(), teams: new Set<string>() };

describe("what Evolvy's API tells", () => {
  it('of a thread that was read whole the opening counts, though it was before what is wanted', () => {
    const conversation = { id: 7, status: 'resolved', created_at: 1000, meta: {} };
    const messages = [
      { id: 1, message_type: 0, content: 'Oi', created_at: 1000 },
      {
        id: 2,
        message_type: 2,
        content: 'Conversa foi marcada como resolvida por Ana',
        created_at: 5000,
      },
    ];
    const told = (isAll: boolean): readonly unknown[] =>
      toRecords({ conversation, messages, isAll }, names, 4_000_000).flatMap((record) =>
        'status' in record ? [record.status] : [],
      );
    expect(told(true)).toEqual(['open', 'resolved']);
    expect(told(false)).toEqual(['resolved']);
  });

  it('a success that is no list is a fault, not the end of it', () => {
    const asked: ApiQuestion[] = [];
    const context: WalkContext = {
      ask: (questions) => {
        asked.push(...questions);
        return questions.map(() => ({ kind: 'value', value: { payload: [] } }) as const);
      },
      fromMs: 0,
      untilMs: 1,
      known: () => [],
      knownContacts: () => new Set(),
      paging: { firstPage: 1, order: 'days' },
      isSending: false,
      apis: ['own'],
      most: 10,
      offsetMinutes: -180,
    };
    evolvyWalk.open(context)?.(evolvyWalk.start);
    const list = asked.find(({ path }) => path === 'conversations');
    expect(list?.isFit?.({ data: { payload: [] } })).toBe(true);
    for (const value of [{}, { success: true }, [], { data: { payload: null } }])
      expect(list?.isFit?.(value)).toBe(false);
  });
});
