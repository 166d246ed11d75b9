import { describeType, type Result } from '../../events/failure';

/** What can be taken from a body whose platform we do not know. */
const genericColumns = [
  'event',
  'id',
  'conversation',
  'direction',
  'text',
  'sender',
  'contact',
  'name',
  'phone',
  'email',
  'channel',
  'time',
  'status',
  'attachment',
] as const;

export type GenericColumn = (typeof genericColumns)[number];

/** For each column the paths to look at, the first that holds something fitting wins. */
export type GenericPaths = Readonly<Record<GenericColumn, readonly string[]>>;

/** Objects that hold a person, and what the person's columns are called in them. */
const personRoots = [
  'contact',
  'customer',
  'client',
  'cliente',
  'contato',
  'contacto',
  'lead',
  'person',
];
const personNames = {
  contact: ['id', 'uuid'],
  name: ['name', 'nome', 'nombre', 'full_name', 'fullName', 'nome_completo'],
  phone: [
    'phone',
    'mobile',
    'telefone',
    'telefono',
    'celular',
    'whatsapp',
    'phone_number',
    'number',
  ],
  email: ['email', 'e_mail', 'mail', 'correo'],
} as const;

const inPerson = (column: keyof typeof personNames): readonly string[] =>
  personRoots.flatMap((root) => personNames[column].map((name) => `${root}.${name}`));

/** The guesses: names that platforms give these things, looked for in the body and in `guessedRoots`. */
export const defaultPaths: GenericPaths = {
  event: ['event', 'eventName', 'event_name', 'eventType', 'event_type', 'topic', 'type', 'action'],
  id: ['id', 'messageId', 'message_id', 'messageSid', 'uuid', 'key.id', 'eventId', 'event_id'],
  conversation: [
    'conversationId',
    'conversation_id',
    'conversation.id',
    'chatId',
    'chat_id',
    'chat.id',
    'ticketId',
    'ticket_id',
    'sessionId',
    'session_id',
    'protocol',
    'protocolo',
  ],
  direction: ['direction', 'fromMe', 'from_me', 'key.fromMe'],
  text: [
    'text',
    'text.body',
    'body',
    'message',
    'message.text',
    'message.conversation',
    'content',
    'msg',
    'mensagem',
    'texto',
    'caption',
    'description',
    'descricao',
  ],
  sender: ['senderName', 'sender_name', 'sender.name', 'author', 'author.name', 'pushName'],
  contact: [
    'contactId',
    'contact_id',
    'contact.id',
    'customerId',
    'customer_id',
    'customer.id',
    'lead.id',
    ...inPerson('contact'),
  ],
  name: [
    'contactName',
    'contact_name',
    'contact.name',
    'customer.name',
    'lead.name',
    'name',
    'nome',
    'user.name',
    'profile.name',
    'profileName',
    'nome_completo',
    'full_name',
    'pushName',
    'notifyName',
    ...inPerson('name'),
  ],
  phone: [
    'phone',
    'phoneNumber',
    'phone_number',
    'telefone',
    'celular',
    'mobile',
    'whatsapp',
    'contact.phone',
    'contact.number',
    'customer.phone',
    'lead.phone',
    'user.phone',
    'wa_id',
    'remoteJid',
    'key.remoteJid',
    'from',
    'to',
    ...inPerson('phone'),
  ],
  email: [
    'email',
    'e_mail',
    'mail',
    'contact.email',
    'customer.email',
    'lead.email',
    'user.email',
    ...inPerson('email'),
  ],
  channel: ['channel', 'channel.name', 'canal', 'source', 'platform', 'origin'],
  time: [
    'time',
    'timestamp',
    'messageTimestamp',
    'sentAt',
    'sent_at',
    'createdAt',
    'created_at',
    'datetime',
    'date',
    'data_hora',
    'occurredAt',
    'occurred_at',
    'updatedAt',
    'updated_at',
  ],
  status: ['status', 'messageStatus', 'ackName', 'situation', 'situacao', 'state'],
  attachment: [
    'attachmentUrl',
    'attachment_url',
    'fileUrl',
    'file_url',
    'mediaUrl',
    'media_url',
    'media.url',
    'attachments.0.url',
    'file',
    'url',
  ],
};

/** Where platforms put the thing itself when the body only wraps it. */
export const guessedRoots = ['data', 'payload', 'message', 'body', 'event'];

/** The paths that the user chose, by column. */
export type ChosenPaths = ReadonlyMap<GenericColumn, string>;

/** What the URL's `w` says of how its bodies are to be read. */
export interface Choice {
  readonly paths: ChosenPaths;
  /** Paths of what is told of a contact beyond the columns, by the user's name for it. */
  readonly extras: ReadonlyMap<string, string>;
  /** Bodies are records of people, and no messages. */
  readonly isOfContacts: boolean;
}

/** The webhook whose bodies are records of people. */
export const contactsWebhook = 'contacts';

const extraName = /^field\.([\p{L}\p{N} _-]{1,36})$/u;

/**
 * Reads the paths that the URL's `w` carries: `text:data.msg,id:data.key.id`, `field.plan:client.plan` for what has no column. One that
 * begins with `contacts` is of records of people. A `w` without a colon chooses no path. A list's item is named by its number: `items.0.text`.
 */
export function parseChoice(webhook: string): Result<Choice> {
  const [first = '', ...others] = webhook.split(',').map((part) => part.trim());
  const isOfContacts = first === contactsWebhook;
  const isNamed = isOfContacts || !first.includes(':');
  const pairs = (isNamed ? others : [first, ...others]).map(readPair);
  const isFit = pairs.every(
    ({ path, column, extra }) => path !== '' && (column ?? extra) !== undefined,
  );
  if (!isFit) return badPath(webhook);
  const paths = pairs.flatMap(({ column, path }) => (column ? [[column, path] as const] : []));
  const extras = pairs.flatMap(({ extra, path }) => (extra ? [[extra, path] as const] : []));
  return { ok: true, value: { paths: new Map(paths), extras: new Map(extras), isOfContacts } };
}

interface Pair {
  readonly column: GenericColumn | undefined;
  readonly extra: string | undefined;
  readonly path: string;
}

function readPair(text: string): Pair {
  const [name = '', path = ''] = text.split(':').map((part) => part.trim());
  const [, extra] = extraName.exec(name) ?? [];
  return { column: genericColumns.find((column) => column === name), extra, path };
}

function badPath(webhook: string): Result<Choice> {
  const expected = `column:path,… with the columns ${genericColumns.join(', ')}, field.name`;
  const failure = { path: 'w', expected, received: describeType(webhook) };
  return { ok: false, failure: { code: 'badPath', ...failure } };
}
