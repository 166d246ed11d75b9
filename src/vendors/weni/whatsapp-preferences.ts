import type { ObjectReader } from '../object-reader';
import type { Said } from '../decoded';
import { contactFacts } from '../person';
import { personOf, type Thread } from './whatsapp-thread';

/**
 * `user_preferences`: a person stops or resumes marketing messages. The newest word holds, whichever comes last.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
 */
export function readPreference(reader: ObjectReader, thread: Thread): Said {
  const id = reader.id('wa_id') ?? reader.requiredId('user_id');
  const atMs = reader.time('timestamp') ?? null;
  const value = reader.text('value') ?? '';
  const reason = reader.text('detail') ?? reader.text('category') ?? value;
  const left = value === 'stop' ? { leftAt: atMs, leaveReason: reason } : {};
  const came = value === 'resume' ? { leftAt: null, leaveReason: null } : {};
  const more = { channel: 'WhatsApp', updatedAt: atMs ?? undefined, ...left, ...came };
  return { entityId: id, atMs, facts: contactFacts(personOf(id, thread), atMs, more) };
}
