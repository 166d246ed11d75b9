import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { rowsTold, fetched, received } from '../../../support/told-rows';

const chat = { id: 5, situation: 'in_chat', customer: { id: 1, name: 'Lia' } };
const entered = received({
  time: 1_790_000_000,
  messages: { agentEntered: [{ ...chat, agent: { id: 2002, name: 'Ana' } }] },
});

describe('Huggy: records of the API', () => {
  it('an agent of whom they have the number alone keeps the name that is known', () => {
    const closed = {
      ...chat,
      situation: 'finishing',
      created_at: '2026-09-21 09:00:00',
      closed_at: '2026-09-21 13:00:00',
      agent: { id: 2002 },
    };
    const rows = rowsTold(huggy, [entered, fetched({ api: 'chat', chat: closed })], {});
    expect(rows.join()).toContain('Ana');
    expect(rows.join()).not.toContain('2002');
  });
});
