import { describe, expect, it } from '@jest/globals';
import { huggy } from '../../../../src/vendors/huggy/huggy';
import { factOf, factsOf } from '../../../support/decoding';
import { moment, saidIn, type FieldLine } from '../../../support/field';
import { readFixture } from '../../../support/fixtures';
import { rowsAfter } from '../../../support/rows';

const lines: readonly FieldLine[] = [
  [
    'file-as-object',
    'message',
    '6006',
    { kind: 'document', attachmentUrl: 'https://cdn.example.com/x.pdf', text: 'oi 6006' },
  ],
  ['php-empty-lists', 'message', '6007', { kind: 'text', text: 'oi 6007', senderName: undefined }],
  ['several-events', 'conversation', '8010', { channel: 'WhatsApp Enterprise', status: 'open' }],
  ['several-events', 'contact', '74', { name: 'Cliente 74', channel: 'WhatsApp' }],
  [
    'started-chat-nested',
    'conversation',
    '8012',
    { channel: 'Telegram', contactName: 'Cliente 76', status: 'queue' },
  ],
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
  [
    'created-customer-channel-text',
    'contact',
    '91001',
    { name: 'Huggy Prova', channel: 'WhatsApp', createdAt: Date.UTC(2026, 6, 1, 12) },
  ],
  ['situations', 'conversation', '8040', { status: 'blocked' }],
  ['situations', 'conversation', '8041', { status: 'closed' }],
  ['situations', 'conversation', '8043', { status: 'novo_estado' }],
];

/** Files posted one after the other, and the attendances of a chat that must come of them. */
const attendances: readonly (readonly [readonly string[], string, object])[] = [
  [
    ['several-events'],
    '8010',
    { status: 'Aguardando', requestedAt: moment(), startedAt: null, department: '3' },
  ],
  [['closed-chat-tabulations'], '8015', { status: 'Finalizado', category: null }],
  [['closed-chat-tabulations'], '8016', { category: 'Spam' }],
  [['closed-chat-tabulations'], '8017', { category: null, finishedAt: moment() }],
  [['closed-chat-poor'], '8014', { finishedAt: moment(50), category: null, operator: null }],
  [
    ['closed-chat-poor', 'agent-entered-late'],
    '8014',
    { status: 'Finalizado', startedAt: moment(10), customer: 'Cliente 78' },
  ],
  [
    ['closed-before-entered.1', 'closed-before-entered.2'],
    '93004',
    {
      status: 'Finalizado',
      operator: 'Agente Quatro',
      startedAt: Date.UTC(2026, 6, 1, 12, 5),
      finishedAt: Date.UTC(2026, 6, 1, 12, 11),
    },
  ],
];

const readBodies = (names: readonly string[]): readonly unknown[] =>
  names.map((name) => readFixture(`huggy/field/${name}.json`));

describe('Huggy: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(huggy, line)).toEqual(line[3]);
  });

  it.each(attendances)('%j: the attendance of chat %s', (names, id, row) => {
    expect(rowsAfter(huggy, readBodies(names)).attendancesOf(id)).toMatchObject([row]);
  });

  it('closedChat that comes before the agent entered: the chat stays closed', () => {
    const rows = rowsAfter(
      huggy,
      readBodies(['closed-before-entered.1', 'closed-before-entered.2']),
    );
    expect(rows.of('conversation', '93004')).toMatchObject({
      status: 'Encerrada',
      agent: 'Agente Quatro',
      closedAt: Date.UTC(2026, 6, 1, 12, 11),
    });
  });

  it('an answer that was left blank is no line', () => {
    const [body] = readBodies(['form-with-blank-answer']);
    expect(factOf(factsOf(huggy, body), 'message').fields.text).toBe('Nome: Lia');
  });

  it('one message under two events, the chat’s start beside it: one row of each', () => {
    const rows = rowsAfter(huggy, readBodies(['same-message-two-events']));
    expect(rows.of('message', '92002')).toMatchObject({
      text: 'Oi',
      direction: 'Recebida',
      sentAt: Date.UTC(2026, 6, 1, 12),
    });
    expect(rows.of('conversation', '93002')).toMatchObject({ contact: 'Huggy Dois' });
  });
});
