import type { FieldsOf } from '../../events/fields';
import { word } from '../../events/words/word';
import type { Said } from '../decoded';
import { bracketed } from '../message-text';
import type { ObjectReader } from '../object-reader';
import { findPerson, threadFacts, type Thread } from './whatsapp-thread';

/** `calls`: a voice call, told when it rings (`connect`) and when it is over (`terminate`), as one message. */
export function readWhatsappCall(reader: ObjectReader, thread: Thread): Said {
  const id = reader.requiredId('id');
  const isOut = reader.text('direction') === 'BUSINESS_INITIATED';
  const keys = isOut ? (['to', 'to_user_id'] as const) : (['from', 'from_user_id'] as const);
  const person = findPerson(reader, keys, thread);
  const atMs = reader.time('timestamp') ?? null;
  const fields: FieldsOf<'message'> = {
    conversationId: person.conversationId,
    direction: isOut ? 'out' : 'in',
    kind: 'call',
    text: readWords(reader),
    senderName: isOut ? undefined : person.name,
    contactName: person.name,
    phone: person.phone,
    channel: 'WhatsApp',
    sentAt: reader.time('start_time') ?? atMs ?? undefined,
  };
  const facts = [{ entity: 'message', id, atMs, fields } as const];
  return { entityId: id, atMs, facts: [...facts, ...threadFacts(person, thread, { atMs })] };
}

/** A call that is over and never began was missed. */
function readWords(reader: ObjectReader): string {
  const seconds = reader.number('duration');
  const isOver = reader.text('event') === 'terminate';
  if (isOver && !seconds && !reader.has('start_time'))
    return bracketed(word('missedVoiceCall'), []);
  return bracketed(word('voiceCall'), [seconds ? `${seconds} s` : null]);
}
