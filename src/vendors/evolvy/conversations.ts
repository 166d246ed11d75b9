import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { ObjectReader } from '../object-reader';
import { timeAfter } from './changes';
import {
  changedLabels,
  conversationFact,
  readConversation,
  type Conversation,
} from './conversation';
import type { EventKind } from './event-names';
import type { EvolvyItem, ItemFacts } from './item';
import { contactFacts } from './people';
import { isEnded, observeStatus, readStatusChange, type StatusChange } from './statuses';

/** Events that are sent because the status has changed. */
const statusEvents: ReadonlySet<EventKind> = new Set([
  'conversation_status_changed',
  'conversation_opened',
  'conversation_resolved',
]);

/** Conversation events, automation rules and macros: the body is the conversation. */
export function decodeConversation({ kind, reader, changes }: EvolvyItem): ItemFacts {
  const conversation = readConversation(reader);
  const change = readStatusChange(changes, conversation);
  const announces = statusEvents.has(kind) || changes.has('status');
  const { id, versionMs, contact, channel } = conversation;
  requireId(conversation);
  const fields: FieldsOf<'conversation'> = {
    ...readOpening(kind, conversation),
    ...readClosing({ conversation, change, announces }),
    ...readOldLabels(reader, changedLabels(changes)),
    statusHistory: observeStatus({ state: conversation, change, announces }),
  };
  const facts: readonly Fact[] = [
    ...(id === '' ? [] : [conversationFact(conversation, versionMs, fields)]),
    ...exactChange(conversation, change),
    ...contactFacts(contact, versionMs, { channel }),
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
  const { status, versionMs, isVersioned } = conversation;
  if (status === undefined || !isEnded(status) || !announces) return {};
  const isToldExactly = change !== undefined && isEnded(change.current);
  if (isToldExactly) return isVersioned ? { closedAt: change.atMs } : {};
  return { closedAt: versionMs ?? undefined };
}

/**
 * Without `updated_at` the body's clock is that of the last activity, before the change. The exact change is told at its own
 * time, so that neither the estimate of conversation_status_changed nor a message of that activity replaces it, whichever
 * comes last.
 */
function exactChange(
  { id, isVersioned }: Conversation,
  change: StatusChange | undefined,
): readonly Fact[] {
  if (id === '' || isVersioned || change === undefined) return [];
  const { atMs, current: status } = change;
  const closedAt = isEnded(status) ? atMs : null;
  return [{ entity: 'conversation', id, atMs, fields: { status, closedAt } }];
}

function readOldLabels(
  reader: ObjectReader,
  labels: readonly string[] | undefined,
): FieldsOf<'conversation'> {
  return reader.has('labels') || labels === undefined ? {} : { labels };
}
