import { textOf } from '../kit/api';
import { isObject } from '../kit/object-reader';
import { readActivity } from './api-activity';

type Fields = Readonly<Record<string, unknown>>;

/** Names of the account, by which ids and texts are read. */
export interface Names {
  readonly inboxes: ReadonlyMap<string, string>;
  /** In small letters. */
  readonly agents: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
}

/** A conversation of the list with its messages, oldest first; `isAll`: none of them is missing. */
export interface Thread {
  readonly conversation: Fields;
  readonly messages: readonly Fields[];
  readonly isAll: boolean;
}

const conversationKeys = [
  'id',
  'status',
  'priority',
  'labels',
  'created_at',
  'timestamp',
  'last_activity_at',
  'updated_at',
  'first_reply_created_at',
] as const;
/** What says when a conversation is and whose: messages and changes carry it. */
const frameKeys = [
  'id',
  'created_at',
  'timestamp',
  'last_activity_at',
  'updated_at',
  'first_reply_created_at',
] as const;
const personKeys = ['id', 'name', 'email', 'phone_number', 'identifier', 'type'] as const;
const messageKeys = [
  'id',
  'content',
  'message_type',
  'content_type',
  'content_attributes',
  'additional_attributes',
  'created_at',
  'private',
  'status',
  'source_id',
  'attachments',
] as const;

/**
 * The records of a thread as they are journaled and decoded: the conversation as it stands, how it began, what its activity messages tell
 * of status and assignment, and each message of the window.
 */
export function toRecords(thread: Thread, names: Names, fromMs: number): readonly object[] {
  const { conversation, messages } = thread;
  const isInside = (message: Fields): boolean => timeOf(message) * 1000 >= fromMs;
  const frame = frameOf(conversation);
  // Of a thread that was read whole its beginning is known, too.
  const changes = changesOf(thread, names).filter((change) => thread.isAll || isInside(change));
  const written = messages.filter((message) => isInside(message) && isTold(message, conversation));
  return [
    {
      api: 'conversation',
      active: activeOf(messages),
      conversation: toConversation(conversation),
    },
    ...changes.map(({ message, created_at, ...change }) => ({
      api: 'change',
      conversation: pick(conversation, ['id', 'created_at']),
      ...(message === undefined ? {} : { message }),
      created_at,
      ...change,
    })),
    ...written.map((message) => ({
      ...pick(message, messageKeys),
      api: 'message',
      sender: isObject(message['sender']) ? pick(message['sender'], personKeys) : null,
      conversation: frame,
      ...inboxOf(conversation, names),
    })),
  ];
}

/** Seconds; 0 when there is none. */
export const timeOf = (item: Fields): number => Number(item['created_at'] ?? 0) || 0;

export const idOf = (item: Fields): number => Number(item['id'] ?? 0) || 0;

const isActivity = (message: Fields): boolean => Number(message['message_type']) === 2;

/**
 * When it was last active as webhooks know it, seconds: a line of the platform itself comes after the webhook of what it tells, and counts
 * as activity only for those that follow.
 */
function activeOf(messages: readonly Fields[]): number | null {
  const last = messages[messages.length - 1];
  const isOfEnd = (one: Fields): boolean =>
    last !== undefined && isActivity(one) && timeOf(one) === timeOf(last);
  const known = [...messages].reverse().find((one) => !isOfEnd(one));
  return known === undefined ? null : timeOf(known);
}

/** Versions before 2.18, whose conversations have no `uuid`, send no webhook for templates; nobody sends one for activity. */
function isTold(message: Fields, conversation: Fields): boolean {
  const isTemplate = Number(message['message_type']) === 3;
  return !isActivity(message) && (!isTemplate || 'uuid' in conversation);
}

/** In the webhook's shape: the channel at the top, null for nobody. */
function toConversation(conversation: Fields): Fields {
  const meta = metaOf(conversation);
  return {
    ...pick(conversation, conversationKeys),
    channel: meta['channel'],
    meta: {
      sender: personOf(meta['sender']),
      assignee: personOf(meta['assignee']) ?? null,
      team: isObject(meta['team']) ? pick(meta['team'], ['id', 'name']) : null,
    },
  };
}

function frameOf(conversation: Fields): Fields {
  const meta = metaOf(conversation);
  return {
    ...pick(conversation, frameKeys),
    channel: meta['channel'],
    meta: { sender: personOf(meta['sender']) },
  };
}

function metaOf({ meta }: Fields): Fields {
  return isObject(meta) ? meta : {};
}

const personOf = (value: unknown): Fields | undefined =>
  isObject(value) ? pick(value, [...personKeys, 'available_name']) : undefined;

function inboxOf(conversation: Fields, { inboxes }: Names): object {
  const name = inboxes.get(textOf(conversation, 'inbox_id'));
  return name === undefined ? {} : { inbox: { name } };
}

function pick(item: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.flatMap((key) => (key in item ? [[key, item[key]]] : [])));
}

/** A change of the conversation at a moment: seconds. */
interface Change {
  readonly created_at: number;
  readonly status?: string;
  readonly agent?: string;
  readonly team?: string;
  /** The line that told it, as it came; none where it follows from messages. */
  readonly message?: Fields;
  readonly [more: string]: unknown;
}

/**
 * What is told of status and assignment over time. An incoming message opens an ended conversation again without a line of its own, and
 * so does the opening of a new one: they follow from what comes after.
 */
function changesOf(thread: Thread, names: Names): readonly Change[] {
  const told = thread.messages.filter(isActivity).flatMap((message) => toldBy(message, names));
  return [...openingOf(thread, told), ...told, ...reopeningsOf(thread, told)];
}

function toldBy(line: Fields, names: Names): readonly Change[] {
  const activity = readActivity(textOf(line, 'content'));
  const created_at = timeOf(line);
  if (activity === null || created_at === 0) return [];
  const message = pick(line, ['id', 'content']);
  if (activity.kind === 'status') return [{ created_at, status: activity.status, message }];
  const name = activity.name.trim();
  const isTeam = names.teams.has(name.toLowerCase());
  const isAgent = activity.kind === 'agent' || names.agents.has(name.toLowerCase());
  // A name that is both a team's and a person's tells nothing.
  if (activity.kind === 'someone' && isTeam === isAgent) return [];
  return [{ created_at, ...(isAgent ? { agent: name } : { team: name.toLowerCase() }), message }];
}

const hasStatus = ({ status }: Change): boolean => status !== undefined;

/**
 * How it began: open, or with a robot where one writes in it, where it is pending still, or where the first thing told of it is that somebody
 * opened it.
 */
function openingOf(
  { conversation, messages, isAll }: Thread,
  told: readonly Change[],
): readonly Change[] {
  if (!isAll) return [];
  const born = Number(conversation['created_at'] ?? 0) || timeOf(messages[0] ?? {});
  if (born === 0) return [];
  const first = told.find(hasStatus);
  const now = first === undefined ? conversation['status'] : first.status;
  const isWithRobot = now === 'pending' && first === undefined;
  const isHandedOver = first?.status === 'open' || messages.some(isRobots);
  const status = isWithRobot || isHandedOver ? 'pending' : 'open';
  return [{ created_at: born, status, opening: true }];
}

function isRobots({ sender }: Fields): boolean {
  const type = isObject(sender) ? textOf(sender, 'type') : '';
  return type === 'agent_bot' || type === 'captain_assistant';
}

/** The first incoming message after an end, where the conversation did not stay ended. */
function reopeningsOf(
  { conversation, messages }: Thread,
  told: readonly Change[],
): readonly Change[] {
  const statuses = told.filter(hasStatus);
  return statuses.flatMap((end, index) => {
    if (end.status !== 'resolved') return [];
    const next = statuses[index + 1];
    const endId = idOf(end.message ?? {});
    const nextId = next === undefined ? Infinity : idOf(next.message ?? {});
    const isEndedNow = next === undefined && conversation['status'] === 'resolved';
    const opener = messages.find(
      (one) => Number(one['message_type']) === 0 && idOf(one) > endId && idOf(one) < nextId,
    );
    if (isEndedNow || opener === undefined || next?.status === 'open') return [];
    const status = next === undefined ? textOf(conversation, 'status') || 'open' : 'open';
    return [{ created_at: timeOf(opener), status }];
  });
}
