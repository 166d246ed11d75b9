import { describe, expect, it } from '@jest/globals';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { moment, saidIn, type FieldLine } from '../../../support/field';

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
    { kind: 'email', channel: 'E-mail', text: 'Corpo\ndo e-mail' },
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
];

describe('Evolvy: bodies as the field sends them', () => {
  it.each(lines)('%s: %s %s', (...line) => {
    expect(saidIn(evolvy, line)).toEqual(line[3]);
  });
});
