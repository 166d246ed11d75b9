import { fileURLToPath } from 'node:url';
import { sampleSecret, setUpSample } from '../../src/cli/sample';
import {
  createVirtualClock,
  isVirtualClock,
  type TwinClock,
  type VirtualClock,
} from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import type { CellValue } from '../../src/twin/spreadsheet/model';
import { startTwin, type TwinOptions } from '../../src/twin/start-twin';
import { createMemoryStorage, type Snapshot } from '../../src/twin/storage/memory-storage';
import type { WebOutput } from '../../src/twin/web/web-answer';
import { readSheet } from '../../src/twin/web/sheet-json';
import { plainTitle } from './plain-title';
import { prepareSnapshot } from './prepared';
import { quickCode } from './quick-code';
import { threads } from './threads';

export const bundleDir = fileURLToPath(new URL('../../dist', import.meta.url));
export const sampleAddress = 'http://127.0.0.1:8787/macros/s/AKfycbTwin/exec';
export { sampleSecret };

/** The rows of a sheet by header, as values or as a person sees them. */
export type Row = Readonly<Record<string, CellValue>>;

/** The built app on a twin, set up with the sample connections. */
export interface Plantao {
  readonly twin: Twin;
  /** Posts a body to a connection of the sample; an object is sent as JSON. */
  post(vendor: string, body: unknown, options?: PostOptions): Promise<WebOutput>;
  /** Data rows with cell values; dates as ISO texts. */
  rows(title: string): readonly Row[];
  /** Data rows as text shown. */
  shown(title: string): readonly Readonly<Record<string, string>>[];
  /** Every formula of the sheet. */
  formulas(title: string): readonly string[];
  /** Runs the sweep until the journal holds nothing open. */
  settle(): Promise<void>;
}

interface PostOptions {
  readonly query?: string;
  readonly webhook?: string;
  readonly contentType?: string | null;
  readonly method?: string;
}

const encoder = new TextEncoder();

interface Options extends Partial<TwinOptions> {
  /** Functions beside the app's own, with which a script does what a hand does in the sheet. */
  readonly handiwork?: string;
}

/**
 * Starts the built bundle on a new twin and sets it up. Its clock stands unless the test moves it, so that no trigger runs between
 * a post and what the test asserts, however long that takes; a test of another clock brings its own. Formulas stay blank unless a test
 * asks for their values: the engine reads the whole workbook.
 */
export async function startPlantao(options: Options = {}): Promise<Plantao> {
  const { clock = createVirtualClock(Date.now()), handiwork: _text, ...rest } = options;
  const base = { bundleDir, threads, evaluatesFormulas: false };
  const whole = { ...base, ...codeFor(options), ...rest, clock };
  if (isOrdinary(options) && isVirtualClock(clock)) return startPrepared({ ...whole, clock });
  const twin = startTwin(whole);
  await setUpSample(twin, sampleAddress);
  return usePlantao(twin);
}

/** What may differ between tests that begin with the same workbook, or is part of its name. */
const ordinary: ReadonlySet<string> = new Set([
  'clock',
  'evaluatesFormulas',
  'handiwork',
  'locale',
  'seam',
  'services',
  'timeZone',
]);
const isOrdinary = (options: Options): boolean =>
  Object.keys(options).every((name) => ordinary.has(name));

/** Setting up takes most of a second, and gives the same each time: one test does it for all. */
async function startPrepared(options: TwinOptions & { readonly clock: VirtualClock }) {
  const snapshot = await prepareSample(options);
  return usePlantao(startTwin({ ...options, storage: createMemoryStorage(snapshot) }));
}

type Beginning = Pick<TwinOptions, 'locale' | 'timeZone'> & { readonly clock: VirtualClock };

const slotMs = 10 * 60_000;
const minuteMs = 60_000;

/** A spreadsheet that was set up at the moment at which the clock stands, or some minutes before a moment of today. */
export function prepareSample({ clock, ...place }: Beginning): Promise<Snapshot> {
  const nowMs = clock.now();
  // Each of today's tests has a moment of its own: those of ten minutes begin with the same.
  const isToday = Math.abs(Date.now() - nowMs) < minuteMs;
  const startMs = isToday ? nowMs - minuteMs : nowMs;
  const moment = isToday ? `slot ${Math.floor(nowMs / slotMs)}` : String(nowMs);
  const { locale = '', timeZone = '' } = place;
  return prepareSnapshot([locale, timeZone, moment].join('|'), async (storage) => {
    const twin = startTwin({
      ...codeFor({}),
      ...(locale === '' ? {} : { locale }),
      ...(timeZone === '' ? {} : { timeZone }),
      bundleDir,
      threads,
      evaluatesFormulas: false,
      clock: createVirtualClock(startMs),
      storage,
    });
    await setUpSample(twin, sampleAddress);
    await twin.stop();
  });
}

/** A test that brings other code brings its folder. */
function codeFor({
  bundleDir: own,
  deployedBundleDir,
  handiwork,
}: Options): Pick<TwinOptions, 'code'> {
  if (own !== undefined || deployedBundleDir !== undefined) return {};
  const code = quickCode(bundleDir, handiwork);
  return { code: { latest: code, deployed: code } };
}

/** The same conveniences over a twin that is set up already. */
export function usePlantao(twin: Twin): Plantao {
  const read = (title: string) => {
    const sheet = twin.workbook.sheets.find((one) => one.title === title);
    if (sheet === undefined) throw new Error(`There is no sheet ${title}.`);
    return readSheet(sheet, { workbook: twin.workbook, engine: twin.engine });
  };
  return {
    twin,
    post: (
      vendor,
      body,
      { query, webhook = 'main', contentType = 'application/json', method = 'POST' } = {},
    ) => {
      tick(twin.clock);
      return twin.webOutput({
        method,
        query: query ?? `k=${vendor}.${sampleSecret}&w=${webhook}`,
        contentType,
        body: encoder.encode(typeof body === 'string' ? body : JSON.stringify(body)),
      });
    },
    rows: (title) => {
      const { header, values } = read(title);
      return values.map((row) => byHeader(header, row));
    },
    shown: (title) => {
      const { header, display } = read(title);
      return display.map((row) => byHeader(header, row));
    },
    formulas: (title) =>
      read(title)
        .formulas.flat()
        .filter((formula) => formula !== ''),
    settle: () => settle(twin),
  };
}

function byHeader<T>(header: readonly CellValue[], row: readonly T[]): Record<string, T> {
  return Object.fromEntries(
    row.map((cell, index) => [plainTitle(String(header[index])), cell] as const),
  );
}

/** Nothing on a clock that is moved by hand comes at the very same moment. */
function tick(clock: TwinClock): void {
  if (isVirtualClock(clock)) clock.moveTo(clock.now() + 1);
}

/** So many minutes pass, each with its trigger. */
export async function passMinutes(twin: Twin, clock: VirtualClock, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    clock.moveTo(clock.now() + 60_000);
    await twin.run('sweep_', [], 'trigger');
  }
}

async function settle(twin: Twin): Promise<void> {
  for (let run = 0; run < 5; run += 1) await twin.run('sweep_', [], 'trigger');
}

/** Huggy's documented example of an agent's status, with some of its fields changed. */
export function agentStatus(changes: AgentStatusChanges = {}): Readonly<Record<string, unknown>> {
  const { time = 1659382581, token = '888c48839995c333939a80f0000dd354', agents = [{}] } = changes;
  const items = agents.map((agent) => ({ ...documentedAgent, ...agent }));
  return { time, messages: { agentChangedStatus: items }, token };
}

interface AgentStatusChanges {
  /** Unix seconds. */
  readonly time?: number;
  readonly token?: string;
  readonly agents?: readonly Readonly<Record<string, unknown>>[];
}

const documentedAgent = {
  id: 95096,
  name: 'João Alves',
  mobile: '55999999999',
  phone: '55999999999',
  email: 'joao.alves@example.com',
  photo: 'https://cdn.example.com/photo.jpg',
  isActive: true,
  isOnline: true,
  isAvailable: false,
  statusID: '-1',
  origin: 'manually',
  company: { id: 999999 },
} as const;
