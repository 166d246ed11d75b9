import { sampleSecret, setUpSample } from '../../src/cli/sample';
import { registerEntities } from '../../src/tabs/registers';
import type { VirtualClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import { longTabIds, oddBodies } from './bodies';
import { bodyOf, eventKinds, ownToken, strangeToken } from './event-kinds';
import { checkAtNight } from './free-hands';
import { startMs, type Start } from './scenario';
import { eventOf } from './send';

/** What is done before a run begins on such a spreadsheet, and how long before. */
export interface Beginning {
  readonly beforeMs: number;
  readonly work: (twin: Twin, clock: VirtualClock) => Promise<void>;
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** When the rows of long tabs begin. */
const longBeforeMs = 100 * 60_000;
/** The new tabs. */
export const beginning: Beginning = { beforeMs: longBeforeMs, work: begin };

/** From the new tabs to what each start begins on; nothing for those tabs themselves. */
export const beginnings: Readonly<Record<Start, Beginning | null>> = {
  fresh: null,
  settled: { beforeMs: longBeforeMs, work: settle },
  checked: { beforeMs: dayMs, work: settleAndCheck },
  full: { beforeMs: longBeforeMs, work: fillTabs },
  long: { beforeMs: longBeforeMs, work: lengthenTabs },
  old: { beforeMs: weekMs + longBeforeMs, work: ageJournal },
};

const sampleAddress = 'http://127.0.0.1:8787/macros/s/simulated/exec';

/** Makes the tabs and a connection for each platform, then the second accounts. */
async function begin(twin: Twin): Promise<void> {
  await setUpSample(twin, sampleAddress);
  const second = (vendor: string): readonly [string, string] => {
    const id = `${vendor}-b`;
    const secrets = [sampleSecret];
    const stored = { id, vendor, account: 'Filial', secrets, tokens: [], handshakeAtMs: null };
    return [`connection.${id}`, JSON.stringify(stored)];
  };
  const panelKey = ['panel.key', 'simulated-key'] as const;
  twin.services.properties.write('script', [...doubled.map(second), panelKey]);
  twin.services.cache.forgetAll();
}

/** Platforms of which there is a second account. */
const doubled: readonly string[] = ['huggy', 'plug'];

/** Twice so many are a few more than the 2,000 rows that a hold looks at. */
const longRows = 1010;

/** Rows of the entities that runs tell of, then thousands of others over more than the quarter of an hour that is looked at. */
async function lengthenTabs(twin: Twin, clock: VirtualClock): Promise<void> {
  for (const entity of [0, 1]) {
    for (const kind of eventKinds) {
      const body = bodyOf(kind, { entity, atMs: clock.now() });
      await twin.start('doPost', [eventOf({ ...kind, body })], 'webApp').done;
    }
  }
  for (const first of [0, longRows]) {
    clock.moveTo(clock.now() + 25 * 60_000);
    await postMany(twin, { first, count: longRows, chats: 2 * longRows, atMs: clock.now() });
  }
}

/** Sweeps until all registers, one a sweep, were rendered with the settings as they are. */
async function settle(twin: Twin, clock: VirtualClock): Promise<void> {
  for (const _register of registerEntities) {
    await twin.start('sweep_', [], 'trigger').done;
    clock.moveTo(clock.now() + 60_000);
  }
}

/** The same, and the self-check of the night has gone through the empty tabs. */
async function settleAndCheck(twin: Twin, clock: VirtualClock): Promise<void> {
  await settle(twin, clock);
  await checkAtNight(twin, clock);
}

/** More than the 200 rows that are worth trimming, no more than one hold takes out of the waiting room. */
const oldLines = 230;

/** Lines that are a week old a minute before the run begins: settled ones around one that is held and one that failed. */
async function ageJournal(twin: Twin, clock: VirtualClock): Promise<void> {
  clock.moveTo(startMs - weekMs - 60_000);
  const { locks } = twin.services;
  const unknown = oddBodies[1] ?? '';
  const status = bodyOf(eventKinds[0] ?? missingKind(), { entity: 1, atMs: clock.now() });
  const post = async (body: string): Promise<void> => {
    await twin.start('doPost', [eventOf({ vendor: 'huggy', webhook: 'main', body })], 'webApp')
      .done;
  };
  await post(status);
  locks.take('script', 'somebody else');
  for (let count = 0; count < oldLines; count += 1) await post(unknown);
  locks.release('script', 'somebody else');
  await post(status.replace(ownToken, strangeToken));
  await post('isto não é JSON');
  // The emptied keys of the waiting room go, 20 a sweep.
  for (let left = oldLines + 40; left > 0; left -= 20)
    await twin.start('sweep_', [], 'trigger').done;
}

function missingKind(): never {
  throw new Error('There are no kinds of events.');
}

/** Leaves two free rows in the grids of four tabs. */
async function fillTabs(twin: Twin): Promise<void> {
  const free = 2;
  const rowsOf = (title: string): number =>
    twin.workbook.sheets.find((sheet) => sheet.title === title)?.maxRows ?? 0;
  const count = rowsOf('Mensagens') - 1 - free;
  await postMany(twin, { first: 0, count, chats: count, atMs: startMs - 90_000_000 });
}

interface Many {
  readonly first: number;
  readonly count: number;
  readonly chats: number;
  readonly atMs: number;
}

/** So many agents and contacts, and as many messages of some chats, in one request. */
async function postMany(twin: Twin, { first, count, chats, atMs }: Many): Promise<void> {
  const time = Math.floor(atMs / 1000);
  const items = (from: number, more: (index: number) => object): readonly object[] =>
    Array.from({ length: count }, (_unused, index) => ({
      id: from + first + index,
      ...more(first + index),
    }));
  const messages = {
    agentChangedStatus: items(longTabIds.agents, (index) => ({
      name: `Agente ${index}`,
      isOnline: true,
    })),
    receivedAllMessage: items(longTabIds.messages, (index) => ({
      body: `mensagem ${index}`,
      chat: { id: longTabIds.chats + (index % chats) },
    })),
    createdCustomer: items(longTabIds.contacts, (index) => ({ name: `Contato ${index}` })),
  };
  const body = JSON.stringify({ time, messages, token: ownToken });
  await twin.start('doPost', [eventOf({ vendor: 'huggy', webhook: 'main', body })], 'webApp').done;
}
