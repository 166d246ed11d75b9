import { fileURLToPath } from 'node:url';
import { sampleSecret, setUpSample } from '../../src/cli/sample';
import { createVirtualClock, isVirtualClock, type TwinClock } from '../../src/twin/runtime/clock';
import type { Twin } from '../../src/twin/runtime/twin';
import type { CellValue } from '../../src/twin/spreadsheet/model';
import { startTwin, type TwinOptions } from '../../src/twin/start-twin';
import type { WebOutput } from '../../src/twin/web/web-answer';
import { readSheet } from '../../src/twin/web/sheet-json';
import { plainTitle } from './plain-title';
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

/**
 * Starts the built bundle on a new twin and sets it up. Its clock stands unless the test moves it, so that no trigger runs between
 * a post and what the test asserts, however long that takes; a test of another clock brings its own.
 */
export async function startPlantao(options: Partial<TwinOptions> = {}): Promise<Plantao> {
  const twin = startTwin({ bundleDir, threads, clock: createVirtualClock(Date.now()), ...options });
  await setUpSample(twin, sampleAddress);
  return usePlantao(twin);
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
