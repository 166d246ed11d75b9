import { describe, expect, it } from '@jest/globals';
import { shortHash } from '../../../../src/events/short-hash';
import { localizeText } from '../../../../src/events/words/word';
import { treble } from '../../../../src/vendors/treble/treble';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { mergedFields } from '../../../support/merging';
import { changed, phone } from './bodies';

const session = 'd2fa98d29a2670dfa119335df1b0371720d674f1677302aba228876a';
const text =
  'Hello! Good morning. I hope everything is well. Would you like to continue our conversation to resolve all your problems and concerns?';
const sentAt = Date.UTC(2021, 5, 22, 15, 19, 6, 473);
const arrivedAt = Date.UTC(2021, 5, 22, 15, 19, 8);
const messageId = `${session}|out|${Math.floor(sentAt / 1000)}|${shortHash(text)}`;

const delivered = factsOf(treble, readFixture('treble/message_delivered.json'));
const read = factsOf(treble, readFixture('treble/message_read.json'));

describe('Treble: message_delivered and message_read', () => {
  it('the flow is named in the language of the sheet', () => {
    const [part] = treble.decode({
      webhook: '',
      body: readFixture('treble/message_delivered.json'),
      receivedAtMs: 0,
    });
    const facts = part?.kind === 'event' ? part.event.facts : [];
    const inbox = factOf(facts, 'conversation').fields.inbox ?? '';
    expect([localizeText(inbox, 'es'), localizeText(inbox, 'en')]).toEqual([
      'Flujo 34820',
      'Flow 34820',
    ]);
  });

  it('a delivery is a message, its session as conversation and attendance, and a contact', () => {
    expect(delivered).toEqual([
      {
        entity: 'message',
        id: messageId,
        atMs: sentAt,
        bornAtMs: sentAt,
        fields: {
          conversationId: session,
          direction: 'out',
          contactName: undefined,
          phone,
          channel: 'WhatsApp',
          kind: 'text',
          text,
          sentAt,
          deliveredAt: arrivedAt,
          readAt: undefined,
          status: 'delivered',
        },
      },
      {
        entity: 'conversation',
        id: session,
        atMs: sentAt,
        fields: {
          contactId: 'tel:573176477608',
          contactName: undefined,
          phone,
          email: undefined,
          channel: 'WhatsApp',
          inbox: 'Fluxo 34820',
          status: 'open',
          openedAt: sentAt,
          lastActivityAt: sentAt,
          statusHistory: [[sentAt, 'open']],
        },
      },
      {
        entity: 'attendance',
        id: session,
        atMs: sentAt,
        fields: {
          conversationId: session,
          contactName: undefined,
          phone,
          status: 'sent',
          startedAt: sentAt,
        },
      },
      {
        entity: 'contact',
        id: 'tel:573176477608',
        atMs: arrivedAt,
        fields: { name: undefined, phone, email: undefined, channel: 'WhatsApp' },
      },
    ]);
  });

  it('the event has the time of what happened', () => {
    expect(decodeBody(treble, readFixture('treble/message_read.json'))).toMatchObject([
      { kind: 'event', event: { name: 'message_read', entityId: session, atMs: arrivedAt } },
    ]);
  });

  it.each([
    ['in order', [delivered, read] as const],
    ['read first', [read, delivered] as const],
    ['twice', [read, delivered, read] as const],
  ])('both are one row, %s', (_, requests) => {
    expect(mergedFields('message', messageId, requests)).toMatchObject({
      text,
      sentAt,
      deliveredAt: arrivedAt,
      readAt: arrivedAt,
      status: 'read',
    });
  });

  it.each([
    ['a fraction of the second', { sent_at: '2021-06-22 15:19:06' }],
    ['a zone', { sent_at: '2021-06-22T15:19:06.473256Z' }],
    ['white space at the ends', { sent_text: `  ${text}\n` }],
    ['only the question’s text', { sent_text: null }],
  ])('the same row but for %s', (_, fields) => {
    const facts = factsOf(treble, changed('message_read', fields));
    expect(factOf(facts, 'message').id).toBe(messageId);
  });

  it.each([
    ['another second', { sent_at: '2021-06-22 15:19:07.473256' }],
    ['other words', { sent_text: 'Hi' }],
    ['another session', { session_id: '1234' }],
  ])('%s is another row', (_, fields) => {
    const facts = factsOf(treble, changed('message_read', fields));
    expect(factOf(facts, 'message').id).not.toBe(messageId);
  });

  it('a body without its own time still says how far it came, at the URL of that event', () => {
    const body = changed('message_read', { read_at: null });
    const { fields } = factOf(factsOf(treble, body, 'message_read'), 'message');
    expect(fields).toMatchObject({ status: 'read', readAt: undefined });
  });

  it.each([
    ['no sending time', { sent_at: null }, 'missingField', 'sent_at'],
    ['a time that is none', { sent_at: 'ontem' }, 'badTime', 'sent_at'],
    ['no session', { session_id: null }, 'missingField', 'session_id'],
    ['a text of another type', { sent_text: {} }, 'wrongType', 'sent_text'],
    ['a phone of another type', { cellphone: {} }, 'wrongType', 'cellphone'],
  ])('%s is a failure that says where', (...[, fields, code, path]) => {
    expect(decodeBody(treble, changed('message_read', fields))).toMatchObject([
      { kind: 'failure', name: 'message_read', failure: { code, path } },
    ]);
  });
});

describe('Treble: who the session is with', () => {
  const personOf = (fields: object): unknown =>
    factOf(factsOf(treble, changed('message_read', fields)), 'contact');

  it.each([
    ['country code and number', {}, 'tel:573176477608', phone],
    ['numbers', { country_code: 57, cellphone: 3176477608 }, 'tel:573176477608', phone],
    ['a code without plus', { country_code: '57' }, 'tel:573176477608', phone],
    ['no code', { country_code: null }, 'tel:3176477608', '3176477608'],
    ['a whole number', { cellphone: '+5511999990000' }, 'tel:5511999990000', '+5511999990000'],
  ])('the phone: %s', (...[, fields, id, number]) => {
    expect(personOf(fields)).toMatchObject({ id, fields: { phone: number } });
  });

  it.each([['name'], ['Nome'], ['NOMBRE'], [' name ']])('the name under %j', (key) => {
    const user_session_keys = [
      { key: 'age', value: 18 },
      { key, value: ' João Alves ' },
    ];
    expect(personOf({ user_session_keys })).toMatchObject({ fields: { name: 'João Alves' } });
  });

  it.each([
    ['none', []],
    ['a blank name', [{ key: 'name', value: ' ' }]],
    ['a name of another type', [{ key: 'name', value: { first: 'João' } }]],
    ['null', null],
  ])('no name: %s', (_, user_session_keys) => {
    expect(personOf({ user_session_keys })).toHaveProperty('fields.name', undefined);
  });

  it('an e-mail among the variables is the contact’s and the conversation’s', () => {
    const user_session_keys = [{ key: 'email', value: 'joao@example.com', type: null }];
    const facts = factsOf(treble, changed('message_read', { user_session_keys }));
    expect(factOf(facts, 'contact').fields.email).toBe('joao@example.com');
    expect(factOf(facts, 'conversation').fields.email).toBe('joao@example.com');
  });

  it('without a phone there is no contact, but the session stays', () => {
    const facts = factsOf(treble, changed('message_read', { cellphone: null }));
    expect(facts.map(({ entity }) => entity)).toEqual(['message', 'conversation', 'attendance']);
  });
});
