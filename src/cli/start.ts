import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createRealClock, createVirtualClock } from '../twin/runtime/clock';
import type { Twin } from '../twin/runtime/twin';
import { startTwin } from '../twin/start-twin';
import { openLibsqlStorage } from '../twin/storage/libsql-storage';
import { StorageError } from '../twin/storage/storage-error';
import type { Storage } from '../twin/storage/storage';
import { projectRoot } from '../twin/runtime/project-root';
import { join } from 'node:path';
import { buildAll } from './build';
import { commands } from './commands';
import { listConnections } from './connections';
import { runCommand } from './run-command';
import { readRoutes } from './read-routes';
import { setUpSample } from './sample';
import { StartFailure } from './start-failure';

interface StartOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly open: boolean;
  readonly isVirtual: boolean;
  readonly slow: boolean;
  /** Of a new spreadsheet, and the language of whoever uses it. */
  readonly locale: string;
  /** Of a new spreadsheet. */
  readonly timeZone: string;
  /** Where calls of the app to other hosts go; those to any host that is not named go nowhere. */
  readonly rewrite: (url: URL) => URL;
}

/**
 * `npm start`: builds, starts the twin and serves it until Ctrl-C. The first line on stdout that begins with `READY ` names
 * the address. What may be wrong with port and folder is told before anything is built.
 */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(commands.start, args, async (values) => {
    const options = {
      port: readPort(values.port),
      dataDir: values.data,
      open: values.open,
      isVirtual: values['virtual-clock'],
      slow: values.slow,
      locale: readLocale(values.locale),
      timeZone: readTimeZone(values.timezone),
      rewrite: readRoutes(values.route ?? []),
    };
    await checkPort(options.port);
    const storage = openData(options.dataDir);
    console.error('Building…');
    await buildAll();
    await serveUntilStopped(options, storage);
    return 0;
  });
}

export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartFailure('badValue', `--port ${text}`, '0–65535');
}

export function readLocale(text: string): string {
  if (/^[a-z]{2}_[A-Z]{2}$/.test(text)) return text;
  throw new StartFailure('badValue', `--locale ${text}`, 'pt_BR, es_CO, es_MX, en_US…');
}

/** A zone of the tz database, as Sheets calls it. */
export function readTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new StartFailure('badValue', `--timezone ${text}`, 'America/Sao_Paulo, America/Bogota…');
  }
}

/** Listens and stops again; port 0 needs no look. */
export async function checkPort(port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    throw explainListening(error, port);
  }
  await new Promise((resolve) => probe.close(resolve));
}

async function serveUntilStopped(options: StartOptions, storage: Storage): Promise<void> {
  const twin = startTwin({
    bundleDir: join(projectRoot, 'dist'),
    storage,
    clock: options.isVirtual ? createVirtualClock(Date.now()) : createRealClock(),
    pace: options.slow,
    connections: listConnections,
    locale: options.locale,
    timeZone: options.timeZone,
    services: { urlFetch: { rewrite: options.rewrite } },
  });
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    const url = await listen(twin, options.port);
    await fillWhenEmpty(twin, storage);
    tellAddresses(twin, url);
    if (options.open) openBrowser(url);
    const failure = await Promise.race([stopped, twin.storageFailed]);
    if (failure) throw failure;
    console.error('Stopping…');
  } finally {
    await twin.stop();
  }
}

function openData(folder: string): Storage {
  try {
    return openLibsqlStorage(folder);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw new StartFailure('unreadableData', folder, sayCause(error));
  }
}

async function listen(twin: Twin, port: number): Promise<string> {
  try {
    return await twin.listen(port);
  } catch (error) {
    throw explainListening(error, port);
  }
}

export function explainListening(error: unknown, port: number): StartFailure {
  const cause = sayCause(error);
  const fault = cause === 'EADDRINUSE' ? 'portTaken' : 'cannotListen';
  return new StartFailure(fault, String(port), cause);
}

/** The system's name of an error where it has one. */
function sayCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

const ownCollection = 'twin';
const sampleMark = 'sample';

/** One line for whoever would look at empty tabs. */
const demoOffer =
  'Uma equipe de exemplo, ao vivo / un equipo de ejemplo, en vivo / a live sample team: npm run demo';

/** On an empty data folder the app makes its tabs and the documented sample connections. */
async function fillWhenEmpty(twin: Twin, storage: Storage): Promise<void> {
  if (storage.read(ownCollection).has(sampleMark)) return;
  console.error('Making the tabs and the sample connections…');
  await setUpSample(twin, twin.execUrl(), twin.workbook.timeZone);
  const json = JSON.stringify(new Date().toISOString());
  storage.commit([{ collection: ownCollection, key: sampleMark, json }]);
  console.error(demoOffer);
}

export function tellAddresses(twin: Twin, url: string): void {
  console.log(`Planilha / spreadsheet: ${url}/`);
  for (const { vendor, account, webhooks } of listConnections(twin)) {
    const [first] = webhooks;
    if (first) console.log(`${vendor} (${account}): ${first.url}`);
  }
  console.log(`READY ${url}`);
}

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

export function openBrowser(url: string): void {
  const [command, ...rest] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...rest, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => console.error(`Abra / open ${url}`));
  opener.unref();
}
