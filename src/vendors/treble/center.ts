import { word } from '../../events/words/word';
import type { Decoded, Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import { decodeWhole, said } from '../kit/decoded';
import { bracketed } from '../kit/message-text';
import { deploymentFailureText } from './deployment-failures';
import type { TrebleItem } from './item';
import { contactFacts, readSession } from './session';
import { readTime } from './times';

const statusOf: ReadonlyMap<string, string> = new Map([
  ['APPROVED', 'approved'],
  ['REJECTED', 'rejected'],
  ['PAUSED', 'paused'],
  ['DISABLED', 'disabled'],
  ['PENDING_DELETION', 'pendingDeletion'],
]);

/** `hsm.status`: a template's state changed. Its name is all the id it has. */
export function decodeTemplateStatus(item: TrebleItem): readonly Decoded[] {
  const { reader } = item;
  const id = reader.requiredId('name');
  const atMs = readTime(reader, 'timestamp') ?? null;
  const status = said(reader.text('status'));
  const fields: FieldsOf<'template'> = {
    name: id,
    status: status === undefined ? undefined : (statusOf.get(status.toUpperCase()) ?? status),
    affectedConversations: said(reader.texts('affected_conversation_ids')),
  };
  return decodeWhole(item, {
    entityId: id,
    atMs,
    facts: [{ entity: 'template', id, atMs, fields }],
  });
}

/** `deployment.failure`: a template that did not go out, as a failed message; the event's id is its id, the event its birth. */
export function decodeDeploymentFailure(item: TrebleItem): readonly Decoded[] {
  const { reader } = item;
  const id = reader.requiredId('event_id');
  const person = reader.has('user') ? reader.child('user') : reader;
  const session = readSession(id, reader, person);
  const failedAt = readTime(reader, 'failed_at') ?? readTime(reader, 'timestamp');
  const atMs = readTime(reader, 'timestamp') ?? failedAt ?? null;
  const fields: FieldsOf<'message'> = {
    direction: 'out',
    kind: 'template',
    text: bracketed(word('notSent'), [reader.child('hsm').text('name')]),
    contactName: session.contactName,
    phone: session.phone,
    channel: 'WhatsApp',
    sentAt: failedAt,
    status: 'failed',
    error: deploymentFailureText(reader.text('failure_reason') ?? ''),
  };
  const facts: readonly Fact[] = [
    { entity: 'message', id, atMs, bornAtMs: atMs, fields },
    ...contactFacts(session, atMs),
  ];
  return decodeWhole(item, { entityId: id, atMs, facts });
}
