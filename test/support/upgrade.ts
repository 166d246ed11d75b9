import { tabs, type TabId } from '../../src/tabs/tabs';
import { createVirtualClock, type VirtualClock } from '../../src/twin/runtime/clock';
import type { Seam } from '../../src/twin/runtime/seam';
import type { SheetView } from '../../src/twin/spreadsheet/model';
import { startTwin } from '../../src/twin/start-twin';
import { createMemoryStorage } from '../../src/twin/storage/memory-storage';
import type { Storage } from '../../src/twin/storage/storage';
import { dataTabs } from './data-tabs';
import { listDocumented, readFixture } from './fixtures';
import { startPlantao, usePlantao, sampleSecret, type Plantao, type Row } from './plantao';
import { threads } from './threads';
import { openCode010, openCodeToday, readDocuments, type CodeFolder } from './workbook-010';

/** A request as a platform sends it. */
export interface Sent {
  readonly vendor: string;
  readonly body: unknown;
  /** When it arrives, epoch ms; the same in every workbook that gets it. */
  readonly atMs: number;
}

/** Which code answers at the address. */
export type Version = 'today' | '0.1.0';

/** A spreadsheet with the app in it, on a clock that is moved by hand. */
export interface Workbook extends Plantao {
  readonly clock: VirtualClock;
  /** Lets the request arrive at its time, through today's code unless told. */
  send(sent: Sent, through?: Version): Promise<void>;
  /** Lets minutes pass; the trigger runs the sweep each minute. False when a sweep did not come to its end. */
  sweep(minutes?: number): Promise<boolean>;
  stop(): Promise<void>;
}

const minuteMs = 60_000;

/** In today's code web calls run the deployed version; this is the way to its own `doPost`. */
const ownDoor = `
function answerHere(query, contents) { doPost({ queryString: query, postData: { contents: contents } }); }
`;

/** How a workbook is opened; `latest`: what trigger and menu run. */
export interface Opening {
  readonly storage: Storage;
  readonly atMs: number;
  readonly latest?: Version;
  readonly seam?: Seam;
  /** True: formulas are worked out, which takes time. */
  readonly evaluatesFormulas?: boolean;
}

/** A memory that holds the workbook of 0.1.0. */
export function storeOld(): Storage {
  const storage = createMemoryStorage();
  storage.commit(readDocuments());
  return storage;
}

/** Opens what is stored, with both versions at hand. */
export function openStored(opening: Opening): Workbook {
  const { storage, atMs, latest = 'today', seam, evaluatesFormulas = false } = opening;
  const [today, old] = [openCodeToday(ownDoor), openCode010(ownDoor)];
  const clock = createVirtualClock(atMs);
  const [bundle, deployed] = latest === 'today' ? [today, old] : [old, today];
  const twin = startTwin({
    bundleDir: bundle.path,
    deployedBundleDir: deployed.path,
    threads,
    clock,
    storage,
    evaluatesFormulas,
    ...(seam === undefined ? {} : { seam }),
  });
  return useWorkbook(usePlantao(twin), { clock, latest, folders: [today, old] });
}

/** A new spreadsheet of today's version. */
export async function openFresh(atMs: number): Promise<Workbook> {
  const code = openCodeToday(ownDoor);
  const clock = createVirtualClock(atMs);
  const plantao = await startPlantao({
    bundleDir: code.path,
    threads,
    clock,
    evaluatesFormulas: false,
  });
  return useWorkbook(plantao, { clock, latest: 'today', folders: [code] });
}

interface Means {
  readonly clock: VirtualClock;
  readonly latest: Version;
  readonly folders: readonly CodeFolder[];
}

function useWorkbook(plantao: Plantao, { clock, latest, folders }: Means): Workbook {
  const sweepName = latest === 'today' ? 'sweep_' : 'sweep';
  const sweepOnce = (): Promise<boolean> =>
    plantao.twin.run(sweepName, [], 'trigger').then(
      () => true,
      () => false,
    );
  return {
    ...plantao,
    clock,
    send: async ({ vendor, body, atMs }, through = 'today') => {
      clock.moveTo(Math.max(clock.now(), atMs));
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      if (through === latest)
        await plantao.twin.run('answerHere', [`k=${vendor}.${sampleSecret}&w=main`, text]);
      else await plantao.post(vendor, text);
    },
    sweep: async (minutes = 1) => {
      let isWhole = true;
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.moveTo(clock.now() + minuteMs);
        isWhole = (await sweepOnce()) && isWhole;
      }
      return isWhole;
    },
    stop: async () => {
      await plantao.twin.stop();
      for (const folder of folders) folder.remove();
    },
  };
}

/** What the person of the workbook of 0.1.0 renamed. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['Mensagens', 'Mensagens do time'],
  ['Contatos/E-mail', 'Correio'],
]);

/** The sheet of a tab, whatever it is called. */
export function sheetOf({ twin }: Plantao, tab: TabId): SheetView {
  const { pt } = tabs[tab].title;
  const sheet = twin.workbook.sheets.find(({ title }) => title === pt || title === renamed.get(pt));
  if (sheet === undefined) throw new Error(`There is no tab ${pt}.`);
  return sheet;
}

/** What our columns hold, by tab and key; formulas aside. */
export function rowsByKey(plantao: Plantao): Readonly<Record<string, unknown>> {
  const entries = dataTabs.map((tab) => {
    const own = plantao.rows(sheetOf(plantao, tab).title).filter(({ Chave: key }) => key !== null);
    const rows = own.map((row) => [String(row['Chave']), ourCells(tab, row)] as const);
    return [tab, Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)))] as const;
  });
  return Object.fromEntries(entries);
}

function ourCells(tab: TabId, row: Row): Row {
  const columns = tabs[tab].columns.filter(({ kind }) => kind !== 'formula');
  const cells = columns.map(({ title }) => {
    const alias = renamed.get(`${tabs[tab].title.pt}/${title.pt}`) ?? title.pt;
    return [title.pt, row[title.pt] ?? row[alias] ?? null] as const;
  });
  return Object.fromEntries(cells);
}

/** Tab and key of rows, in all data tabs, in the order in which they stand. */
export const keysOf = (plantao: Plantao): readonly string[] =>
  dataTabs.flatMap((tab) =>
    plantao
      .rows(sheetOf(plantao, tab).title)
      .flatMap(({ Chave: key }) => (key === null ? [] : `${tab} ${String(key)}`)),
  );

/** What 0.1.0 had received, as its journal tells. */
export function readReceived(plantao: Plantao): readonly Sent[] {
  const received: Sent[] = [];
  for (const line of plantao.rows('Diário')) {
    const last = received.at(-1);
    const body = String(line['Corpo']);
    if (line['Parte'] !== 1 && last !== undefined)
      received[received.length - 1] = { ...last, body: `${String(last.body)}${body}` };
    else
      received.push({ vendor: String(line['Conexão']), body, atMs: Number(line['Recebido (ms)']) });
  }
  return received;
}

const token = 'um-token-so';

const agent = (id: number, time: number, more: object = {}): Omit<Sent, 'atMs'> => {
  const item = { id, name: `Agente ${id}`, isActive: true, isOnline: true, ...more };
  return { vendor: 'huggy', body: { time, token, messages: { agentChangedStatus: [item] } } };
};

/** News of an agent whose row stands there, one after the other. */
export const listOfOneAgent = (count: number, atMs: number, first = 0): readonly Sent[] =>
  Array.from({ length: count }, (_unused, index) => ({
    ...agent(1, 1_772_001_000 + first + index),
    atMs: atMs + index,
  }));

/** News of an agent that has no row yet. */
export const newAgent = (atMs: number): Sent => ({ ...agent(6, 1_772_001_000), atMs });

/** Messages that stand already, and new ones: a body on several lines of the journal. */
function whatsApp(first: number, count: number): Omit<Sent, 'atMs'> {
  const messages = Array.from({ length: count }, (_unused, index) => ({
    from: '5511900000001',
    id: `wamid.${first + index}`,
    timestamp: String(1_772_000_000 + first + index),
    type: 'text',
    text: { body: `Mensagem ${first + index}, com texto bastante para que o corpo seja comprido` },
  }));
  const metadata = { display_phone_number: '551140000000', phone_number_id: '12345' };
  const contacts = [{ profile: { name: 'Cliente de Exemplo' }, wa_id: '5511900000001' }];
  const value = { messaging_product: 'whatsapp', metadata, contacts, messages };
  const entry = [{ id: '1', changes: [{ value, field: 'messages' }] }];
  return { vendor: 'weni', body: { object: 'whatsapp_business_account', entry } };
}

/** What arrives from then on, with room for a sweep between one and the next: a quarter of the documented bodies, and news of what stands there. */
export function listArriving(afterMs: number): readonly Sent[] {
  const vendors = ['huggy', 'evolvy', 'plug', 'treble', 'weni', 'generic'];
  const documented = vendors.flatMap((vendor) =>
    listDocumented(vendor).map((name) => {
      const body = readFixture(`${vendor}/${name}`);
      return { vendor, body: vendor === 'huggy' ? Object.assign({}, body, { token }) : body };
    }),
  );
  const late = documented.filter((_body, index) => index % 4 === 3);
  const news = [agent(1, 1_772_000_200, { isAvailable: true }), agent(5, 1_772_000_201)];
  const bodies = [...late, ...news, agent(2, 1_772_000_102), whatsApp(590, 400)];
  return bodies.map((body, index) => ({ ...body, atMs: afterMs + (index + 1) * 2 * minuteMs }));
}
