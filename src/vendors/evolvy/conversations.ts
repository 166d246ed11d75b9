import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { ObjectReader } from '../kit/object-reader';
import { contactFacts } from '../kit/person';
import { timeAfter } from './changes';
import {
  changedLabels,
  conversationFact,
  readConversation,
  type Conversation,
} from './conversation';
import type { EventKind } from './event-names';
import type { EvolvyItem, ItemFacts } from './item';
import { isEnded, observeStatus, readStatusChange, type StatusChange } from './statuses';

/** Events that are sent because the status has changed. */
const statusEvents: ReadonlySet<EventKind> = new Set([
  'conversation_status_changed',
  'conversation_opened',
  'conversation_resolved',
]);

/** Conversation events, automation rules and macros: the body is the conversation. */
export function decodeConversation({ kind, reader, changes }: EvolvyItem): ItemFacts {
  const conversation = readConversation(reader, changes);
  const change = readStatusChange(changes, conversation);
  const announces = statusEvents.has(kind) || changes.has('status');
  const { id, versionMs, knownMs, contact, channel } = conversation;
  requireId(conversation);
  const fields: FieldsOf<'conversation'> = {
    ...readOpening(kind, conversation),
    ...readClosing({ conversation, change, announces }),
    ...readOldLabels(reader, changedLabels(changes)),
    statusHistory: observeStatus({ state: conversation, change, announces }),
  };
  const facts: readonly Fact[] = [
    ...(id === '' ? [] : [conversationFact(conversation, knownMs, fields)]),
    ...contactFacts(contact, knownMs, { channel }),
  ];
  return { entityId: id, atMs: timeAfter(changes, 'updated_at') ?? versionMs, facts };
}

function requireId({ id, reader }: Conversation): void {
  if (id === '') reader.requiredId('id');
}

/** Versions before 2.14 do not say when a conversation was created; when it is the event itself, its first activity was then. */
function readOpening(kind: EventKind, conversation: Conversation): FieldsOf<'conversation'> {
  const { reader, versionMs } = conversation;
  const isNew = kind === 'conversation_created' && !reader.has('created_at');
  return isNew ? { openedAt: versionMs } : {};
}

interface Closing {
  readonly conversation: Conversation;
  readonly change: StatusChange | undefined;
  readonly announces: boolean;
}

/** When it ended, told only by events of its end: later ones show a resolved conversation too. */
function readClosing({ conversation, change, announces }: Closing): FieldsOf<'conversation'> {
  const { status, versionMs } = conversation;
  if (status === undefined || !isEnded(status) || !announces) return {};
  const isToldExactly = change !== undefined && isEnded(change.current);
  return { closedAt: isToldExactly ? change.atMs : (versionMs ?? undefined) };
}

function readOldLabels(
  reader: ObjectReader,
  labels: readonly string[] | undefined,
): FieldsOf<'conversation'> {
  return reader.has('labels') || labels === undefined ? {} : { labels };
}
