import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

const read = (name: string, webhook = '') =>
  factsOf(weni, readFixture(`weni/${name}.json`), webhook);

describe('Weni: resthook', () => {
  const facts = read('out_resthook_payload_goflow_snapshot');
  const atMs = Date.UTC(2018, 6, 6, 12, 31, 0, 123);
  const sentAt = Date.UTC(2017, 11, 31, 13, 35, 10, 35);

  it('the run of the flow is the conversation; its newest step is its version', () => {
    expect(factOf(facts, 'conversation')).toEqual({
      id: '692926ea-09d6-4942-bd38-d266ec8d3716',
      atMs,
      fields: {
        contactId: '5d76d86b-3bb9-4d5a-b822-c9d86f5d8e4f',
        contactName: 'Ryan Lewis',
        phone: '12024561111',
        channel: 'Telefone',
        inbox: 'My Android Phone',
        status: 'bot',
        labels: [
          'Registration',
          '2Factor: 34634624463525',
          'Favorite Color: Red',
          'Intent: Success',
          'Phone Number: +12344563452',
          'webhook: Success',
        ],
        openedAt: Date.UTC(2018, 6, 6, 12, 30, 0, 123),
        lastActivityAt: atMs,
      },
    });
  });

  it('the input is the contact’s message, with its files', () => {
    expect(factOf(facts, 'message')).toEqual({
      id: '9bf91c2b-ce58-4cef-aacc-281e03f69ab5',
      atMs: sentAt,
      fields: {
        kind: 'image',
        text: 'Hi there',
        attachmentUrl: 'http://s3.amazon.com/bucket/test.jpg\nhttp://s3.amazon.com/bucket/test.mp3',
        conversationId: '692926ea-09d6-4942-bd38-d266ec8d3716',
        direction: 'in',
        senderName: 'Ryan Lewis',
        contactName: 'Ryan Lewis',
        phone: '12024561111',
        channel: 'Telefone',
        sentAt,
      },
    });
  });

  it('the contact is known by Weni’s uuid', () => {
    expect(factOf(facts, 'contact')).toEqual({
      id: '5d76d86b-3bb9-4d5a-b822-c9d86f5d8e4f',
      atMs,
      fields: {
        name: 'Ryan Lewis',
        phone: '12024561111',
        channel: 'Telefone',
        weniUuid: '5d76d86b-3bb9-4d5a-b822-c9d86f5d8e4f',
        updatedAt: atMs,
      },
    });
  });

  it('the documented body: the input has no uuid and no time, so the run and the last step name it', () => {
    const documented = read('resthook_events_data_documented');
    const lastStep = Date.UTC(2014, 5, 3, 8, 21, 9, 865);
    expect(factOf(documented, 'message')).toMatchObject({
      id: `7facea33-9fbc-4bdd-ba63-b2600cd4f69b:${lastStep}`,
      fields: { text: 'stream', kind: 'text', sentAt: lastStep },
    });
    expect(factOf(documented, 'conversation').fields).toMatchObject({
      inbox: 'Twilio +12065552020',
      labels: ['Water Survey', 'Water Source: Stream'],
    });
  });

  it('channel: null and no results', () => {
    const facts2 = read('out_resthook_payload_goflow_testdata');
    expect(factOf(facts2, 'conversation').fields).toMatchObject({ labels: ['Action Tester'] });
    expect(factOf(facts2, 'conversation').fields.inbox).toBeUndefined();
    expect(factOf(facts2, 'message').fields.text).toBe('Hi everybody');
  });

  it('the URL names the event, the body’s shape decides how it is read', () => {
    const body = readFixture('weni/resthook_events_data_documented.json');
    expect(decodeBody(weni, body, 'resthook')).toMatchObject([
      { event: { name: 'call_resthook' } },
    ]);
    expect(decodeBody(weni, body, 'whatsapp')).toMatchObject([{ event: { name: 'call_webhook' } }]);
    expect(factsOf(weni, body, 'resthook')).toEqual(factsOf(weni, body, ''));
  });
});

describe('Weni: call webhook', () => {
  it('the older default body without input and without URN: a conversation and a contact', () => {
    const facts = read('out_call_webhook_legacy_default_body', 'flow');
    expect(facts.map(({ entity }) => entity)).toEqual(['conversation', 'contact']);
    const { fields } = factOf(facts, 'contact');
    expect(fields.name).toBe('Ben Haggerty');
    expect(fields.phone).toBeUndefined();
  });

  const contact = { uuid: 'c-1', name: 'Ana', urn: 'whatsapp:5511999990000' };
  const flow = { uuid: 'f-1', name: 'Pesquisa' };

  it('the default body has no run and no time: the contact’s passage through the flow', () => {
    const results = { nota: { value: '9', category: 'Promotor' }, motivo: { value: 'rápido' } };
    const facts = factsOf(weni, { contact, flow, results });
    expect(factOf(facts, 'conversation')).toEqual({
      id: 'f-1:c-1',
      atMs: null,
      fields: {
        contactId: 'c-1',
        contactName: 'Ana',
        phone: '5511999990000',
        channel: 'WhatsApp',
        status: 'bot',
        labels: ['Pesquisa', 'nota: Promotor', 'motivo: rápido'],
      },
    });
    expect(factOf(facts, 'contact')).toMatchObject({ id: 'c-1', atMs: null });
  });

  it.each([
    ['whatsapp:5511999990000', '5511999990000', 'WhatsApp'],
    ['whatsapp:+5511999990000', '5511999990000', 'WhatsApp'],
    ['tel:+5511999990000', '5511999990000', 'Telefone'],
    ['5511999990000', '5511999990000', 'WhatsApp'],
    ['telegram:12345', undefined, 'Telegram'],
    ['whatsapp:BR.1A2b3C', undefined, 'WhatsApp'],
  ])('the URN %s', (urn, phone, channel) => {
    const { fields } = factOf(factsOf(weni, { contact: { ...contact, urn }, flow }), 'contact');
    expect([fields.phone, fields.channel]).toEqual([phone, channel]);
  });

  it('mailto: is an e-mail; without a uuid it is the contact’s key', () => {
    const facts = factsOf(weni, { contact: { urn: 'mailto:Ana@example.com' }, flow });
    expect(factOf(facts, 'contact').id).toBe('mailto:ana@example.com');
  });

  it('a contact without URN takes the one of the input', () => {
    const input = { uuid: 'm-1', text: 'oi', urn: { scheme: 'tel', path: '+5511999990000' } };
    const facts = factsOf(weni, { contact: { uuid: 'c-1', urn: null }, flow, input });
    expect(factOf(facts, 'contact').fields.phone).toBe('5511999990000');
  });

  it.each([
    ['a text of type and link', ['image/jpeg:https://x.example/a'], 'image', '[Imagem]'],
    ['a bare link', ['https://x.example/a.mp3'], 'audio', '[Áudio]'],
    ['a position', ['geo:-23.5,-46.6'], 'location', '[Localização] -23.5,-46.6'],
    ['an object', [{ content_type: 'video/mp4', url: 'https://x.example/v' }], 'video', '[Vídeo]'],
  ])('an attachment as %s', (...[, attachments, kind, text]) => {
    const facts = factsOf(weni, { contact, flow, input: { uuid: 'm-1', attachments } });
    expect(factOf(facts, 'message').fields).toMatchObject({ kind, text });
  });

  it.each([
    ['a body that the user made up', { platform: 'weni', author: 'ana' }, 'call_webhook'],
    ['an empty one', {}, 'call_webhook'],
    ['one with a type of its own', { type: 'pedido' }, 'pedido'],
    ['a flow without a contact', { flow, results: {} }, 'call_webhook'],
    ['goflow’s own log entry', { type: 'webhook_called', url: 'x' }, 'webhook_called'],
  ])('%s is unknown', (_, body, name) => {
    expect(decodeBody(weni, body)).toEqual([{ kind: 'unknown', name }]);
  });

  it.each([
    ['a contact’s name', { contact: { uuid: 'c', name: {} }, flow }, 'contact.name'],
    ['a step', { contact, flow, path: [{ arrived_on: 'now' }] }, 'path[0].arrived_on'],
    ['the steps', { contact, flow, path: 'x' }, 'path'],
    ['a result', { contact, flow, results: { nota: 9 } }, 'results.nota'],
  ])('another type of %s is a failure that says where', (_, body, path) => {
    expect(decodeBody(weni, body)).toMatchObject([{ kind: 'failure', failure: { path } }]);
  });
});
