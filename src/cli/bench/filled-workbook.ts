import { hiddenTitles } from '../../sheets/hidden-columns';
import { tabs, type TabId } from '../../tabs/tabs';
import { createVirtualClock } from '../../twin/runtime/clock';
import { rowsCollection, sheetsCollection } from '../../twin/spreadsheet/cells/persist';
import type { CellValue } from '../../twin/spreadsheet/model';
import { startTwin } from '../../twin/start-twin';
import { createMemoryStorage } from '../../twin/storage/memory-storage';
import type { DocumentChange, Storage } from '../../twin/storage/storage';
import { chatKey, contactRowKey, createEventSource, messageKey, statusKey } from './bodies';
import { sampleQuery, startMs, subjects } from './subject';

/** How full the workbook is: Mensagens; Conversas, Contatos and the log of statuses, of each as many. */
export interface Fill {
  readonly messages: number;
  readonly chats: number;
}

/** Mensagens grow by a row every 13 s: 400,000 in two months. */
const messageEveryMs = 13_000;
const freeRows = 200;
const triggersCollection = 'triggers';
const encoder = new TextEncoder();

interface Filling {
  readonly tab: TabId;
  readonly count: number;
  readonly everyMs: number;
  readonly keyOf: (index: number) => string;
}

const messagesPerChat = 10;

/** A workbook that is set up and that full, without the trigger of the sweep; in an empty storage. */
export async function makeFilledStorage(
  { messages, chats }: Fill,
  storage: Storage = createMemoryStorage(),
): Promise<Storage> {
  await writeSamples(storage);
  const slow = { count: chats, everyMs: messageEveryMs * messagesPerChat };
  const fillings: readonly Filling[] = [
    { tab: 'messages', count: messages, everyMs: messageEveryMs, keyOf: messageKey },
    { tab: 'conversations', ...slow, keyOf: chatKey },
    { tab: 'contacts', ...slow, keyOf: contactRowKey },
    { tab: 'agentStatus', ...slow, keyOf: statusKey },
  ];
  for (const filling of fillings) fillTab(storage, filling);
  const triggers = [...storage.read(triggersCollection).keys()];
  storage.commit(triggers.map((key) => ({ collection: triggersCollection, key, json: null })));
  return storage;
}

/** Lets the app itself write the first row of each tab: all further ones are made after it. */
async function writeSamples(storage: Storage): Promise<void> {
  const { bundleDir, setUp } = subjects.ours;
  const clock = createVirtualClock(startMs);
  const twin = startTwin({ bundleDir, storage, clock, seed: 'samples', costMode: 'median' });
  await setUp(twin);
  const source = createEventSource();
  for (const { body } of [source.status(startMs), source.message(startMs, 0)]) {
    const contentType = 'application/json';
    const request = { method: 'POST', query: sampleQuery, contentType };
    await twin.webOutput({ ...request, body: encoder.encode(body) });
  }
  await twin.stop();
}

function fillTab(storage: Storage, { tab, count, everyMs, keyOf }: Filling): void {
  if (count === 0) return;
  const sheet = findSheet(storage, tabs[tab].title.pt);
  const collection = rowsCollection(sheet.id);
  const rows = storage.read(collection);
  const header = parseCells(rows.get('1') ?? '[]');
  const sample = parseCells(rows.get('2') ?? '[]');
  const [key, number, writtenAt] = [hiddenTitles.key, hiddenTitles.number, hiddenTitles.writtenAt];
  const [keyAt, numberAt, writtenAtAt] = [key, number, writtenAt].map((t) => header.indexOf(t));
  const rowOf = (index: number): DocumentChange => {
    const cells = [...sample];
    cells[keyAt ?? 0] = keyOf(index);
    cells[numberAt ?? 0] = index;
    cells[writtenAtAt ?? 0] = startMs - (count - index) * everyMs;
    return { collection, key: String(index + 1), json: JSON.stringify(cells) };
  };
  const maxRows = count + 1 + freeRows;
  const json = JSON.stringify({ ...sheet, maxRows, runs: [maxRows + 1, [[1, maxRows]]] });
  storage.commit([{ collection: sheetsCollection, key: String(sheet.id), json }]);
  storage.commit(Array.from({ length: count }, (_row, index) => rowOf(index + 1)));
  storage.commit([{ collection, key: '1', json: countInHeader(rows.get('1') ?? '[]', count) }]);
}

/** The header with the tab's record brought up to the rows. */
const countInHeader = (json: string, count: number): string =>
  json.replace(/("Registro \{\\"last\\":)\d+/, `$1${count}`);

interface StoredSheet {
  readonly id: number;
  readonly title: string;
}

const isStoredSheet = (value: unknown): value is StoredSheet =>
  typeof value === 'object' && value !== null && 'id' in value && 'title' in value;

function findSheet(storage: Storage, title: string): StoredSheet {
  for (const json of storage.read(sheetsCollection).values()) {
    const sheet: unknown = JSON.parse(json);
    if (isStoredSheet(sheet) && sheet.title === title) return sheet;
  }
  throw new Error(`There is no sheet ${title}.`);
}

const isCellValue = (value: unknown): value is CellValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The values of a stored row, its looks left out. */
function parseCells(json: string): readonly CellValue[] {
  const row: unknown = JSON.parse(json);
  const cells: unknown = typeof row === 'object' && row !== null && 'v' in row ? row.v : row;
  return Array.isArray(cells) ? cells.filter(isCellValue) : [];
}
