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
  ],
  email: ['email', 'e_mail', 'mail', 'contact.email', 'customer.email', 'lead.email', 'user.email'],
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

/**
 * Reads the paths that the URL's `w` carries: `text:data.msg,id:data.key.id`. A `w` without a colon chooses none.
 * A list's item is named by its number: `items.0.text`.
 */
export function parsePaths(webhook: string): Result<ChosenPaths> {
  if (!webhook.includes(':')) return { ok: true, value: new Map() };
  const pairs = webhook.split(',').map((pair) => {
    const [name = '', path = ''] = pair.split(':').map((part) => part.trim());
    return { column: genericColumns.find((column) => column === name), path };
  });
  const chosen = pairs.flatMap(({ column, path }) =>
    column && path ? [[column, path] as const] : [],
  );
  if (chosen.length === pairs.length) return { ok: true, value: new Map(chosen) };
  const expected = `column:path,… with the columns ${genericColumns.join(', ')}`;
  const failure = { path: 'w', expected, received: describeType(webhook) };
  return { ok: false, failure: { code: 'badPath', ...failure } };
}
