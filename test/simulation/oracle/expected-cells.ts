import type { SeenRow } from '../read-tabs';
import { asCell, isSame, show, spanOf } from './cell-values';
import { reopeningsOf } from './episodes';
import type { ModelRow } from './model';
import { listOf, sinceWhen } from './observed';
import { vendorNames, vendorOf } from './read-body';
import { isOnItsWay, standing, statusWord } from './standing';
import { columnsOf, type DataTab } from './titles';
import { situationOf } from './told';
import { sayIn, type Speech, type WordKind } from './words';

type Derive = (row: ModelRow, speech: Speech) => unknown;
type Columns = Readonly<Record<string, Derive>>;

const field =
  (name: string): Derive =>
  ({ fields }) =>
    fields[name];
/** Columns that show a field of the same name. */
const same = (...names: readonly string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, field(name)]));
const word =
  (kind: WordKind, name: string): Derive =>
  ({ fields }, speech) =>
    sayIn(speech, kind, fields[name]);
const span =
  (from: string, to: string): Derive =>
  ({ fields }) =>
    spanOf(fields[from], fields[to]);

/** From the opening; of one that was pending first, from the first time in a queue or open. */
function awaitedSince({ openedAt, statusHistory }: ModelRow['fields']): unknown {
  const steps = listOf(statusHistory);
  const began = steps.find((step) => ['queue', 'open', 'snoozed'].includes(step.word));
  const pending = steps.find((step) => step.word === 'pending');
  const isHandedOver = began !== undefined && pending !== undefined && pending.atMs < began.atMs;
  if (typeof openedAt !== 'number' || !isHandedOver) return openedAt;
  const isOfFirst = steps.every(
    (step) => step.atMs >= began.atMs || !['resolved', 'closed'].includes(step.word),
  );
  return isOfFirst ? Math.max(openedAt, began.atMs) : openedAt;
}

const situation: Derive = ({ fields }, speech) => sayIn(speech, 'situation', situationOf(fields));
const nameOrId: Derive = ({ fields, id }) => fields['name'] ?? id;
const atMs: Derive = (row) => row.atMs;
const ownId: Derive = ({ id }) => id;

/** The operator who was there last before the end, else the first of whom anything is told. */
const operator: Derive = ({ fields }) => {
  const end = Number(fields['finishedAt'] ?? Infinity);
  return listOf(fields['operators']).findLast((seen) => seen.atMs <= end)?.word;
};

const agent: Columns = {
  ...same('email', 'origin'),
  agent: nameOrId,
  online: field('isOnline'),
  available: field('isAvailable'),
  situation,
};

/** Treble names a flow by its number alone. */
const inbox: Derive = ({ fields }, speech) =>
  fields['inbox'] ?? joinWords(sayIn(speech, 'inbox', 'flow'), fields['flow']);

const joinWords = (name: unknown, number: unknown): string | undefined =>
  typeof number === 'string' ? `${String(name)} ${number}` : undefined;

/** What the columns must show; a column that is not named here is not looked at. */
const expectations: Readonly<Record<DataTab, Columns>> = {
  agentsNow: { ...agent, since: ({ fields }) => sinceWhen(fields['situations']) },
  agentStatus: { ...agent, ...same('statusCode'), at: atMs, agentId: ownId },
  conversations: {
    ...same('phone', 'email', 'channel', 'priority', 'openedAt', 'firstReplyAt'),
    ...same('lastActivityAt', 'labels', 'rating', 'comment'),
    closedAt: ({ fields }) => standing(fields).closedAt,
    conversation: ownId,
    inbox,
    contact: field('contactName'),
    agent: field('agentName'),
    team: field('teamName'),
    status: ({ fields }, speech) => sayIn(speech, 'conversation', standing(fields).status),
    firstReplyIn: ({ fields }) => spanOf(awaitedSince(fields), fields['firstReplyAt']),
    resolvedIn: ({ fields }) => spanOf(fields['openedAt'], standing(fields).closedAt),
    reopenings: ({ fields }) => reopeningsOf(fields['statusHistory']),
  },
  attendances: {
    ...same('phone', 'department', 'requestedAt', 'startedAt', 'finishedAt', 'category'),
    ...same('operatorReport', 'customerRemark'),
    attendance: ownId,
    conversation: field('conversationId'),
    customer: field('contactName'),
    operator,
    status: word('attendance', 'status'),
    messages: field('messageCount'),
    wait: ({ fields }) =>
      spanOf(
        'waitedFrom' in fields ? fields['waitedFrom'] : fields['requestedAt'],
        fields['startedAt'],
      ),
    duration: span('startedAt', 'finishedAt'),
  },
  messages: {
    ...same('text', 'phone', 'channel', 'sentAt', 'deliveredAt', 'readAt', 'answeredAt'),
    ...same('isPrivate'),
    error: ({ fields }) => (isOnItsWay(fields) ? null : fields['error']),
    message: ownId,
    conversation: field('conversationId'),
    direction: word('direction', 'direction'),
    kind: word('kind', 'kind'),
    sender: ({ fields }, speech) =>
      fields['senderName'] ?? sayIn(speech, 'sender', fields['senderIs']),
    contact: field('contactName'),
    status: ({ fields }, speech) => sayIn(speech, 'message', statusWord(fields)),
    attachment: field('attachmentUrl'),
  },
  contacts: {
    ...same('name', 'phone', 'email', 'channel', 'createdAt', 'updatedAt', 'leftAt'),
    ...same('leaveReason', 'weniUuid'),
    contact: ({ id }) => id.replace(/^(tel|mailto):/, ''),
  },
  templates: {
    template: nameOrId,
    status: word('template', 'status'),
    affected: ({ fields }) => listTexts(fields['affected']),
    since: ({ fields }) => sinceWhen(fields['statuses']),
  },
  outages: { ...same('instance', 'detail'), situation: word('outage', 'situation'), at: atMs },
};

const listTexts = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');

/** Of what a run's rows are made besides events. */
export interface Surroundings {
  /** In which rows are rendered at the end. */
  readonly speech: Speech;
  /** Rows of logs stay as they were written: any of these. */
  readonly speeches: readonly Speech[];
  /** The labels of the accounts, by connection. */
  readonly accounts: Readonly<Record<string, string>>;
}

const logs: ReadonlySet<DataTab> = new Set(['agentStatus', 'outages']);

/** Cells of a row that are not what the model says, in words. */
export function wrongCells(
  expected: ModelRow,
  seen: SeenRow,
  { speech, speeches, accounts }: Surroundings,
): readonly string[] {
  const { tab, connectionId } = expected;
  const columns = columnsOf(tab);
  const allowed = logs.has(tab) ? speeches : [speech];
  const all: Columns = {
    ...expectations[tab],
    vendor: () => vendorNames[vendorOf(connectionId)],
    account: () => accounts[connectionId],
  };
  return Object.entries(all).flatMap(([name, derive]) => {
    const kind = columns[name]?.kind ?? 'text';
    const wanted = allowed.map((one) => asCell(kind, derive(expected, one)));
    const found = seen.cell(name);
    if (wanted.some((value) => isSame(value, found))) return [];
    return [`${name} shows ${show(found)} instead of ${wanted.map(show).join(' or ')}`];
  });
}
