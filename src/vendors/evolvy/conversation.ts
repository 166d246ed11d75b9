import type { Fact } from '../../events/event';
import type { FieldsOf } from '../../events/fields';
import type { Maybe, ObjectReader } from '../kit/object-reader';
import { contactFields, type Person } from '../kit/person';
import { readChannel } from './channels';
import { timeAfter, type Changes } from './changes';
import { isRobot, readAgentName, readContact } from './people';
import { isEnded, normaliseStatus, type StatusState } from './statuses';

/** A conversation as events carry it: as the body itself, or inside a message or widget event. */
export interface Conversation extends StatusState {
  readonly reader: ObjectReader;
  /** The number users see in the panel (`display_id`); blank when it is missing. */
  readonly id: string;
  readonly contact: Person;
  readonly channel: Maybe<string>;
  /**
   * Since when all that it says is known to hold, epoch ms: its version; without `updated_at` the change that the event tells,
   * which the last activity comes before. So whoever is assigned after an end is not taken for who served before it.
   */
  readonly knownMs: number | null;
}

export function readConversation(reader: ObjectReader, changes?: Changes): Conversation {
  const updatedAt = reader.time('updated_at', 0) ?? null;
  const activity = reader.time('timestamp', 0) ?? reader.time('last_activity_at', 0) ?? null;
  const changedAt = changes === undefined ? null : timeAfter(changes, 'updated_at');
  return {
    reader,
    id: readId(reader),
    contact: readContact(reader.child('meta').child('sender')),
    channel: readChannel(reader.text('channel')),
    status: normaliseStatus(reader.text('status')),
    versionMs: updatedAt ?? activity,
    knownMs: updatedAt ?? latest(changedAt, activity),
    isVersioned: updatedAt !== null,
  };
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

function readId(reader: ObjectReader): string {
  return reader.id('id') ?? reader.id('display_id') ?? '';
}

/** The fields every event with a conversation tells; `fields` are what the event adds. */
export function conversationFact(
  conversation: Conversation,
  atMs: number | null,
  fields: FieldsOf<'conversation'>,
): Fact {
  return {
    entity: 'conversation',
    id: conversation.id,
    atMs,
    bornAtMs: conversation.reader.time('created_at', 0),
    fields: { ...stateFields(conversation), ...contactFields(conversation.contact), ...fields },
  };
}

function stateFields({ reader, channel, status }: Conversation): FieldsOf<'conversation'> {
  return {
    channel,
    agentName: readAssignee(reader.child('meta')),
    teamName: readNamed(reader.child('meta'), 'team', (team) => team.text('name')),
    status,
    priority: reader.text('priority'),
    labels: readLabels(reader),
    openedAt: reader.time('created_at', 0),
    firstReplyAt: reader.time('first_reply_created_at', 0),
    closedAt: status === undefined || isEnded(status) ? undefined : null,
    lastActivityAt: reader.time('last_activity_at', 0) ?? reader.time('timestamp', 0),
  };
}

/** Which person has the conversation: with a robot nobody has it. Evolvy's help page lost a brace and shows them inside the contact. */
function readAssignee(meta: ObjectReader): Maybe<string> {
  const place = meta.has('assignee') ? meta : meta.child('sender');
  const kind = meta.text('assignee_type') ?? 'User';
  if (kind !== 'User' || isRobot(place.child('assignee'))) return null;
  return readNamed(place, 'assignee', readAgentName);
}

function readNamed(
  reader: ObjectReader,
  key: string,
  read: (named: ObjectReader) => Maybe<string>,
): Maybe<string> {
  const raw = reader.raw(key);
  return raw === undefined || raw === null ? raw : (read(reader.child(key)) ?? undefined);
}

function readLabels(reader: ObjectReader): Maybe<readonly string[]> {
  const labels = reader.texts('labels');
  return labels ? [...new Set(labels.map((one) => one.trim()).filter(Boolean))] : labels;
}

/** Labels of versions that tell them only as a change (2.4 to 2.10). */
export function changedLabels(changes: Changes): readonly string[] | undefined {
  const current = changes.get('label_list')?.current;
  return Array.isArray(current)
    ? current.filter((label): label is string => typeof label === 'string')
    : undefined;
}
