import type { FieldsOf } from '../../events/fields';
import { word } from '../../events/words/word';
import type { Said } from '../kit/decoded';
import { bracketed } from '../kit/message-text';
import type { ObjectReader } from '../kit/object-reader';
import { readError } from './whatsapp-errors';
import { partyKeys } from './whatsapp-messages';
import { findPerson, isOwnNumber, threadFacts, type Thread } from './whatsapp-thread';

/** `calls`: a voice call, told when it rings (`connect`) and when it is over (`terminate`), as one message. */
export function readWhatsappCall(reader: ObjectReader, thread: Thread): Said {
  const id = reader.requiredId('id');
  const isOut = isOurs(reader, thread);
  const person = findPerson(reader, partyKeys[isOut ? 'out' : 'in'], thread);
  const atMs = reader.time('timestamp') ?? null;
  const fields: FieldsOf<'message'> = {
    conversationId: person.conversationId,
    direction: isOut ? 'out' : 'in',
    kind: 'call',
    text: readWords(reader, isOut),
    senderName: isOut ? undefined : person.name,
    contactName: person.name,
    phone: person.phone,
    channel: 'WhatsApp',
    sentAt: reader.time('start_time') ?? atMs ?? undefined,
    error: readError(reader),
  };
  const facts = [{ entity: 'message', id, atMs, fields } as const];
  return { entityId: id, atMs, facts: [...facts, ...threadFacts(person, thread, { atMs })] };
}

function isOurs(reader: ObjectReader, thread: Thread): boolean {
  const direction = reader.text('direction');
  return direction ? direction === 'BUSINESS_INITIATED' : isOwnNumber(reader.id('from'), thread);
}

/** A call that is over and never began was missed; one of ours was not answered. */
function readWords(reader: ObjectReader, isOut: boolean): string {
  const seconds = reader.number('duration');
  const isOver = reader.text('event') === 'terminate';
  if (isOver && !seconds && !reader.has('start_time'))
    return bracketed(word(isOut ? 'unansweredVoiceCall' : 'missedVoiceCall'), []);
  return bracketed(word('voiceCall'), [seconds ? `${seconds} s` : null]);
}
