import { describe, expect, it } from '@jest/globals';
import { factOf } from '../../../support/decoding';
import { readHuggy as read, sendHuggy } from '../../../support/huggy-facts';

const atMs = 1_659_382_581_000;
const sentAt = Date.UTC(2022, 7, 1, 19, 36, 21);

const contact = { contactName: 'Cliente Exemplo', phone: '5575999990000' };
const conversation = {
  ...contact,
  contactId: '1001',
  email: 'cliente@example.com',
  channel: 'WhatsApp',
  lastActivityAt: sentAt,
  messages: [[sentAt, '5005']],
};
const message = {
  ...contact,
  conversationId: '4004',
  kind: 'text',
  text: 'texto',
  channel: 'WhatsApp',
  sentAt,
  isPrivate: false,
};

const send = (name: string, item: object) => sendHuggy(name, { id: 5, ...item });

describe('Huggy: messages', () => {
  it.each([
    [
      'receivedMessage',
      { ...message, direction: 'in', senderName: 'Cliente Exemplo' },
      { ...conversation, teamName: undefined, status: 'bot', contactAt: sentAt },
    ],
    [
      'receivedAllMessage',
      { ...message, direction: 'in', senderName: 'Cliente Exemplo' },
      {
        ...conversation,
        teamName: '3003',
        status: 'open',
        agentName: 'Agente Exemplo',
        contactAt: sentAt,
      },
    ],
    [
      'sentAllMessage',
      { ...message, direction: 'out', senderName: 'Agente Exemplo', status: 'sent' },
      {
        ...conversation,
        teamName: '3003',
        status: 'open',
        agentName: 'Agente Exemplo',
        firstReplyAt: sentAt,
      },
    ],
  ])('%s: message, conversation and contact', (name, messageSaid, conversationSaid) => {
    const facts = read(name);
    expect(factOf(facts, 'message')).toEqual({ id: '5005', atMs, fields: messageSaid });
    expect(factOf(facts, 'conversation')).toEqual({ id: '4004', atMs, fields: conversationSaid });
    expect(factOf(facts, 'contact')).toEqual({
      id: '1001',
      atMs,
      fields: {
        name: 'Cliente Exemplo',
        phone: '5575999990000',
        email: 'cliente@example.com',
        channel: 'WhatsApp',
      },
    });
  });

  it('the two received events of one message are one row', () => {
    const [one, other] = ['receivedMessage', 'receivedAllMessage'].map((name) =>
      factOf(read(name), 'message'),
    );
    expect(one).toEqual(other);
  });

  it('the documented name sendedAllMessage means the same as sentAllMessage', () => {
    const item = { body: 'oi', chat: { id: 1 }, senderType: 'agent', sender: { name: 'Ana' } };
    expect(send('sendedAllMessage', item)).toEqual(send('sentAllMessage', item));
  });

  it('the direction is the event’s, whatever senderType says', () => {
    const facts = send('receivedAllMessage', { senderType: 'agent', sender: { id: 2 } });
    expect(factOf(facts, 'message').fields.direction).toBe('in');
    expect(facts.some(({ entity }) => entity === 'contact')).toBe(false);
  });

  it.each([
    ['https://cdn.example/a.jpg?x=1', 'image', '[Imagem]'],
    ['https://cdn.example/a.OGG', 'audio', '[Áudio]'],
    ['https://cdn.example/a.mp4', 'video', '[Vídeo]'],
    ['https://cdn.example/a.pdf', 'document', '[Documento]'],
    ['https://cdn.example/a', 'document', '[Documento]'],
  ])('a file %s is %s', (file, kind, text) => {
    const { fields } = factOf(send('receivedMessage', { file, body: '' }), 'message');
    expect(fields).toMatchObject({ kind, text, attachmentUrl: file });
    const captioned = factOf(send('receivedMessage', { file, body: 'olha' }), 'message');
    expect(captioned.fields.text).toBe('olha');
  });

  it.each([
    ['an internal note', { is_internal: true, sender: { name: 'Ana' } }, 'text', true],
    ['isInternal in the other spelling', { isInternal: 1, sender: { name: 'Ana' } }, 'text', true],
    ['the platform’s own line', { is_internal: true, sender: null }, 'system', true],
    ['an e-mail', { is_internal: false, is_email: true }, 'email', false],
    ['neither said', {}, 'text', undefined],
  ])('%s', (...[, item, kind, isPrivate]) => {
    const { fields } = factOf(send('sentAllMessage', item), 'message');
    expect([fields.kind, fields.isPrivate]).toEqual([kind, isPrivate]);
  });

  it('an internal note is no first reply and does not change the agent', () => {
    const item = {
      chat: { id: 1 },
      is_internal: true,
      senderType: 'agent',
      sender: { name: 'Ana' },
    };
    const { fields } = factOf(send('sentAllMessage', item), 'conversation');
    expect(fields).toEqual({ lastActivityAt: atMs, messages: undefined });
  });

  it('a message that was read says so', () => {
    const item = { send_at: '2022-08-01 16:36:21', read_at: '2022-08-01 16:40:00' };
    const { fields } = factOf(send('sentAllMessage', item), 'message');
    expect(fields).toMatchObject({ readAt: Date.UTC(2022, 7, 1, 19, 40), status: 'read' });
  });

  it.each([[null], [''], [false], ['0000-00-00 00:00:00']])('read_at %j is not read', (read_at) => {
    expect(factOf(send('sentAllMessage', { read_at }), 'message').fields).toMatchObject({
      status: 'sent',
      sentAt: atMs,
    });
  });

  it.each([
    ['as an object', { name: 'telegram', source: 'x' }, 'Telegram'],
    ['as text', 'telegram', 'Telegram'],
    ['as PHP’s []', [], undefined],
    ['as null', null, undefined],
  ])('the channel %s', (_, channel, said) => {
    expect(factOf(send('receivedMessage', { channel }), 'message').fields.channel).toBe(said);
  });

  it('what a mention leaves blank never empties the contact', () => {
    const customer = { id: 7, name: '', mobile: null, phone: '551133330000' };
    const facts = send('receivedMessage', { chat: { id: 1 }, customer });
    expect(factOf(facts, 'contact')).toEqual({ id: '7', atMs, fields: { phone: '551133330000' } });
  });

  it.each([
    ['the chat’s customer', { chat: { id: 1, customer: { id: 7 } } }, '7'],
    ['the sender', { sender: { phone: '+55 11 3333-0000' } }, 'tel:551133330000'],
  ])('without a customer the contact is %s', (_, item, id) => {
    expect(factOf(send('receivedMessage', item), 'contact').id).toBe(id);
  });

  it.each([
    ['the chat’s customer is a number alone', { chat: { id: 1, customer: { id: 7 } } }],
    ['the customer is a number alone', { chat: { id: 1 }, customer: { id: '7' } }],
  ])('%s: the sender of that number has the name', (_, item) => {
    const sender = { id: 7, name: 'Lia', mobile: '5511933330000' };
    const facts = send('receivedMessage', { ...item, sender });
    const known = { phone: '5511933330000' };
    expect(factOf(facts, 'contact').fields).toMatchObject({ ...known, name: 'Lia' });
    expect(factOf(facts, 'message').fields).toMatchObject({ ...known, contactName: 'Lia' });
    expect(factOf(facts, 'conversation').fields).toMatchObject({ ...known, contactName: 'Lia' });
  });

  it.each([
    ['a number alone', { id: 2002 }, undefined],
    ['a number and an e-mail', { id: 2002, email: 'ana@example.com' }, 'ana@example.com'],
  ])('an agent of whom a message has %s keeps the name that is known', (_, sender, agentName) => {
    const item = { chat: { id: 1 }, senderType: 'agent', sender, send_at: '2022-08-01 16:36:21' };
    const facts = send('sentAllMessage', { ...item, is_internal: false });
    const told = factOf(facts, 'conversation').fields;
    expect(told).toMatchObject({ agentName, firstReplyAt: sentAt });
    expect(factOf(facts, 'message').fields.senderName).toBe(agentName);
    const note = send('sentAllMessage', { ...item, is_internal: true });
    expect(factOf(note, 'message').fields.kind).toBe('text');
  });

  it('a sender of another number says nothing of the customer', () => {
    const item = { chat: { id: 1, customer: { id: 7 } }, sender: { id: 8, name: 'Lia' } };
    expect(factOf(send('receivedMessage', item), 'contact')).toMatchObject({
      id: '7',
      fields: { name: undefined },
    });
  });

  it.each([
    ['with send_at it came into being then', { send_at: '2022-08-01 16:36:21' }, sentAt],
    ['without it nothing tells when', {}, undefined],
  ])('%s', (_, item, bornAtMs) => {
    const [fact] = send('receivedMessage', item);
    expect(fact).toMatchObject({ entity: 'message' });
    expect(fact?.bornAtMs).toBe(bornAtMs);
  });

  it.each([[null], [[]], ['']])('chat %j: the message stands without a conversation', (chat) => {
    expect(send('receivedMessage', { chat }).map(({ entity }) => entity)).toEqual(['message']);
  });

  it.each([
    ['auto', 'bot'],
    ['wait_for_chat', 'queue'],
    ['in_queue', 'queue'],
    ['queue', 'queue'],
    ['in_chat', 'open'],
    ['finishing', 'closed'],
    ['closed', 'closed'],
    ['blocked', 'blocked'],
    ['constructor', 'constructor'],
    ['novo', 'novo'],
  ])('situation %s is %s', (situation, status) => {
    const facts = send('receivedMessage', { chat: { id: 1, situation } });
    expect(factOf(facts, 'conversation').fields.status).toBe(status);
  });

  it.each([
    [0, undefined],
    ['0', undefined],
    [false, undefined],
    [null, undefined],
    [[], undefined],
    [12, '12'],
    [{ id: 12, name: 'Vendas' }, 'Vendas'],
    [undefined, undefined],
  ])('department %j is %j', (department, teamName) => {
    const facts = send('receivedMessage', { chat: { id: 1, department } });
    expect(factOf(facts, 'conversation').fields.teamName).toBe(teamName);
  });
});
