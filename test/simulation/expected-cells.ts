import { toSerial } from '../../src/events/time';
import { localizeText } from '../../src/events/words/word';
import type { ColumnKind } from '../../src/sheets/definition';
import { tabs, type TabId } from '../../src/tabs/tabs';
import type { CellValue } from '../../src/twin/spreadsheet/model';
import { expectedLabels } from './expected-labels';
import { asList, situationOf, type ModelRow } from './model';
import type { SeenRow } from './read-tabs';
import { isOnItsWay, standing, statusWord } from './standing';

type Derive = (row: ModelRow) => unknown;

const field =
  (name: string): Derive =>
  ({ fields }) =>
    fields[name];
/** Columns that show a field of the same name. */
const same = (...names: readonly string[]): Readonly<Record<string, Derive>> =>
  Object.fromEntries(names.map((name) => [name, field(name)]));

function inWords(kind: keyof typeof expectedLabels, said: unknown): unknown {
  const table: Readonly<Record<string, string>> = expectedLabels[kind];
  return typeof said === 'string' ? (table[said] ?? said) : said;
}

const word =
  (kind: keyof typeof expectedLabels, name: string): Derive =>
  ({ fields }) =>
    inWords(kind, fields[name]);

const situation: Derive = ({ fields }) => {
  const said = situationOf(fields);
  const table: Readonly<Record<string, string>> = expectedLabels.situation;
  return table[said] ?? said;
};

/** When the last run of equal states began. */
const since =
  (name: string): Derive =>
  ({ fields }) => {
    const observed = asList(fields[name]).map((item) => ({
      atMs: asList(item)[0],
      state: asList(item)[1],
    }));
    const last = observed.at(-1);
    const before = observed.findLastIndex(({ state }) => state !== last?.state);
    return observed[before + 1]?.atMs;
  };

const span =
  (from: string, to: string): Derive =>
  ({ fields }) =>
    spanOf(fields[from], fields[to]);

function spanOf(start: unknown, end: unknown): number | null {
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  const seconds = Math.floor(end / 1000) - Math.floor(start / 1000);
  return Math.max(0, seconds * 1000);
}

const closedAt: Derive = ({ fields }) => standing(fields).closedAt;
const nameOrId: Derive = ({ fields, id }) => fields['name'] ?? id;
const atMs: Derive = (row) => row.atMs;

/** What the columns must show; a column that is not named here is not looked at. */
const expectations: Readonly<Partial<Record<TabId, Readonly<Record<string, Derive>>>>> = {
  agentsNow: {
    ...same('email', 'origin'),
    agent: nameOrId,
    online: field('isOnline'),
    available: field('isAvailable'),
    situation,
    since: since('situations'),
  },
  agentStatus: {
    ...same('email', 'origin', 'statusCode'),
    agent: nameOrId,
    online: field('isOnline'),
    available: field('isAvailable'),
    situation,
    at: atMs,
    agentId: ({ id }) => id,
  },
  conversations: {
    ...same('phone', 'email', 'channel', 'inbox', 'priority', 'openedAt', 'firstReplyAt'),
    ...same('lastActivityAt', 'rating', 'comment'),
    closedAt,
    conversation: ({ id }) => id,
    contact: field('contactName'),
    agent: field('agentName'),
    team: field('teamName'),
    status: ({ fields }) => inWords('conversationStatus', standing(fields).status),
    firstReplyIn: span('openedAt', 'firstReplyAt'),
    resolvedIn: ({ fields }) => spanOf(fields['openedAt'], standing(fields).closedAt),
  },
  attendances: {
    ...same('phone', 'department', 'requestedAt', 'startedAt', 'finishedAt', 'category'),
    ...same('operatorReport', 'customerRemark'),
    attendance: ({ id }) => id,
    conversation: field('conversationId'),
    customer: field('contactName'),
    status: word('attendanceStatus', 'status'),
    messages: field('messageCount'),
    wait: span('requestedAt', 'startedAt'),
    duration: span('startedAt', 'finishedAt'),
  },
  messages: {
    ...same('text', 'phone', 'channel', 'sentAt', 'deliveredAt', 'readAt', 'answeredAt'),
    ...same('isPrivate'),
    error: ({ fields }) => (isOnItsWay(fields) ? null : fields['error']),
    message: ({ id }) => id,
    conversation: field('conversationId'),
    direction: word('direction', 'direction'),
    sender: field('senderName'),
    contact: field('contactName'),
    status: ({ fields }) => inWords('messageStatus', statusWord(fields)),
    attachment: field('attachmentUrl'),
  },
  contacts: {
    ...same('name', 'phone', 'email', 'channel', 'createdAt', 'updatedAt', 'leftAt'),
    ...same('leaveReason', 'weniUuid'),
    contact: ({ id }) => id.replace(/^(tel|mailto):/, ''),
  },
  templates: {
    template: nameOrId,
    status: word('templateStatus', 'status'),
    since: since('statuses'),
  },
  outages: {
    ...same('instance', 'detail'),
    situation: word('outage', 'situation'),
    at: atMs,
  },
};

/** Cells of a row that are not what the model says, in words. */
export function wrongCells(expected: ModelRow, seen: SeenRow): readonly string[] {
  const columns = new Map(tabs[expected.tab].columns.map(({ id, kind }) => [id, kind] as const));
  return Object.entries(expectations[expected.tab] ?? {}).flatMap(([id, derive]) => {
    const wanted = asCell(columns.get(id) ?? 'text', derive(expected));
    const found = seen.cell(id);
    return isSame(wanted, found) ? [] : [`${id} shows ${show(found)} instead of ${show(wanted)}`];
  });
}

const durationDayMs = 86_400_000;

function asCell(kind: ColumnKind, value: unknown): CellValue {
  if (value === undefined || value === null || value === '') return null;
  if (kind === 'time') return toSerial(Number(value));
  if (kind === 'duration') return Math.round(Number(value) / 1000) / (durationDayMs / 1000);
  return typeof value === 'number' || typeof value === 'boolean'
    ? asKind(kind, value)
    : text(value);
}

const asKind = (kind: ColumnKind, value: number | boolean): CellValue =>
  kind === 'text' ? String(value) : value;
const text = (value: unknown): string =>
  typeof value === 'string' ? localizeText(value, 'pt') : JSON.stringify(value);

const secondOfDay = 1 / 86_400;

function isSame(wanted: CellValue, found: CellValue): boolean {
  if (typeof wanted === 'number' && typeof found === 'number')
    return Math.abs(wanted - found) < 1.5 * secondOfDay;
  if (typeof wanted === 'string' && wanted.length >= 50_000)
    return typeof found === 'string' && found.startsWith(wanted.slice(0, 40_000));
  return wanted === found;
}

function show(value: CellValue): string {
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
