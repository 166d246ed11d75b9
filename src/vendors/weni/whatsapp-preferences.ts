import { contactKey } from '../../events/contact-key';
import type { FieldsOf } from '../../events/fields';
import { word } from '../../events/words/word';
import type { ObjectReader } from '../kit/object-reader';
import type { Said } from '../kit/decoded';
import { contactFacts } from '../kit/person';
import { findPerson, type Thread } from './whatsapp-thread';

/**
 * `user_preferences`: a person stops or resumes marketing messages. The newest word holds, whichever comes last. Null when it says
 * neither, or not of whom.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
 */
export function readPreference(reader: ObjectReader, thread: Thread): Said | null {
  const person = findPerson(reader, ['wa_id', 'user_id', 'parent_user_id'], thread);
  const id = contactKey(person);
  const atMs = reader.time('timestamp') ?? null;
  const leave = readLeave(reader, atMs);
  if (id === null || leave === null) return null;
  const more = { channel: 'WhatsApp', updatedAt: atMs ?? undefined, ...leave };
  return { entityId: id, atMs, facts: contactFacts(person, atMs, more) };
}

type Leave = Pick<FieldsOf<'contact'>, 'leftAt' | 'leaveReason'>;

function readLeave(reader: ObjectReader, atMs: number | null): Leave | null {
  const value = reader.text('value')?.trim().toLowerCase();
  if (value === 'resume') return { leftAt: null, leaveReason: null };
  if (value !== 'stop') return null;
  const category = reader.text('category') ?? 'marketing_messages';
  const isMarketing = category === 'marketing_messages';
  const leaveReason = isMarketing ? word('marketingStopped') : (reader.text('detail') ?? category);
  return { leftAt: atMs ?? undefined, leaveReason };
}
