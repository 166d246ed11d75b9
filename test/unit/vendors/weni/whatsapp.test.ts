import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { readFixture } from '../../../support/fixtures';

const atMs = 1_454_119_029_000;
const read = (name: string) => factsOf(weni, readFixture(`weni/out_whatsapp_channel_${name}.json`));

const change = (value: object, field = 'messages'): unknown => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', time: 1_454_119_029, changes: [{ field, value }] }],
});
const metadata = { display_phone_number: '+55 11 3333-0000', phone_number_id: '12345' };
const contacts = [
  { wa_id: '5511999990000', profile: { name: 'Ana' } },
  { wa_id: '5511999990001', profile: { name: 'Bia' } },
];
const base = { id: 'wamid.1', from: '5511999990000', timestamp: '1454119029' };
const send = (message: object) =>
  factsOf(weni, change({ metadata, contacts, messages: [{ ...base, ...message }] }));
const content = (message: object) => {
  const { kind, text, attachmentUrl } = factOf(send(message), 'message').fields;
  return { kind, text, attachmentUrl };
};

describe('Weni: messages of the WhatsApp channel', () => {
  it('a text: message, conversation of our number with the person, contact', () => {
    const facts = read('message_text');
    expect(factOf(facts, 'message')).toEqual({
      id: 'external_id',
      atMs,
      fields: {
        kind: 'text',
        text: 'Hello World',
        conversationId: '12345:5678',
        direction: 'in',
        senderName: 'Kerry Fisher',
        contactName: 'Kerry Fisher',
        phone: '5678',
        channel: 'WhatsApp',
        sentAt: atMs,
      },
    });
    expect(factOf(facts, 'conversation')).toEqual({
      id: '12345:5678',
      atMs,
      fields: {
        contactId: 'tel:5678',
        contactName: 'Kerry Fisher',
        phone: '5678',
        channel: 'WhatsApp',
        inbox: '+250 788 123 200',
        openedAt: atMs,
        lastActivityAt: atMs,
      },
    });
    expect(factOf(facts, 'contact')).toEqual({
      id: 'tel:5678',
      atMs,
      fields: { name: 'Kerry Fisher', phone: '5678', channel: 'WhatsApp', updatedAt: atMs },
    });
  });

  it('the button that was chosen', () => {
    expect(factOf(read('message_button_reply'), 'message').fields).toMatchObject({
      kind: 'buttons',
      text: 'Yes',
    });
  });

  it.each([
    [{ type: 'button', button: { text: 'Sair', payload: 'p' } }, 'buttons', 'Sair'],
    [
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { title: 'Boleto' } } },
      'list',
      'Boleto',
    ],
    [
      {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { body: 'Sent', response_json: '{"a":1}' } },
      },
      'form',
      '[Formulário] Sent\na: 1',
    ],
    [
      { type: 'location', location: { latitude: -23.5, longitude: -46.6, name: 'Loja' } },
      'location',
      '[Localização] Loja, -23.5, -46.6',
    ],
    [
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Cris' }, phones: [{ phone: '+55 11 1' }] }],
      },
      'contact',
      '[Contato] Cris +55 11 1',
    ],
    [{ type: 'reaction', reaction: { message_id: 'x', emoji: '👍' } }, 'reaction', '[Reação] 👍'],
    [{ type: 'reaction', reaction: { message_id: 'x' } }, 'reaction', '[Reação retirada]'],
    [
      { type: 'order', order: { product_items: [{ product_retailer_id: 'A1', quantity: 2 }] } },
      'order',
      '[Pedido] 2 × A1',
    ],
    [{ type: 'system', system: { body: 'Ana mudou de número' } }, 'system', 'Ana mudou de número'],
    [{ type: 'constructor' }, 'unknown', '[Mensagem não reconhecida] constructor'],
    [{}, 'unknown', '[Mensagem não reconhecida] unknown'],
  ])('%j', (message, kind, text) => {
    expect(content(message)).toEqual({ kind, text });
  });

  it.each([
    ['image', { id: 'm', caption: 'olha', url: 'https://x.example/1' }, 'olha'],
    ['audio', { id: 'm', voice: true }, '[Áudio]'],
    ['video', { id: 'm' }, '[Vídeo]'],
    ['document', { id: 'm', filename: 'boleto.pdf' }, '[Documento] boleto.pdf'],
    ['sticker', { id: 'm' }, '[Figurinha]'],
  ])('a file: %s', (type, file, text) => {
    const attachmentUrl = 'url' in file ? file.url : undefined;
    expect(content({ type, [type]: file })).toEqual({ kind: type, text, attachmentUrl });
  });

  it('a type that Meta does not pass on says its error', () => {
    const errors = [
      { code: 131051, title: 'Unsupported message type', error_data: { details: 'not supported' } },
    ];
    expect(factOf(send({ type: 'unsupported', errors }), 'message').fields).toMatchObject({
      kind: 'unknown',
      error: '131051 Unsupported message type: not supported',
    });
  });

  it('each message of a change finds its own person', () => {
    const messages = [
      { ...base, id: 'a', type: 'text', text: { body: '1' } },
      { ...base, id: 'b', from: '5511999990001', type: 'text', text: { body: '2' } },
    ];
    const names = decodeBody(weni, change({ metadata, contacts, messages })).map((part) =>
      part.kind === 'event' ? factOf(part.event.facts, 'message').fields.contactName : part,
    );
    expect(names).toEqual(['Ana', 'Bia']);
  });

  it('a person without a phone is known by Meta’s id', () => {
    const message = { ...base, from: undefined, from_user_id: 'BR.1A', type: 'text', text: {} };
    const person = { user_id: 'BR.1A', profile: { name: 'Duda' } };
    const facts = factsOf(weni, change({ metadata, contacts: [person], messages: [message] }));
    expect(factOf(facts, 'contact')).toMatchObject({ id: 'BR.1A', fields: { name: 'Duda' } });
    expect(factOf(facts, 'message').fields.phone).toBeUndefined();
  });

  it('an echo is what the company wrote on its own telephone', () => {
    const echo = { id: 'e', from: '551133330000', to: '5511999990000', timestamp: '1454119029' };
    const value = { metadata, message_echoes: [{ ...echo, type: 'text', text: { body: 'oi' } }] };
    expect(factOf(factsOf(weni, change(value, 'smb_message_echoes')), 'message')).toMatchObject({
      id: 'e',
      fields: { direction: 'out', text: 'oi', phone: '5511999990000' },
    });
  });
});

describe('Weni: statuses of sent messages', () => {
  it('sent: the row of a message whose text Meta does not send', () => {
    const facts = read('status_sent');
    expect(factOf(facts, 'message')).toEqual({
      id: 'external_id',
      atMs,
      fields: {
        conversationId: '12345:5678',
        direction: 'out',
        contactName: 'Kerry Fisher',
        phone: '5678',
        channel: 'WhatsApp',
        status: 'sent',
        sentAt: atMs,
      },
    });
    expect(facts.map(({ entity }) => entity)).toEqual(['message', 'conversation', 'contact']);
  });

  const status = (said: object) => {
    const item = { id: 'wamid.9', recipient_id: '5511999990000', timestamp: '1454119029', ...said };
    return factsOf(weni, change({ metadata, statuses: [item] }));
  };

  it.each([
    ['delivered', { status: 'delivered', deliveredAt: atMs }],
    ['read', { status: 'read', readAt: atMs }],
    ['played', { status: 'read', readAt: atMs }],
    ['deleted', { status: 'deleted' }],
  ])('%s: one step more, nothing else is touched', (word, said) => {
    const facts = status({ status: word });
    expect(facts).toHaveLength(1);
    expect(factOf(facts, 'message').fields).toEqual({
      conversationId: '12345:5511999990000',
      direction: 'out',
      phone: '5511999990000',
      channel: 'WhatsApp',
      ...said,
    });
  });

  it('failed: with Meta’s reason', () => {
    const errors = [
      { code: 131026, title: 'Message undeliverable' },
      { code: '1', message: 'x' },
    ];
    expect(factOf(status({ status: 'failed', errors }), 'message').fields).toMatchObject({
      status: 'failed',
      error: '131026 Message undeliverable; 1 x',
    });
  });
});

describe('Weni: other changes of the channel', () => {
  it.each([
    ['APPROVED', 'approved'],
    ['REJECTED', 'rejected'],
    ['PAUSED', 'paused'],
    ['DISABLED', 'disabled'],
    ['PENDING_DELETION', 'pendingDeletion'],
    ['IN_APPEAL', 'inAppeal'],
  ])('a template that is %s', (event, status) => {
    const value = {
      event,
      message_template_id: 594425479261596,
      message_template_name: 'boas_vindas',
      message_template_language: 'pt_BR',
    };
    const facts = factsOf(weni, change(value, 'message_template_status_update'));
    expect(factOf(facts, 'template')).toEqual({
      id: '594425479261596',
      atMs,
      fields: { name: 'boas_vindas (pt_BR)', status },
    });
  });

  it('a field without messages is unknown by its name', () => {
    expect(decodeBody(weni, change({ x: 1 }, 'account_update'))).toEqual([
      { kind: 'unknown', name: 'account_update' },
    ]);
  });
});
