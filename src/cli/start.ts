import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { createRealClock, createVirtualClock } from '../twin/runtime/clock';
import type { Twin } from '../twin/runtime/twin';
import { startTwin } from '../twin/start-twin';
import { openLibsqlStorage } from '../twin/storage/libsql-storage';
import { StorageError } from '../twin/storage/storage-error';
import type { Storage } from '../twin/storage/storage';
import { projectRoot } from '../twin/runtime/project-root';
import { join } from 'node:path';
import { buildAll } from './build';
import { listConnections } from './connections';
import { setUpSample } from './sample';
import { sayFailure, StartFailure } from './start-failure';

interface StartOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly open: boolean;
  readonly isVirtual: boolean;
  readonly slow: boolean;
  /** Of a new spreadsheet, and the language of whoever uses it. */
  readonly locale: string;
}

const oldestNode = [20, 19] as const;

/**
 * `npm start`: builds, starts the twin and serves it until Ctrl-C. The first line on stdout that begins with `READY ` names
 * the address.
 */
export async function main(args: string[]): Promise<number> {
  try {
    checkNode();
    const options = readOptions(args);
    console.error('Building…');
    await buildAll();
    await serveUntilStopped(options);
    return 0;
  } catch (error) {
    console.error(sayFailure(error));
    return 1;
  }
}

function checkNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new StartFailure('oldNode', process.versions.node);
  }
}

function readOptions(args: string[]): StartOptions {
  const values = parseValues(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartFailure('badOption', `--port ${values.port}`);
  }
  if (!/^[a-z]{2}_[A-Z]{2}$/.test(values.locale)) {
    throw new StartFailure('badOption', `--locale ${values.locale}`);
  }
  return {
    port,
    locale: values.locale,
    dataDir: values.data,
    open: values.open,
    isVirtual: values['virtual-clock'],
    slow: values.slow,
  };
}

function parseValues(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.plantao' },
        open: { type: 'boolean', default: false },
        'virtual-clock': { type: 'boolean', default: false },
        slow: { type: 'boolean', default: false },
        locale: { type: 'string', default: 'pt_BR' },
      },
    }).values;
  } catch (error) {
    throw new StartFailure('badOption', error instanceof Error ? error.message : String(error));
  }
}

async function serveUntilStopped(options: StartOptions): Promise<void> {
  const storage = openData(options.dataDir);
  const twin = startTwin({
    bundleDir: join(projectRoot, 'dist'),
    storage,
    clock: options.isVirtual ? createVirtualClock(Date.now()) : createRealClock(),
    pace: options.slow,
    connections: listConnections,
    locale: options.locale,
  });
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  try {
    const url = await listen(twin, options.port);
    await fillWhenEmpty(twin, storage);
    tellAddresses(twin, url);
    if (options.open) openBrowser(url);
    await stopped;
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
    throw new StartFailure('unreadableData', folder);
  }
}

async function listen(twin: Twin, port: number): Promise<string> {
  try {
    return await twin.listen(port);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw new StartFailure(isTaken ? 'portTaken' : 'cannotListen', String(port));
  }
}

const ownCollection = 'twin';
const sampleMark = 'sample';

/** On an empty data folder the app makes its tabs and the documented sample connections. */
async function fillWhenEmpty(twin: Twin, storage: Storage): Promise<void> {
  if (storage.read(ownCollection).has(sampleMark)) return;
  console.error('Making the tabs and the sample connections…');
  await setUpSample(twin, twin.execUrl());
  const json = JSON.stringify(new Date().toISOString());
  storage.commit([{ collection: ownCollection, key: sampleMark, json }]);
}

function tellAddresses(twin: Twin, url: string): void {
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

function openBrowser(url: string): void {
  const [command, ...rest] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...rest, url], { stdio: 'ignore', detached: true });
  opener.on('error', () => console.error(`Abra / open ${url}`));
  opener.unref();
}
