import { describe, expect, it } from '@jest/globals';
import { shortHash } from '../../../../src/events/short-hash';
import { treble } from '../../../../src/vendors/treble/treble';
import { factsOf } from '../../../support/decoding';
import { mergedFields } from '../../../support/merging';
import { fetched, received, rowsTold, type Told } from '../../../support/told-rows';
import { changed, phone } from './bodies';

const session = 'd2fa98d29a2670dfa119335df1b0371720d674f1677302aba228876a';

describe('Treble: a close and the events before it', () => {
  const question = 'Olá! Posso ajudar?';
  const flow = changed('message_delivered', {
    sent_at: '2021-06-22 15:19:06.473256',
    sent_text: question,
    delivered_at: '2021-06-22 15:19:08',
  });
  const { delivered_at: _, ...before } = flow;
  const events = [
    flow,
    { ...before, read_at: '2021-06-22 16:00:00' },
    { ...before, responded_at: '2021-06-22 15:21:00.5', actual_response: 'Sim, por favor ' },
    {
      session: { external_id: session, closed_at: '2021-06-22 15:30:00' },
      user: { country_code: '+57', cellphone: '3176477608' },
      messages: [
        {
          sender: 'user',
          type: 'text',
          text: { message: 'Sim, por favor' },
          created_at: '2021-06-22 15:21:00',
        },
        {
          sender: 'company',
          type: 'hsm',
          hsm: { message: question },
          created_at: '2021-06-22 15:19:06',
        },
      ],
      user_session_keys: [{ key: 'name', value: 'João Alves' }],
    },
  ].map((body) => factsOf(treble, body));

  const orders = [events, [...events].reverse(), [...events, ...events]];

  it('share the rows of the messages', () => {
    const ids = events.flat().flatMap(({ entity, id }) => (entity === 'message' ? [id] : []));
    expect(new Set(ids).size).toBe(2);
  });

  it.each(orders.map((order) => [order]))('in any order: the question (%#)', (order) => {
    const id = `${session}|out|${Date.UTC(2021, 5, 22, 15, 19, 6) / 1000}|${shortHash(question)}`;
    expect(mergedFields('message', id, order)).toMatchObject({
      kind: 'template',
      text: question,
      status: 'answered',
      sentAt: Date.UTC(2021, 5, 22, 15, 19, 6),
      deliveredAt: Date.UTC(2021, 5, 22, 15, 19, 8),
      readAt: Date.UTC(2021, 5, 22, 16),
      answeredAt: Date.UTC(2021, 5, 22, 15, 21, 0, 500),
      contactName: 'João Alves',
      phone,
    });
  });

  it.each(orders.map((order) => [order]))(
    'in any order: the session stays closed (%#)',
    (order) => {
      expect(mergedFields('conversation', session, order)).toMatchObject({
        status: 'closed',
        inbox: 'Fluxo 34820',
        contactName: 'João Alves',
        closedAt: Date.UTC(2021, 5, 22, 15, 30),
      });
      expect(mergedFields('attendance', session, order)).toMatchObject({
        status: 'finished',
        startedAt: Date.UTC(2021, 5, 22, 15, 19, 6),
        finishedAt: Date.UTC(2021, 5, 22, 15, 30),
        messageCount: 2,
      });
    },
  );
});

describe('Treble: a close in the second of the last message', () => {
  const sent = changed('message_delivered', {
    sent_at: '2021-06-22 16:00:00.473256',
    delivered_at: '2021-06-22 16:00:01',
  });
  const user = { country_code: '+57', cellphone: '3176477608' };
  const closes: readonly (readonly [string, Told])[] = [
    [
      'conversation_closed',
      received({ session: { external_id: session, closed_at: '2021-06-22 16:00:00' }, user }),
    ],
    [
      'session.close',
      received({
        event_type: 'session.close',
        session: { external_id: session, closed_at: '2021-06-22T16:00:00Z' },
        user,
      }),
    ],
    [
      'the API',
      fetched({
        api: 'session',
        id: session,
        finished_at: '2021-06-22 16:00:00.812345',
        user,
        messages: [{ sender: 'AI', text: 'Olá', created_at: Date.UTC(2021, 5, 22, 16) / 1000 }],
      }),
    ],
  ];

  it.each(closes)('%s, before or after it: the session is over', (_, close) => {
    for (const told of [
      [received(sent), close],
      [close, received(sent)],
    ]) {
      const rows = rowsTold(treble, told, {});
      const rowOf = (tab: string) => rows.find((row) => row.startsWith(tab)) ?? '';
      expect(rowOf('Conversas')).toMatch(/Status Encerrada .*Reaberturas 0/);
      expect(rowOf('Atendimentos')).toContain('Status Finalizado');
    }
  });
});
