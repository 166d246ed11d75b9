/** What Evolvy (a Chatwoot) can be made to send: webhooks, the automation action and the macro action, today or in older versions. */
const eventKinds = [
  'conversation_created',
  'conversation_updated',
  'conversation_status_changed',
  'conversation_opened',
  'conversation_resolved',
  'automation_event',
  'macro_executed',
  'message_created',
  'message_updated',
  'contact_created',
  'contact_updated',
  'webwidget_triggered',
  'inbox_created',
  'inbox_updated',
  'conversation_typing_on',
  'conversation_typing_off',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** Names of the events as the headings of Evolvy's help page translate them; on the wire they stay English. */
const translated: ReadonlyMap<string, EventKind> = new Map([
  ['conversa_criada', 'conversation_created'],
  ['conversa_atualizada', 'conversation_updated'],
  ['conversa_status_alterado', 'conversation_status_changed'],
  ['mensagem_criada', 'message_created'],
  ['mensagem_atualizada', 'message_updated'],
]);

const kinds = new Map<string, EventKind>(eventKinds.map((kind) => [kind, kind]));

/**
 * The kind of event a name means. Rules name theirs after the event that set them off
 * (`automation_event.conversation_created`); events may also be written with a dot (`message.created`).
 */
export function eventKindOf(name: string): EventKind | undefined {
  const plain = name.trim().toLowerCase();
  if (plain.startsWith('automation_event')) return 'automation_event';
  const wired = plain.replace(/[.\s]+/g, '_');
  return kinds.get(wired) ?? translated.get(wired);
}

const longestName = 80;

/** The event's name as users and counts see it: the vendor's, in one spelling. */
export function eventNameOf(name: string): string {
  const kind = eventKindOf(name);
  const sent = name.trim().slice(0, longestName);
  if (kind === 'automation_event') return sent.toLowerCase();
  return kind === 'macro_executed' ? 'macro.executed' : (kind ?? sent);
}
