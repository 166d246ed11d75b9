import { describe, expect, it } from '@jest/globals';
import { withinSecond } from '../../../../src/events/observed';
import { shortHash } from '../../../../src/events/short-hash';
import { treble } from '../../../../src/vendors/treble/treble';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';
import { changed } from './bodies';

const session = 'd2fa98d29a2670dfa119335df1b0371720d674f1677302aba228876a';
const firstAt = Date.UTC(2022, 0, 27, 20, 15, 47);
const closedAt = Date.UTC(2022, 0, 27, 21, 28, 34);

const close = (messages: unknown, fields: object = {}): Readonly<Record<string, unknown>> =>
  changed('conversation_closed', { messages, ...fields });

const contentOf = (message: object): unknown[] => {
  const body = close([{ sender: 'company', created_at: '2022-01-27 20:15:48', ...message }]);
  const { kind, text, attachmentUrl } = factOf(factsOf(treble, body), 'message').fields;
  return [kind, text, attachmentUrl];
};

describe('Treble: conversation_closed', () => {
  const facts = factsOf(treble, readFixture('treble/conversation_closed.json'));

  it('closes the conversation and finishes its attendance', () => {
    expect(facts.slice(0, 3)).toEqual([
      {
        entity: 'conversation',
        id: session,
        atMs: closedAt + 999,
        fields: {
          contactId: 'tel:571234567890',
          contactName: 'Juan Pérez',
          phone: '+571234567890',
          email: undefined,
          channel: 'WhatsApp',
          status: 'closed',
          openedAt: firstAt,
          closedAt,
          lastActivityAt: firstAt + 1000,
          statusHistory: [
            [firstAt, 'open'],
            [closedAt, withinSecond('closed')],
          ],
        },
      },
      {
        entity: 'attendance',
        id: session,
        atMs: closedAt + 999,
        fields: {
          conversationId: session,
          contactName: 'Juan Pérez',
          phone: '+571234567890',
          status: 'finished',
          startedAt: firstAt,
          finishedAt: closedAt,
          messageCount: 2,
        },
      },
      {
        entity: 'contact',
        id: 'tel:571234567890',
        atMs: closedAt,
        fields: {
          name: 'Juan Pérez',
          phone: '+571234567890',
          email: undefined,
          channel: 'WhatsApp',
        },
      },
    ]);
  });

  it('has all its messages, newest first as they come', () => {
    expect(facts.slice(3)).toMatchObject([
      {
        id: `${session}|in|${firstAt / 1000 + 1}|${shortHash('Hola, necesito información sobre sus servicios')}`,
        fields: {
          direction: 'in',
          kind: 'text',
          senderName: 'Juan Pérez',
          deliveredAt: firstAt + 2000,
          readAt: firstAt + 16_000,
          status: 'read',
        },
      },
      {
        id: `${session}|out|${firstAt / 1000}|${shortHash('Nuestro catálogo de servicios')}`,
        fields: {
          direction: 'out',
          kind: 'image',
          text: 'Nuestro catálogo de servicios',
          attachmentUrl: 'https://example.com/image.jpg',
          senderName: undefined,
          status: 'sent',
        },
      },
    ]);
  });

  it.each([
    ['text', { type: 'text', text: { message: 'oi' } }, 'text', 'oi', undefined],
    ['no type', { text: { message: 'oi' } }, 'text', 'oi', undefined],
    ['hsm', { type: 'hsm', hsm: { message: 'Olá João' } }, 'template', 'Olá João', undefined],
    ['audio', { type: 'audio', audio: { url: 'u' } }, 'audio', '[Áudio]', 'u'],
    ['document', { type: 'document', document: { url: 'u' } }, 'document', '[Documento]', 'u'],
    ['video', { type: 'video', video: { url: 'u', caption: 'Veja' } }, 'video', 'Veja', 'u'],
    [
      'location',
      { type: 'location', location: { latitude: -23.5, longitude: -46.6 } },
      'location',
      '[Localização] -23.5, -46.6',
      undefined,
    ],
    [
      'a new type',
      { type: 'poll', poll: { message: 'Qual?' } },
      'unknown',
      '[poll] Qual?',
      undefined,
    ],
    ['content that is missing', { type: 'image' }, 'image', '[Imagem]', undefined],
  ])('a message of type %s', (_, message, ...content) => {
    expect(contentOf(message)).toEqual(content);
  });

  it.each([
    ['company', {}, 'sent'],
    ['company', { delivered_at: '2022-01-27 20:16:00' }, 'delivered'],
    ['company', { delivered_at: null, read_at: '2022-01-27 20:17:00' }, 'read'],
    ['user', {}, 'delivered'],
  ])('a message of the %s with %j is %s', (sender, times, status) => {
    const message = { sender, created_at: '2022-01-27 20:15:48', ...times };
    const { fields } = factOf(factsOf(treble, close([message])), 'message');
    expect(fields.status).toBe(status);
  });

  it('a message that cannot be read is a failure; the close and its neighbours are written', () => {
    const good = {
      sender: 'user',
      type: 'text',
      text: { message: 'oi' },
      created_at: '2022-01-27 20:15:48',
    };
    const parts = decodeBody(treble, close([good, { ...good, created_at: null }, 'x']));
    expect(parts).toMatchObject([
      {
        kind: 'event',
        event: {
          facts: [
            { entity: 'conversation' },
            { entity: 'attendance', fields: { messageCount: 3 } },
            { entity: 'contact' },
            { entity: 'message', fields: { text: 'oi' } },
          ],
          item: { messages: [good] },
        },
      },
      { kind: 'failure', failure: { code: 'missingField', path: 'messages[1].created_at' } },
      { kind: 'failure', failure: { code: 'wrongType', path: 'messages[2]' } },
    ]);
  });

  it('a head that cannot be read is a failure; its messages are written', () => {
    const body = changed('conversation_closed', { user: 'x' });
    expect(decodeBody(treble, body)).toMatchObject([
      { kind: 'event', event: { facts: [{ entity: 'message' }, { entity: 'message' }] } },
      { kind: 'failure', failure: { code: 'wrongType', path: 'user' } },
    ]);
  });

  it('equal messages of one second are rows of their own; the first keeps the plain id', () => {
    const later = { sender: 'user', type: 'text', text: { message: 'Oi' }, read_at: null };
    const second = '2022-01-27 20:15:48';
    const messages = [
      { ...later, created_at: `${second}.900` },
      { ...later, created_at: `${second}.100`, text: { message: ' Oi ' } },
      { ...later, sender: 'company', created_at: second },
      { ...later, created_at: second, read_at: '2022-01-27 20:16:00' },
    ];
    const told = factsOf(treble, close(messages)).filter(({ entity }) => entity === 'message');
    const id = `${session}|in|${firstAt / 1000 + 1}|${shortHash('Oi')}`;
    expect(told.map((fact) => fact.id)).toEqual([
      `${id}|3`,
      `${id}|2`,
      `${session}|out|${firstAt / 1000 + 1}|${shortHash('Oi')}`,
      id,
    ]);
    expect(told[3]).toMatchObject({ fields: { readAt: firstAt + 13_000 } });
  });

  it.each([
    ['no messages', undefined, undefined],
    ['null', null, undefined],
    ['an empty list', [], 0],
  ])('%s: the close alone', (_, messages, messageCount) => {
    const { fields } = factOf(factsOf(treble, close(messages)), 'attendance');
    expect(fields).toMatchObject({ status: 'finished', finishedAt: closedAt });
    expect(fields.messageCount).toBe(messageCount);
  });

  it.each([
    ['conversation_closed', null],
    ['conversation_closed', ''],
  ])('%s with the session’s id %j: only the person is written', (name, external_id) => {
    const body = changed(name, { session: { external_id } });
    expect(decodeBody(treble, body)).toMatchObject([
      { kind: 'event', event: { facts: [{ entity: 'contact', id: 'tel:571234567890' }] } },
      { kind: 'failure', failure: { code: 'missingField', path: 'session.external_id' } },
    ]);
  });

  it('without the session’s id and without a phone nothing can be written', () => {
    const body = changed('conversation_closed', { session: { external_id: '' }, user: {} });
    expect(decodeBody(treble, body)).toMatchObject([
      { kind: 'failure', failure: { code: 'missingField', path: 'session.external_id' } },
    ]);
  });
});
