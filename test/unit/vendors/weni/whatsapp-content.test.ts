import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { mergedFields } from '../../../support/merging';
import { change, send, sentAtMs } from './whatsapp-bodies';

const contentOf = (message: object) => {
  const { kind, text } = factOf(send(message), 'message').fields;
  return { kind, text };
};
const interactive = (type: string, said: object) => ({
  type: 'interactive',
  interactive: { type, ...said },
});

describe('Weni: words of interactive messages', () => {
  it.each([
    [
      'call_permission_reply',
      { call_permission_reply: { response: 'reject', response_source: 'automatic' } },
      'call',
      '[Ligações recusadas]',
    ],
    [
      'payment_notification',
      { payment_notification: { reference_id: 'p1', status: 'failed' } },
      'payment',
      '[Pagamento] p1, failed',
    ],
    [
      'payment_method',
      { payment_method: { payment_method: 'pix', reference_id: 'p1', last_four_digits: '' } },
      'payment',
      '[Pagamento] p1, pix',
    ],
    [
      'survey_reply',
      { survey_reply: { id: 'x', title: 'Ótimo', comment: { text: 'Voltarei' }, flow_token: 't' } },
      'unknown',
      '[Mensagem interativa] survey_reply, Ótimo, Voltarei',
    ],
    ['survey_reply', {}, 'unknown', '[Mensagem interativa] survey_reply'],
    [
      'button',
      {
        body: { text: 'Confirma?' },
        action: { buttons: [{ type: 'reply', reply: { id: '1', title: 'Sim' } }] },
      },
      'buttons',
      'Confirma?\nSim',
    ],
    [
      'cta_url',
      {
        body: { text: 'Veja' },
        action: {
          name: 'cta_url',
          parameters: { display_text: 'Abrir', url: 'https://x.example' },
        },
      },
      'buttons',
      'Veja\nAbrir',
    ],
    [
      'nfm_reply',
      {
        nfm_reply: {
          name: 'address_message',
          body: 'Rua das Flores, 10',
          response_json: JSON.stringify({
            values: { city: 'Recife', floor: 2 },
            tags: ['a', 'b'],
            flow_token: 'segredo',
            api_key: 'segredo',
          }),
        },
      },
      'form',
      '[Formulário] Rua das Flores, 10\ncity: Recife\nfloor: 2\ntags: a, b',
    ],
    [
      'nfm_reply',
      { nfm_reply: { response_json: '{"flow_token":"segredo"}' } },
      'form',
      '[Formulário]',
    ],
    ['nfm_reply', { nfm_reply: { response_json: 'sim' } }, 'form', '[Formulário] sim'],
  ])('%s %j', (...[type, said, kind, text]) => {
    expect(contentOf(interactive(type, said))).toEqual({ kind, text });
  });
});

describe('Weni: words of messages of a type we do not know', () => {
  it.each([
    [
      { type: 'poll', poll: { name: 'Almoço?', id: 7 } },
      '[Mensagem não reconhecida] poll, Almoço?',
    ],
    [{ type: 'poll', poll: 'Almoço?' }, '[Mensagem não reconhecida] poll, Almoço?'],
    [{ type: 'poll', poll: null }, '[Mensagem não reconhecida] poll'],
    [
      { type: 'unsupported', unsupported: { type: 'poll_creation' } },
      '[Mensagem não suportada] poll_creation',
    ],
  ])('%j', (message, text) => {
    expect(contentOf(message)).toEqual({ kind: 'unknown', text });
  });

  it('the product that is asked about stands below the question', () => {
    const context = { referred_product: { catalog_id: 'c', product_retailer_id: 'SKU1' } };
    expect(contentOf({ type: 'text', text: { body: 'Tem?' }, context }).text).toBe(
      'Tem?\n[Produto] SKU1',
    );
  });
});

const statusOf = (seconds: number, said: object) => {
  const timestamp = String(sentAtMs / 1000 + seconds);
  const status = { id: 'm', recipient_id: '5511999990000', timestamp, ...said };
  return factsOf(weni, change({ statuses: [status] }));
};

describe('Weni: what a status says of a message', () => {
  const read = statusOf(60, { status: 'read', type: 'message' });

  it.each([
    ['a payment', { type: 'payment', status: 'failed', payment: { reference_id: 'p' } }],
    ['a payment', { type: 'payment', status: 'captured' }],
    ['a kind that is new', { type: 'refund', status: 'failed' }],
  ])('%s is no delivery: %j', (_, said) => {
    const payment = statusOf(300, said);
    expect(mergedFields('message', 'm', [read, payment]).status).toBe('read');
    expect(payment).toEqual([]);
  });

  it('is counted by what it is of', () => {
    const statuses = [{ id: 'm', from: '5511999990000', type: 'payment', status: 'captured' }];
    expect(decodeBody(weni, change({ statuses }))).toEqual([
      { kind: 'noise', name: 'statuses.payment' },
    ]);
  });

  it('a message that failed and arrived after all is delivered', () => {
    const failed = statusOf(10, { status: 'failed', errors: [{ code: 1 }] });
    const delivered = statusOf(20, { status: 'delivered' });
    expect(mergedFields('message', 'm', [delivered, failed]).status).toBe('delivered');
    expect(mergedFields('message', 'm', [failed, delivered]).status).toBe('delivered');
  });

  it('a warning is no step', () => {
    expect(mergedFields('message', 'm', [read, statusOf(90, { status: 'warning' })]).status).toBe(
      'read',
    );
  });

  it('never makes a row that is taken for new; the message itself does', () => {
    expect(read.map(({ bornAtMs }) => bornAtMs)).toEqual([undefined]);
    const written = send({ type: 'text', text: { body: 'oi' } });
    expect(written.map(({ entity, bornAtMs }) => [entity, bornAtMs])).toEqual([
      ['message', sentAtMs],
      ['conversation', undefined],
      ['contact', undefined],
    ]);
  });
});
