import { judge } from '../intake/judge/judge';
import { shield } from '../intake/judge/shield';
import { defaultSettings, type Connection as OwnConnection } from '../settings/config';
import { isTicking } from '../sheets/cells';
import { keep, type CellContent, type RowContent, type Ticking } from '../sheets/definition';
import type { Change } from '../rows/plan';
import { tabs } from '../tabs/tabs';
import type { Column, Connection, CreateTables, Row, TableName } from './api';
import { createPeople } from './people';
import { createRegister } from './registers';
import { sha256 } from './sha256';

/** The registers by the table that shows them. */
const entityOf = {
  agentsNow: 'agentStatus',
  conversations: 'conversation',
  attendances: 'attendance',
  messages: 'message',
  contacts: 'contact',
  templates: 'template',
} as const;

/** Pseudonyms and erased people are the spreadsheet's; here nobody has set any, so no key is used. */
const codec = {
  sha256,
  hmacSha256WebSafe: (): string => {
    throw new Error('The library has no pseudonyms.');
  },
};

/** Decodes webhooks and merges them into rows by the very code of the spreadsheet, in memory. */
export const createTables: CreateTables = ({ connections, language = 'pt', statusNames = {} }) => {
  const settings = { ...defaultSettings, language, statusNames };
  const config = { settings, connections: connections.map(toOwn) };
  const registers = openRegisters();
  const logs = {
    agentStatus: new Map<string, RowContent>(),
    outages: new Map<string, RowContent>(),
  };
  const people = createPeople(registers.contact, registers.message);

  return {
    receive: ({ connectionId, webhook = '', body, receivedAtMs }) => {
      const sent = { id: '', connectionId, webhook, receivedAtMs, body };
      const clock = { now: () => receivedAtMs };
      const { request } = shield({ codec, clock }, sent, config);
      const connection = config.connections.find(({ id }) => id === connectionId) ?? null;
      const judged = judge(request, { codec, settings, connection });
      for (const change of inOrder(judged.changes))
        if (change.kind === 'append') append(logs[change.tab], change.key, change.content);
        else for (const merge of people.name(change)) registers[merge.entity].merge(merge);
      const { status, events } = judged.entry;
      return {
        status: status === 'failed' || status === 'unknown' ? status : 'written',
        events: [...events],
        failures: judged.failures.map(({ event, failure }) => ({ event, ...failure })),
      };
    },
    columns: (table) => columnsOf(table, language),
    rows: function* (table, nowMs) {
      const ids = columnsOf(table, language).map(({ id }) => id);
      const show = (key: string, content: RowContent): Row => ({
        key,
        cells: Object.fromEntries(ids.map((id) => [id, toValue(content[id], nowMs)])),
      });
      if (table === 'agentStatus' || table === 'outages') {
        for (const [key, content] of logs[table]) yield show(key, content);
        return;
      }
      for (const { key, content } of registers[entityOf[table]].rows()) yield show(key, content);
      if (table === 'attendances')
        for (const { key, content } of registers.conversation.derived()) yield show(key, content);
    },
  };
};

const openRegisters = () => ({
  agentStatus: createRegister('agentStatus'),
  conversation: createRegister('conversation'),
  attendance: createRegister('attendance'),
  message: createRegister('message'),
  contact: createRegister('contact'),
  template: createRegister('template'),
});

/** The library asks for no secret: whoever calls it has the events already. */
const toOwn = ({ id, vendor, account }: Connection): OwnConnection => ({
  id,
  vendor,
  account,
  secrets: [],
  tokens: [],
  handshakeAtMs: null,
});

/** Contacts first: what a request tells of a person goes for all that it tells. */
const inOrder = (changes: readonly Change[]): readonly Change[] => {
  const isContact = (change: Change): boolean =>
    change.kind === 'merge' && change.entity === 'contact';
  return [...changes.filter(isContact), ...changes.filter((change) => !isContact(change))];
};

/** A log's row stands once for its key, as it was told first. */
function append(log: Map<string, RowContent>, key: string, content: RowContent): void {
  if (!log.has(key)) log.set(key, content);
}

/** What the sweep counts from other tabs. */
const countedElsewhere: ReadonlySet<string> = new Set(['serving']);

/** Formulas reckon with cells of the sheet, so they are none of these. */
function columnsOf(table: TableName, language: 'pt' | 'es' | 'en'): readonly Column[] {
  return tabs[table].columns.flatMap(({ id, title, kind }) =>
    kind === 'formula' || countedElsewhere.has(id) ? [] : [{ id, title: title[language], kind }],
  );
}

function toValue(
  content: CellContent | undefined,
  nowMs: number,
): string | number | boolean | null {
  if (content === undefined || content === keep) return null;
  return isTicking(content) ? passed(content, nowMs) : content;
}

/** How long a duration has gone on. */
const passed = ({ baseMs, sinceMs, untilMs, leastMs = 0 }: Ticking, nowMs: number): number =>
  Math.max(leastMs, baseMs + Math.max(0, Math.min(nowMs, untilMs) - sinceMs));
