import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

const ticket = '0f4d2c8a-2c83-4f2c-9f7d-1d4f70d50e71';
const read = (name: string) => readFixture(`weni/out_generic_ticketer_${name}.json`);

describe('Weni: generic ticketer', () => {
  it('open: the ticket is a conversation with its contact, agent, topic and priority', () => {
    const openedAt = Date.UTC(2026, 4, 20, 14, 30);
    const facts = factsOf(weni, read('open'));
    expect(factOf(facts, 'conversation')).toEqual({
      id: ticket,
      atMs: openedAt,
      fields: {
        contactId: '7ad9d98e-321f-4c61-9a50-79b1c7d7f621',
        contactName: 'João Silva',
        phone: '5511999999999',
        channel: 'WhatsApp',
        inbox: 'WhatsApp BR',
        teamName: 'Sales',
        agentName: 'Maria Agent',
        priority: 'normal',
        status: 'open',
        openedAt,
        lastActivityAt: openedAt,
        statusHistory: [[openedAt, 'open']],
      },
    });
    expect(factOf(facts, 'contact').fields.weniUuid).toBe('7ad9d98e-321f-4c61-9a50-79b1c7d7f621');
  });

  it('open without an assignee waits in the queue', () => {
    const body = { ticket_id: 't', opened_at: '2026-05-20T14:30:00Z', assignee: null };
    expect(factOf(factsOf(weni, body), 'conversation').fields.status).toBe('queue');
  });

  it('message', () => {
    const sentAt = Date.UTC(2026, 4, 20, 14, 32);
    expect(factOf(factsOf(weni, read('message')), 'message')).toEqual({
      id: 'msg-789',
      atMs: sentAt,
      fields: {
        kind: 'image',
        text: 'Hi, I need help with my order.',
        attachmentUrl: 'https://example.com/files/image.jpg',
        conversationId: ticket,
        direction: 'in',
        senderName: 'João Silva',
        contactName: 'João Silva',
        sentAt,
      },
    });
  });

  it.each([
    ['close', 'closed', Date.UTC(2026, 4, 20, 14, 50), { closedAt: Date.UTC(2026, 4, 20, 14, 50) }],
    ['reopen', 'open', Date.UTC(2026, 4, 20, 15, 5), { closedAt: null }],
  ])('%s', (...[name, status, atMs, said]) => {
    expect(factOf(factsOf(weni, read(name)), 'conversation')).toEqual({
      id: ticket,
      atMs,
      fields: { status, ...said, lastActivityAt: atMs, statusHistory: [[atMs, status]] },
    });
  });

  it('history: each message is an event, with the contact of the body around it', () => {
    const parts = decodeBody(weni, read('history'));
    const messages = parts.map((part) =>
      part.kind === 'event' ? factOf(part.event.facts, 'message') : null,
    );
    expect(messages).toMatchObject([
      { id: 'msg-001', fields: { direction: 'out', text: 'Hi! How can I help?' } },
      {
        id: 'msg-002',
        fields: { direction: 'in', senderName: 'João Silva', phone: '5511999999999' },
      },
    ]);
  });

  it('a bad message of a history spoils itself only', () => {
    const messages = [{ message_id: 'a' }, {}, { message_id: 'b' }];
    expect(decodeBody(weni, { ticket_id: 't', messages })).toMatchObject([
      { kind: 'event' },
      { kind: 'failure', failure: { code: 'missingField', path: 'messages[1].message_id' } },
      { kind: 'event' },
    ]);
  });

  it('a ticket call of another kind is unknown', () => {
    expect(decodeBody(weni, { ticket_id: 't' })).toMatchObject([{ kind: 'unknown' }]);
  });
});

describe('Weni: when a row came into being', () => {
  const born = (body: unknown) =>
    factsOf(weni, body).map(({ entity, bornAtMs }) => [entity, bornAtMs ?? null]);
  const openedAt = Date.UTC(2026, 4, 20, 14, 30);
  const room = { uuid: 'r', created_on: '2026-05-20T14:30:00Z', is_active: true };
  const message = { uuid: 'm', created_on: '2026-05-20T14:30:00Z', text: 'oi' };

  it('is told where Weni tells it, and only there', () => {
    expect(born(read('open'))).toEqual([
      ['conversation', openedAt],
      ['contact', null],
    ]);
    expect(born(read('message'))).toEqual([
      ['message', Date.UTC(2026, 4, 20, 14, 32)],
      ['conversation', null],
    ]);
    expect(born(read('close'))).toEqual([['conversation', null]]);
    expect(born({ type: 'room.update', content: room })).toEqual([['conversation', openedAt]]);
    expect(born({ type: 'msg.create', content: message })).toEqual([['message', openedAt]]);
  });
});

describe('Weni: Chats callbacks', () => {
  it('msg.create: a message that was sent', () => {
    const body = readFixture('weni/out_wenichats_callback_msg_create_minimal.json');
    const facts = factsOf(weni, body);
    expect(factOf(facts, 'message')).toEqual({
      id: 'ba84ab60-8b18-4054-8a97-22edc5fb1d2f',
      atMs: null,
      fields: { kind: 'text', text: '1234', direction: 'out' },
    });
  });

  it('msg.create with everything', () => {
    const content = {
      uuid: 'm-1',
      user: { first_name: 'Maria', last_name: 'Souza', email: 'maria@example.com' },
      room: 'r-1',
      contact: { uuid: 'own', external_id: 'c-1', name: 'Ana' },
      text: '',
      media: [{ content_type: 'image/png', url: 'https://x.example/1' }],
      created_on: '2026-05-20T11:30:00.123456-03:00',
    };
    expect(factOf(factsOf(weni, { type: 'msg.create', content }), 'message')).toEqual({
      id: 'm-1',
      atMs: Date.UTC(2026, 4, 20, 14, 30, 0, 123),
      fields: {
        kind: 'image',
        text: '[Imagem]',
        attachmentUrl: 'https://x.example/1',
        conversationId: 'r-1',
        direction: 'out',
        senderName: 'Maria Souza',
        contactName: 'Ana',
        sentAt: Date.UTC(2026, 4, 20, 14, 30, 0, 123),
      },
    });
  });

  it('room.update: agent, queue, tags, end', () => {
    const content = {
      uuid: 'r-1',
      user: { first_name: 'Maria', last_name: '', email: 'maria@example.com' },
      contact: { uuid: 'own', external_id: 'c-1', name: 'Ana' },
      queue: { uuid: 'q', name: 'Vendas' },
      tags: [{ uuid: 't', name: 'boleto' }],
      urn: 'whatsapp:5511999990000',
      created_on: '2026-05-20T14:00:00Z',
      ended_at: '2026-05-20T15:00:00Z',
      is_active: false,
    };
    const facts = factsOf(weni, { type: 'room.update', content });
    const closedAt = Date.UTC(2026, 4, 20, 15);
    expect(factOf(facts, 'conversation')).toEqual({
      id: 'r-1',
      atMs: closedAt,
      fields: {
        contactId: 'c-1',
        contactName: 'Ana',
        phone: '5511999990000',
        channel: 'WhatsApp',
        agentName: 'Maria',
        teamName: 'Vendas',
        status: 'closed',
        labels: ['boleto'],
        openedAt: Date.UTC(2026, 4, 20, 14),
        closedAt,
        lastActivityAt: closedAt,
        statusHistory: [
          [Date.UTC(2026, 4, 20, 14), 'open'],
          [closedAt, 'closed'],
        ],
      },
    });
    expect(factOf(facts, 'contact').id).toBe('c-1');
  });

  it.each([
    [{ uuid: 'r', is_active: true, user: null }, 'queue'],
    [{ uuid: 'r', is_active: true, user: 'maria@example.com' }, 'open'],
    [{ uuid: 'r', is_active: 0 }, 'closed'],
  ])('a room %j is %s', (content, status) => {
    const facts = factsOf(weni, { type: 'room.update', content });
    expect(factOf(facts, 'conversation').fields.status).toBe(status);
  });

  it.each([
    ['out_wenichats_callback_room_update_minimal', 'room.update'],
    ['out_wenichats_callback_msg_create_media_minimal', 'msg.create'],
  ])('%s says too little to be a row', (file, name) => {
    expect(decodeBody(weni, readFixture(`weni/${file}.json`))).toEqual([{ kind: 'unknown', name }]);
  });
});
