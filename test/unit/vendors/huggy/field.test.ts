import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { moment, saidIn, type FieldLine } from '../../../support/field';

const lines: readonly FieldLine[] = [
  [
    'file-as-object',
    'message',
    '6006',
    { kind: 'document', attachmentUrl: 'https://cdn.example.com/x.pdf', text: 'oi 6006' },
  ],
  ['php-empty-lists', 'message', '6007', { kind: 'text', text: 'oi 6007', senderName: undefined }],
  ['several-events', 'conversation', '8010', { channel: 'WhatsApp Enterprise', status: 'open' }],
  [
    'several-events',
    'attendance',
    '8010',
    { status: 'waiting', requestedAt: moment(), department: '3' },
  ],
  ['several-events', 'contact', '74', { name: 'Cliente 74', channel: 'WhatsApp' }],
  [
    'started-chat-nested',
    'conversation',
    '8012',
    { channel: 'Telegram', contactName: 'Cliente 76', status: 'queue' },
  ],
  ['closed-chat-tabulations', 'attendance', '8015', { category: null }],
  ['closed-chat-tabulations', 'attendance', '8016', { category: 'Spam' }],
  ['closed-chat-tabulations', 'attendance', '8017', { category: null, finishedAt: moment() }],
  ['automation-flow', 'conversation', '8023', { teamName: 'Suporte', openedAt: moment(-60) }],
  ['widget-visitor-without-name', 'message', '6037', { senderName: undefined, channel: 'Site' }],
  ['agents-with-nulls', 'agentStatus', '501', { statusCode: '0', isAvailable: true }],
  [
    'agents-with-nulls',
    'agentStatus',
    '502',
    { name: undefined, isOnline: false, isAvailable: false },
  ],
  ['agents-with-nulls', 'agentStatus', '503', { isOnline: true, isAvailable: false }],
  ['form-with-blank-answer', 'message', `8025:form:${moment()}`, { text: 'Nome: Lia' }],
  ['closed-chat-poor', 'attendance', '8014', { finishedAt: moment(50), category: null }],
  [
    'agent-entered-late',
    'attendance',
    '8014',
    { startedAt: moment(10), contactName: 'Cliente 78' },
  ],
  ['situations', 'conversation', '8040', { status: 'blocked' }],
  ['situations', 'conversation', '8041', { status: 'closed' }],
  ['situations', 'conversation', '8043', { status: 'novo_estado' }],
];

describe('Huggy: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(huggy, line)).toEqual(line[3]);
  });
});
