import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { factOf, factsOf } from '../../../support/decoding';
import { sendHuggy } from '../../../support/huggy-facts';

const atMs = 1_659_382_581_000;

const send = (name: string, item: object) => sendHuggy(name, { id: 5, ...item });

describe('Huggy: optional fields of a message in another form', () => {
  it.each([
    ['2026/07/01 09:00:00', Date.UTC(2026, 6, 1, 12)],
    ['01/07/2026 09:00:00', atMs],
    ['0000-00-00', atMs],
    [true, atMs],
  ])('send_at %j: the envelope’s time where it is not known', (send_at, at) => {
    const facts = send('receivedMessage', { send_at, chat: { id: 1 } });
    expect(factOf(facts, 'message').fields.sentAt).toBe(at);
    expect(factOf(facts, 'conversation').fields.lastActivityAt).toBe(at);
  });

  it.each([true, '0000-00-00', 'ontem', '01/07/2026'])('read_at %j is no time', (read_at) => {
    const { fields } = factOf(send('receivedMessage', { read_at }), 'message');
    expect(fields).toMatchObject({ readAt: undefined, status: undefined });
  });

  it.each([
    [['https://cdn.example/a.jpg', 'https://cdn.example/b.jpg']],
    [[{ url: 'https://cdn.example/a.jpg' }]],
  ])('of several files the first is shown: %j', (file) => {
    const { fields } = factOf(send('receivedMessage', { file }), 'message');
    expect(fields).toMatchObject({ kind: 'image', attachmentUrl: 'https://cdn.example/a.jpg' });
  });

  it.each([1023, '1023'])('the customer as the bare number %j', (number) => {
    const facts = send('receivedMessage', {
      chat: { id: 1, customer: number },
      sender: { id: 1023, name: 'Lia' },
    });
    expect(factOf(facts, 'contact')).toMatchObject({ id: '1023', fields: { name: 'Lia' } });
    const started = factsOf(huggy, {
      time: 1_659_382_581,
      messages: { startedChat: [{ id: 1, customer: number }] },
    });
    expect(factOf(started, 'contact').id).toBe('1023');
  });

  it('PHP’s false is no text', () => {
    const { fields } = factOf(send('receivedMessage', { body: false, text: 'oi' }), 'message');
    expect(fields.text).toBe('oi');
  });
});
