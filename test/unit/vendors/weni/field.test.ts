import { describe, expect, it } from '@jest/globals';
import { weni } from '../../../../src/vendors/weni/weni';
import { moment, saidIn, type FieldLine } from '../../../support/field';

const lines: readonly FieldLine[] = [
  ['referral', 'message', 'W3', { text: 'vi o anúncio\n[Anúncio] Promo, https://fb.me/x' }],
  ['form-reply', 'message', 'W17', { kind: 'form', text: '[Formulário] Sent\nnome: Rui' }],
  ['form-reply-object', 'message', 'W18', { kind: 'form', text: '[Formulário]\nnome: Rui' }],
  ['statuses-out-of-order', 'message', 'X1', { readAt: moment(9), deliveredAt: moment(4) }],
  ['status-failed', 'message', 'X2', { status: 'failed', sentAt: moment() }],
  [
    'unsupported',
    'message',
    'W21',
    { kind: 'unknown', error: expect.stringContaining('131051 Message type unknown') },
  ],
  ['without-phone', 'contact', 'BR.1A2b', { name: 'Sem Fone', phone: undefined }],
  ['default-body-results', 'conversation', 'f8:c2', { labels: ['F', 'nota: 5'] }],
  [
    'default-body-empty-lists',
    'contact',
    'c9',
    { name: undefined, phone: '5511999990000', channel: 'WhatsApp' },
  ],
  ['default-body-php', 'contact', 'c3', { phone: '5511999990033', channel: 'Telefone' }],
  [
    'resthook-media',
    'message',
    'in3',
    {
      kind: 'image',
      attachmentUrl: 'https://s3.example.com/1.jpg\nhttps://s3.example.com/2.mp3',
      channel: 'WhatsApp',
    },
  ],
  ['order', 'message', 'W19', { kind: 'order', text: '[Pedido] 2 × SKU1, 1 × SKU2' }],
  ['template-flagged', 'template', '704', { status: 'flagged', name: 'n_704 (pt_BR)' }],
  [
    'room-closed',
    'conversation',
    'r1',
    { agentName: 'Ana', labels: ['vip'], closedAt: moment(500), openedAt: moment() },
  ],
];

describe('Weni: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(weni, line)).toEqual(line[3]);
  });
});
