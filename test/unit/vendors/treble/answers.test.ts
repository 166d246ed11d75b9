import { describe, expect, it } from '@jest/globals';
import { shortHash } from '../../../../src/events/short-hash';
import { readState } from '../../../../src/projections/read-state';
import { sayingHash } from '../../../../src/projections/saying';
import { joinStates, stateOf, type State } from '../../../../src/projections/state';
import { treble } from '../../../../src/vendors/treble/treble';
import { factOf, factsOf, receivedAtMs } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';
import { changed, phone } from './bodies';

describe('Treble: message_response', () => {
  const at = Date.UTC(2019, 0, 1);
  const facts = factsOf(treble, readFixture('treble/message_response.json'));
  const second = at / 1000;

  it('answers the question’s row and is a message of its own', () => {
    expect(facts.slice(0, 2)).toMatchObject([
      {
        entity: 'message',
        id: `1234|out|${second}|${shortHash('text-sent-to-user')}`,
        fields: { direction: 'out', status: 'answered', answeredAt: at, sentAt: at },
      },
      {
        entity: 'message',
        id: `1234|in|${second}|${shortHash('Si necesito')}`,
        atMs: at,
        fields: {
          direction: 'in',
          kind: 'text',
          text: 'Si necesito',
          senderName: 'Juan',
          contactName: 'Juan',
          phone: '+573161234567',
          sentAt: at,
          status: 'delivered',
        },
      },
    ]);
  });

  it('the flow’s number may be text or a number', () => {
    expect(factOf(facts, 'conversation').fields.inbox).toBe('Fluxo 5678');
    const body = changed('message_response', { conversation_id: 5678 });
    expect(factOf(factsOf(treble, body), 'conversation').fields.inbox).toBe('Fluxo 5678');
  });

  it('without what was written, what Treble understood is the answer', () => {
    const body = changed('message_response', { actual_response: null });
    expect(factsOf(treble, body)[1]).toMatchObject({ fields: { text: 'answer-text' } });
  });

  it('without either the answer is still a row, with nothing said of its kind', () => {
    const body = changed('message_response', {
      actual_response: null,
      classified_answer: undefined,
    });
    expect(factsOf(treble, body)[1]?.fields).toMatchObject({ direction: 'in', sentAt: at });
    expect(factsOf(treble, body)[1]?.fields).not.toHaveProperty('kind');
  });

  it('without the question’s time, the answer’s opens the session', () => {
    const told = factsOf(treble, changed('message_response', { sent_at: null }));
    expect(factOf(told, 'message').fields).toMatchObject({ direction: 'in' });
    expect(factOf(told, 'conversation').fields).toMatchObject({
      status: 'open',
      openedAt: at,
      statusHistory: [[at, 'open']],
    });
    expect(factOf(told, 'attendance').fields).toMatchObject({ status: 'sent', startedAt: at });
  });

  it.each([
    ['an object with words', { text: 'Sim, quero' }, 'Sim, quero'],
    ['an object without', { id: 3 }, 'answer-text'],
  ])('an answer that is %s is written', (_, actual_response, text) => {
    const told = factsOf(treble, changed('message_response', { actual_response }));
    expect(told[1]).toMatchObject({ fields: { direction: 'in', text } });
  });

  it.each([[{}], [['x', null, { key: {}, value: 'y' }]], ['x'], [7]])(
    'variables that are %j are none, and cost no row',
    (user_session_keys) => {
      const told = factsOf(treble, changed('message_response', { user_session_keys }));
      expect(told.map(({ entity }) => entity)).toContain('contact');
    },
  );

  it('an answer is further than a reading that comes later', () => {
    const body = changed('message_response', { responded_at: '2019-01-01 00:05:00' });
    const id = `1234|out|${second}|${shortHash('text-sent-to-user')}`;
    const late = factsOf(treble, {
      ...body,
      read_at: '2019-01-01 00:06:00',
      responded_at: null,
      actual_response: null,
    });
    expect(mergedFields('message', id, [factsOf(treble, body), late])).toMatchObject({
      status: 'answered',
      answeredAt: at + 300_000,
      readAt: at + 360_000,
    });
  });
});

describe('Treble: opt_out', () => {
  const facts = factsOf(treble, readFixture('treble/opt_out.json'));

  it('the contact leaves at the time of receipt, with the reason and the answer chosen', () => {
    expect(factOf(facts, 'contact')).toEqual({
      id: 'tel:573176477608',
      atMs: Date.UTC(2021, 9, 22, 0, 15, 39, 44),
      fields: {
        name: undefined,
        phone,
        email: undefined,
        channel: 'WhatsApp',
        leftAt: receivedAtMs,
        leaveReason: 'OPTOUT: No, thanks',
      },
    });
  });

  const copyReceivedAt = (body: unknown, atMs: number): State => {
    const parts = treble.decode({ webhook: 'opt_out', body, receivedAtMs: atMs });
    const fact = parts
      .flatMap((part) => (part.kind === 'event' ? part.event.facts : []))
      .find(({ entity }) => entity === 'contact');
    if (fact === undefined) throw new Error('No contact.');
    const hash = sayingHash('copy', 0, fact.atMs !== null);
    const clock = { atMs: fact.atMs ?? atMs, receivedAtMs: atMs, index: 0, revision: 1 };
    return stateOf('contact', { ...clock, hash, fields: fact.fields });
  };

  it.each([
    ['dated by its question', changed('opt_out', {})],
    ['without any time', changed('opt_out', { sent_at: null })],
  ])('%s: a copy that comes later does not move the time', (_, body) => {
    const first = copyReceivedAt(body, receivedAtMs);
    const later = copyReceivedAt(body, receivedAtMs + 3_600_000);
    for (const [a, b] of [
      [first, later],
      [later, first],
    ] as const) {
      const joined = joinStates('contact', a, b);
      expect(readState('contact', joined).leftAt).toBe(receivedAtMs);
    }
  });

  it('the question was answered; there is no time of it', () => {
    const { fields } = factOf(facts, 'message');
    expect(fields).toMatchObject({ direction: 'out', status: 'answered' });
    expect(fields.answeredAt).toBeUndefined();
    expect(fields.text).toContain('2) No, thanks');
  });
});

describe('Treble: timeout and condition', () => {
  const id = 'abcsderfwer3252432423-1324325235';
  const at = Date.UTC(2021, 9, 7, 8, 53, 22, 572);

  it('a timeout leaves the conversation waiting for the customer', () => {
    const facts = factsOf(treble, readFixture('treble/timeout.json'));
    expect(facts.map(({ entity }) => entity)).toEqual(['conversation', 'contact']);
    expect(factOf(facts, 'conversation')).toMatchObject({
      id,
      atMs: at,
      fields: { status: 'pending', statusHistory: [[at, 'pending']], inbox: 'Fluxo 1234' },
    });
  });

  it('a timeout that carries a response’s body does not answer the question', () => {
    const body = changed('message_response', { timeout_at: '2019-01-01 01:00:00' });
    const facts = factsOf(treble, body);
    expect(factOf(facts, 'message').fields).toMatchObject({ direction: 'out', status: 'sent' });
    expect(mergedFields('conversation', '1234', [facts])).toMatchObject({ status: 'pending' });
  });

  it('a condition alone shows an open session; whatever tells the time of a state holds', () => {
    const condition = factsOf(treble, readFixture('treble/condition_evaluated.json'));
    expect(mergedFields('conversation', id, [condition])).toMatchObject({ status: 'open' });
    const close = factsOf(treble, {
      session: { external_id: id, closed_at: '2021-10-07 09:00:00' },
    });
    const late = factsOf(treble, readFixture('treble/timeout.json'));
    for (const [told, status] of [
      [close, 'closed'],
      [late, 'pending'],
    ] as const)
      for (const order of [
        [told, condition],
        [condition, told],
      ])
        expect(mergedFields('conversation', id, order)).toMatchObject({ status });
  });

  it('a condition tells who the session is with, and changes no state that is known', () => {
    expect(factsOf(treble, readFixture('treble/condition_evaluated.json'))).toEqual([
      {
        entity: 'conversation',
        id,
        atMs: null,
        fields: {
          contactId: 'tel:573161234567',
          contactName: undefined,
          phone: '+573161234567',
          email: undefined,
          channel: 'WhatsApp',
          inbox: 'Fluxo 1234',
        },
      },
      {
        entity: 'contact',
        id: 'tel:573161234567',
        atMs: null,
        fields: { name: undefined, phone: '+573161234567', email: undefined, channel: 'WhatsApp' },
      },
      { entity: 'conversation', id, atMs: 0, fields: { status: 'open' } },
    ]);
  });
});
