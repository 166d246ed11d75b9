import { describe, expect, it } from '@jest/globals';
import { plug } from '../../../../src/vendors/plug/plug';
import { receivedAtMs } from '../../../support/decoding';
import { moment, saidIn, type FieldLine } from '../../../support/field';

const lines: readonly FieldLine[] = [
  ['contacts-list', 'message', 'P17', { kind: 'contact', text: '[Contatos] Rui 1, Eva' }],
  ['awaited', 'message', 'P45', { kind: 'unknown', text: '[Aguardando a mensagem]' }],
  [
    'group-notification-objects',
    'message',
    'P41',
    { kind: 'group', contactName: 'Turma', senderName: '5511900001111', phone: '120363-group' },
  ],
  ['group-text', 'message', 'P46', { senderName: 'Eva', conversationId: '120363-group' }],
  ['without-time', 'message', 'P52', { sentAt: receivedAtMs, text: 'sem hora' }],
  ['lid', 'contact', '77@lid', { name: 'Oculta' }],
  [
    'start-trailing-blank',
    'attendance',
    '501',
    { operators: [[moment(60), 'Ana Flávia']], requestedAt: moment(), status: 'active' },
  ],
  ['finish-categories-null-item', 'attendance', '502', { category: 'Venda: Fechada; Pós' }],
  [
    'finish-nulls',
    'attendance',
    '503',
    { category: undefined, department: undefined, operators: undefined, requestedAt: undefined },
  ],
  [
    'delivery-error-object',
    'message',
    'S7',
    { status: 'failed', error: '131026', sentAt: receivedAtMs },
  ],
  ['unknown-kind', 'message', 'P44', { kind: 'unknown', text: '[hologramMessage] oi' }],
  ['status-read-by-me', 'message', '5', { status: 'read', readAt: moment() }],
  ['from-me', 'message', 'P49', { direction: 'out', contactName: 'Bruna', senderName: 'Loja' }],
  [
    'text-with-ad',
    'message',
    'P54',
    { text: 'x\n[Anúncio] Anúncio, https://fb.example.com', kind: 'text' },
  ],
];

describe('PlugChat: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(plug, line)).toEqual(line[3]);
  });
});
