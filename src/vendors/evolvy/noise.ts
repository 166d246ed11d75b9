import type { ObjectReader } from '../kit/object-reader';
import { readChanges } from './changes';
import { eventKindOf, eventNameOf, type EventKind } from './event-names';
import { readMessageType } from './message-type';

/**
 * Events that say nothing for the tabs: who is typing, settings of an inbox (without its id or its name, and with the
 * channel's tokens), a contact of which only the last activity moved, and the platform's own lines in a conversation.
 */
const noiseTests: Readonly<Partial<Record<EventKind, (reader: ObjectReader) => boolean>>> = {
  conversation_typing_on: () => true,
  conversation_typing_off: () => true,
  inbox_created: () => true,
  inbox_updated: () => true,
  contact_updated: isOnlyActivity,
  message_created: isActivityLine,
  message_updated: isActivityLine,
};

/** The event's name when it is understood and never written; else null. */
export function noiseName(reader: ObjectReader): string | null {
  const name = reader.text('event') ?? '';
  const kind = eventKindOf(name);
  return kind !== undefined && noiseTests[kind]?.(reader) === true ? eventNameOf(name) : null;
}

const activityAttributes: ReadonlySet<string> = new Set(['last_activity_at', 'updated_at']);

function isOnlyActivity(reader: ObjectReader): boolean {
  const names = [...readChanges(reader).keys()];
  return names.includes('last_activity_at') && names.every((name) => activityAttributes.has(name));
}

function isActivityLine(reader: ObjectReader): boolean {
  return readMessageType(reader) === 'activity';
}
