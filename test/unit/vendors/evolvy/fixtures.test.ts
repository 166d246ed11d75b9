import { describe, expect, it } from '@jest/globals';
import { evolvy } from '../../../../src/vendors/evolvy/evolvy';
import { decodeBody, factOf, factsOf } from '../../../support/decoding';
import { listDocumented, readFixture } from '../../../support/fixtures';
import { at, conversations } from './said-of-conversations';

const read = (name: string): unknown => readFixture(`evolvy/${name}.json`);

const messages: readonly (readonly [string, string, object])[] = [
  [
    'docs2021_message_created',
    '518',
    {
      conversationId: '41',
      direction: 'in',
      text: 'oi',
      contactName: 'joana',
      sentAt: at('2021-07-23T18:02:48Z'),
    },
  ],
  [
    'seed_message_created',
    '1',
    {
      conversationId: '1',
      direction: 'in',
      text: 'Hi',
      contactName: 'contact-name',
      sentAt: at('2023-01-01T18:12:45Z'),
    },
  ],
  [
    'seed_message_created_integer_type',
    '10',
    {
      direction: 'out',
      senderName: 'Agent',
      contactName: 'contact-name',
      sentAt: at('2023-01-05T19:24:12Z'),
      isPrivate: false,
    },
  ],
  [
    'v213_message_created_incoming',
    '90101',
    {
      conversationId: '310',
      direction: 'in',
      kind: 'text',
      text: 'Olá, queria saber o preço do plano',
      senderName: 'Carlos Pereira',
      contactName: 'Carlos Pereira',
      phone: '+5511900000001',
      channel: 'WhatsApp',
      sentAt: at('2023-01-16T14:02:11.120Z'),
      status: undefined,
      isPrivate: false,
    },
  ],
  [
    'v213_message_created_outgoing',
    '90102',
    { direction: 'out', senderName: 'Ana Souza', phone: '+5511900000001', status: 'sent' },
  ],
  [
    'v213_message_updated_delivered',
    '90102',
    { status: 'delivered', deliveredAt: at('2023-01-16T14:04:43.100Z'), readAt: undefined },
  ],
  [
    'v415_message_created_incoming',
    '770001',
    { direction: 'in', senderName: 'Maria de Fátima', phone: '+5521900000002' },
  ],
  ['v415_message_created_outgoing', '770002', { direction: 'out', senderName: 'Bruno Lima' }],
  [
    'v415_message_updated_read',
    '770002',
    { status: 'read', readAt: at('2026-09-10T13:10:02Z'), deliveredAt: undefined },
  ],
  [
    'v415_message_created_csat_sent',
    '770010',
    { direction: 'out', kind: 'form', senderName: null, conversationId: '1542' },
  ],
  ['v415_message_updated_csat_answered', '770010', { text: 'Avalie nosso atendimento' }],
];

const contacts: readonly (readonly [string, string, object])[] = [
  [
    'v213_message_created_incoming',
    '4021',
    { name: 'Carlos Pereira', phone: '+5511900000001', email: null, channel: 'WhatsApp' },
  ],
  ['v213_webwidget_triggered', '4070', { name: 'silent-river-412' }],
  ['seed_webwidget_triggered', '4', { name: 'contact-name' }],
  ['seed_message_created', '1', { name: 'contact-name', email: undefined }],
  ['v415_webwidget_triggered', '4070', { name: 'silent-river-412', channel: 'Site' }],
  [
    'v415_contact_created',
    '4055',
    { name: 'Maria de Fátima', phone: '+5521900000002', email: 'maria@example.com' },
  ],
  [
    'v415_contact_updated_name',
    '4055',
    { name: 'Maria de Fátima', updatedAt: at('2026-09-10T13:12:00Z') },
  ],
];

const noise: readonly (readonly [string, string])[] = [
  ['v415_conversation_typing_on_agent', 'conversation_typing_on'],
  ['v415_conversation_typing_off_contact', 'conversation_typing_off'],
  ['v415_inbox_updated', 'inbox_updated'],
  ['v415_contact_updated_last_activity_noise', 'contact_updated'],
];

describe('Evolvy: every body we have', () => {
  it.each(conversations)('%s says of conversation %s', (name, id, fields) => {
    const fact = factOf(factsOf(evolvy, read(name)), 'conversation');
    expect(fact).toMatchObject({ id, fields });
  });

  it.each(messages)('%s says of message %s', (name, id, fields) => {
    const fact = factOf(factsOf(evolvy, read(name)), 'message');
    expect(fact).toMatchObject({ id, fields });
  });

  it.each(contacts)('%s says of contact %s', (name, id, fields) => {
    expect(factOf(factsOf(evolvy, read(name)), 'contact')).toMatchObject({ id, fields });
  });

  it.each(noise)('%s is noise', (file, name) => {
    expect(decodeBody(evolvy, read(file))).toEqual([{ kind: 'noise', name }]);
    expect(evolvy.inspect(read(file))).toEqual({ kind: 'noise', name });
  });

  it.each(['v213_webwidget_triggered', 'v415_contact_created'])(
    '%s has no conversation',
    (name) => {
      expect(factsOf(evolvy, read(name)).map(({ entity }) => entity)).toEqual(['contact']);
    },
  );

  it('is checked by one of these tables', () => {
    const checked = [...conversations, ...messages, ...contacts, ...noise].map(
      ([name]) => `${name}.json`,
    );
    expect([...new Set(checked)].toSorted()).toEqual(listDocumented('evolvy'));
  });

  it('is answered as a page, so that the sender sees no redirect', () => {
    expect(evolvy.answer).toEqual({ kind: 'html' });
  });
});
