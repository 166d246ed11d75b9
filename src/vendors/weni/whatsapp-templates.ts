import { parseTime } from '../../events/time';
import type { ObjectReader } from '../kit/object-reader';
import type { Said } from '../kit/decoded';

const templateStatuses: ReadonlyMap<string, string> = new Map([
  ['APPROVED', 'approved'],
  ['REINSTATED', 'approved'],
  ['REJECTED', 'rejected'],
  ['PAUSED', 'paused'],
  ['FLAGGED', 'flagged'],
  ['DISABLED', 'disabled'],
  ['PENDING', 'pending'],
  ['PENDING_DELETION', 'pendingDeletion'],
  ['IN_APPEAL', 'inAppeal'],
]);

/** `message_template_status_update`: a template was approved, rejected, paused, …; its time is the entry's. */
export function readTemplateStatus(value: ObjectReader, entryTime: unknown): Said {
  const id = value.requiredId('message_template_id');
  const event = value.text('event') ?? undefined;
  const name = value.text('message_template_name');
  const language = value.text('message_template_language');
  const atMs = parseTime(entryTime);
  const fields = {
    name: name && language ? `${name} (${language})` : name,
    status: event === undefined ? undefined : (templateStatuses.get(event) ?? event),
  };
  return { entityId: id, atMs, facts: [{ entity: 'template', id, atMs, fields }] };
}
