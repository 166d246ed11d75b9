export const at = (iso: string): number => Date.parse(iso);

const carlos = { contactId: '4021', contactName: 'Carlos Pereira', phone: '+5511900000001' };
const maria = {
  contactId: '4055',
  contactName: 'Maria de Fátima',
  phone: '+5521900000002',
  email: 'maria@example.com',
};
const visitor = { contactId: '4070', contactName: 'silent-river-412', phone: null, email: null };
const bruno = { agentName: 'Bruno Lima', teamName: 'suporte' };

/** What each body says of its conversation: the file, the conversation’s id, its fields. */
export const conversations: readonly (readonly [string, string, object])[] = [
  [
    'docs2021_conversation_status_changed',
    '41',
    {
      contactId: '77',
      email: 'joana@example.com',
      agentName: 'Ana Souza',
      channel: 'Site',
      status: 'open',
      closedAt: null,
      statusHistory: [[at('2021-07-23T18:02:49Z'), 'open']],
    },
  ],
  [
    'docs2021_conversation_resolved',
    '41',
    {
      status: 'resolved',
      closedAt: at('2021-07-23T18:02:49Z'),
      statusHistory: [[at('2021-07-23T18:02:49Z'), 'resolved~']],
    },
  ],
  [
    'seed_conversation_updated',
    '1',
    { contactId: '4', contactName: 'contact-name', agentName: 'Agent', status: 'open' },
  ],
  [
    'seed_conversation_status_changed_assignee_inside_sender',
    '1',
    { contactId: '4', agentName: 'Agent', status: 'open' },
  ],
  [
    'v213_conversation_created',
    '310',
    {
      ...carlos,
      channel: 'WhatsApp',
      agentName: null,
      teamName: null,
      status: 'open',
      labels: [],
      openedAt: at('2023-01-16T14:02:11Z'),
      lastActivityAt: at('2023-01-16T14:02:11Z'),
    },
  ],
  ['v213_conversation_updated_assignee', '310', { ...carlos, agentName: 'Ana Souza' }],
  [
    'v213_conversation_updated_labels',
    '310',
    { labels: ['orcamento'], firstReplyAt: at('2023-01-16T14:04:40.510Z') },
  ],
  [
    'v213_conversation_status_changed_resolved',
    '310',
    {
      status: 'resolved',
      agentName: 'Ana Souza',
      closedAt: at('2023-01-16T14:04:40Z'),
      statusHistory: [[at('2023-01-16T14:04:40Z'), 'resolved~']],
    },
  ],
  [
    'v415_conversation_created',
    '1542',
    {
      ...maria,
      channel: 'WhatsApp',
      agentName: null,
      teamName: null,
      priority: null,
      status: 'open',
      openedAt: 1_789_045_512_000,
      firstReplyAt: null,
      closedAt: null,
      statusHistory: [[1_789_045_512_346, 'open']],
    },
  ],
  ['v415_automation_event', '1542', { ...maria, status: 'open' }],
  ['v415_conversation_updated_assignee_team', '1542', bruno],
  [
    'v415_conversation_updated_first_reply',
    '1542',
    { firstReplyAt: at('2026-09-10T13:09:30.900Z'), lastActivityAt: 1_789_045_770_000 },
  ],
  ['v415_conversation_updated_priority_custom', '1542', { priority: 'urgent' }],
  [
    'v415_conversation_status_changed_resolved',
    '1542',
    {
      ...bruno,
      status: 'resolved',
      closedAt: 1_789_047_600_500,
      statusHistory: [[1_789_047_600_500, 'resolved']],
    },
  ],
  [
    'v415_conversation_updated_status_resolved',
    '1542',
    {
      status: 'resolved',
      closedAt: 1_789_047_600_500,
      statusHistory: [
        [at('2026-09-10T13:09:30.955Z'), 'open'],
        [1_789_047_600_500, 'resolved'],
      ],
    },
  ],
  ['v415_macro_executed', '1542', { ...bruno, status: 'open' }],
  ['v415_webwidget_triggered', '1550', { ...visitor, inbox: 'Site', status: 'open' }],
  ['seed_webwidget_triggered', '1', { contactId: '4', inbox: 'Site', agentName: 'Agent' }],
  ['v213_message_created_incoming', '310', { ...carlos, inbox: 'WhatsApp Vendas' }],
  ['v415_message_created_incoming', '1542', { ...maria, inbox: 'WhatsApp Vendas' }],
  [
    'v415_message_updated_csat_answered',
    '1542',
    { rating: 5, comment: 'Rápido e educado', status: 'resolved' },
  ],
  [
    'v47_conversation_status_changed_on_create',
    '150',
    { ...visitor, status: 'pending', statusHistory: [[1_763_177_714_230, 'pending']] },
  ],
  [
    'v47_conversation_updated_on_create',
    '150',
    {
      status: 'pending',
      statusHistory: [
        [at('2025-11-15T03:35:14.155Z'), 'pending'],
        [1_763_177_714_230, 'pending'],
      ],
    },
  ],
];
