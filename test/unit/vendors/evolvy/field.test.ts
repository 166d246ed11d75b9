import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { moment, saidIn, type FieldLine } from '../../../support/field';
import { readFixture } from '../../../support/fixtures';
import { rowsAfter } from '../../../support/rows';

const lines: readonly FieldLine[] = [
  [
    'v204-conversation-created',
    'conversation',
    '1000',
    { status: 'open', openedAt: moment(), contactName: 'Cliente 1000', channel: 'WhatsApp' },
  ],
  [
    'v211-message-outgoing',
    'conversation',
    '1002',
    { statusHistory: [[moment(60), 'open']], inbox: 'Caixa Zap', agentName: 'Ag 3' },
  ],
  [
    'v211-message-outgoing',
    'message',
    '31002',
    { direction: 'out', senderName: 'Ag 3', status: 'sent' },
  ],
  [
    'v211-updated-resolved',
    'conversation',
    '1002',
    { status: 'resolved', closedAt: moment(300.5), teamName: 'vendas' },
  ],
  ['v312-updated-resolved', 'conversation', '1006', { closedAt: moment(300.5) }],
  [
    'v411-message-incoming',
    'conversation',
    '1009',
    { statusHistory: [[moment(0.25), 'open']], openedAt: moment(-100) },
  ],
  [
    'v411-message-incoming',
    'contact',
    '1009',
    { name: 'Cliente 1009', phone: '+5511990001009', email: 'c1009@example.com' },
  ],
  ['v415-input-select', 'message', '40003', { kind: 'list', text: '[Lista] Sim, Não' }],
  ['v415-location-texts', 'message', '41004', { kind: 'location', text: '[Localização] -23.5' }],
  ['v415-php-empty-lists', 'conversation', '1115', { contactName: 'Cliente 1115' }],
  [
    'v415-changes-as-map',
    'conversation',
    '1118',
    { status: 'resolved', closedAt: moment(70), statusHistory: expect.anything() },
  ],
  ['v312-csat-text-rating', 'conversation', '1106', { rating: 3, comment: undefined }],
  [
    'v415-email',
    'message',
    '41044',
    { kind: 'email', channel: 'E-mail', text: '[E-mail] Pedido 12\nCorpo\ndo e-mail' },
  ],
  [
    'v415-automation-labels',
    'conversation',
    '1108',
    { labels: ['vip', 'novo'], priority: 'urgent' },
  ],
  ['v415-private-note', 'message', '41033', { isPrivate: true, status: undefined }],
  ['v415-captain', 'message', '41035', { direction: 'out', senderName: 'Captain' }],
  [
    'v407-bot-handoff',
    'conversation',
    '1112',
    {
      status: 'open',
      statusHistory: [
        [moment(0.25), 'pending'],
        [moment(40.5), 'open'],
      ],
    },
  ],
  ['empty-content', 'message', '725001', { text: '[Mensagem sem texto]', kind: 'text' }],
  ['is-unsupported', 'message', '725002', { text: '[Mensagem não suportada]' }],
  [
    'template-without-content',
    'message',
    '725004',
    { kind: 'template', text: '[Modelo] boas_vindas' },
  ],
  [
    'template-null-content-api',
    'message',
    '725005',
    { kind: 'template', text: '[Modelo] lembrete_consulta' },
  ],
  ['reaction', 'message', '725006', { kind: 'reaction', text: '[Reação] 👍' }],
  ['reaction-removed', 'message', '725030', { kind: 'reaction', text: '[Reação retirada]' }],
  [
    'changed-attributes-ruby-inspect',
    'conversation',
    '2608',
    { channel: 'Site', status: 'resolved' },
  ],
  [
    'input-select-title',
    'message',
    '725012',
    { kind: 'list', text: 'Qual assunto?\n[Resposta] Suporte' },
  ],
  ['input-select-answered-two', 'message', '725031', { text: 'Escolha\n[Resposta] Comercial' }],
  [
    'telegram-no-phone',
    'message',
    '725014',
    { channel: 'Telegram', contactName: 'Tele Prova', phone: null },
  ],
  [
    'private-note-public-nested',
    'message',
    '725016',
    { text: 'nota interna', isPrivate: true, status: undefined },
  ],
  ['private-note-public-nested', 'conversation', '2616', { firstReplyAt: null }],
  [
    'email-subject-only-footer',
    'message',
    '725050',
    { kind: 'email', text: '[E-mail] Perdi o acesso ao cadastro\nEnviado do meu celular' },
  ],
  [
    'email-subject-and-body',
    'message',
    '725051',
    { text: expect.stringMatching(/Pedido 4411 atrasado[^]*Segue em anexo/) },
  ],
  ['email-no-body', 'message', '725053', { kind: 'email', text: '[E-mail] So o assunto' }],
];

const readSequence = (name: string, count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) =>
    readFixture(`evolvy/field/${name}.${index + 1}.json`),
  );

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

describe('Evolvy: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(evolvy, line)).toEqual(line[3]);
  });

  it.each([
    ['failed-retried-read', '725040', 5, { status: 'Lida', error: null }],
    ['failed-retried-sent', '725041', 3, { status: 'Enviada', error: null }],
    [
      'duplicate-and-storm',
      '725013',
      4,
      {
        status: 'Lida',
        readAt: Date.UTC(2026, 6, 1, 12, 5),
        deliveredAt: Date.UTC(2026, 6, 1, 12, 1),
      },
    ],
  ])('%s, in any order: message %s', (...[name, id, count, row]) => {
    fc.assert(
      fc.property(shuffled(readSequence(name, count)), (bodies) => {
        expect(rowsAfter(evolvy, bodies).of('message', id)).toMatchObject(row);
      }),
      { numRuns: 30 },
    );
  });

  it('a robot’s hand-off that only conversation_updated tells', () => {
    const rows = rowsAfter(evolvy, readSequence('handoff-by-updated-only', 2));
    expect(rows.of('conversation', '2609')).toMatchObject({
      status: 'Aberta',
      agent: 'Ana Agente',
      reopenings: 0,
    });
  });

  it('opened again by a robot, each change told by two events, in any order', () => {
    fc.assert(
      fc.property(shuffled(readSequence('bot-reopen-doubled', 8)), (bodies) => {
        const rows = rowsAfter(evolvy, bodies);
        expect(rows.of('conversation', '2633')).toMatchObject({ status: 'Aberta', reopenings: 1 });
        expect(rows.attendancesOf('2633')).toMatchObject([
          { status: 'Finalizado' },
          { status: 'Aguardando' },
        ]);
      }),
      { numRuns: 30 },
    );
  });
});
