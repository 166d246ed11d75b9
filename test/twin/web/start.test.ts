import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { agentStatus } from '../../support/plantao';
import { projectRoot } from '../../../src/twin/runtime/project-root';

const folders: string[] = [];
const running: ChildProcessByStdio<null, Readable, Readable>[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twin-start-'));
  folders.push(folder);
  return folder;
}

function launch(...args: readonly string[]) {
  const command = [join(projectRoot, 'src', 'cli', 'run.mjs'), 'start', ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const seen = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    seen.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    seen.error += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, seen, ended };
}

async function waitForReady(seen: { readonly out: string }): Promise<string> {
  for (;;) {
    const [, url] = /^READY (.+)$/m.exec(seen.out) ?? [];
    if (url !== undefined) return url;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const pause = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

/** Six senders post one agent after the other until the process is gone; `answered` holds the ids that got an answer. */
function sendAgents(url: string) {
  const answered = new Set<string>();
  let next = 0;
  const send = async (): Promise<void> => {
    for (let id = next++; id < 5_000; id = next++) {
      const answer = await fetch(`${url}/macros/s/AKfycbTwin/exec?k=huggy.exemplo-local&w=main`, {
        method: 'POST',
        body: JSON.stringify(agentStatus({ agents: [{ id }] })),
      });
      if ((await answer.text()) === 'OK') answered.add(String(id));
    }
  };
  const done = Promise.allSettled(Array.from({ length: 6 }, send));
  return { answered, done };
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const listIn = (value: unknown, name: string): readonly unknown[] =>
  asArray(Reflect.get(Object(value), name));

async function readAgentIds(url: string): Promise<readonly string[]> {
  const answer = await fetch(`${url}/api/sheets/${encodeURIComponent('Status dos agentes')}`);
  const sheet: unknown = await answer.json();
  const column = listIn(sheet, 'header').indexOf('ID do agente');
  return listIn(sheet, 'values').map((row) => String(asArray(row)[column]));
}

describe('npm start', () => {
  it('makes the sample once, prints a webhook of each connection, serves, and stops on SIGTERM', async () => {
    const folder = makeFolder();
    const first = launch('--port', '0', '--data', folder);
    const url = await waitForReady(first.seen);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(first.seen.out).toMatch(
      /^huggy \(.+\): http:\/\/127\.0\.0\.1:\d+\/macros\/s\/.+\/exec\?k=/m,
    );
    expect((await fetch(`${url}/api/sheets`)).status).toBe(200);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = launch('--port', '0', '--data', folder, '--virtual-clock');
    const again = await waitForReady(second.seen);
    expect(second.seen.error).not.toContain('sample');
    const moved = await fetch(`${again}/api/clock`, { method: 'POST', body: '{"advanceMs":1}' });
    expect(moved.status).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  }, 60_000);

  it('a process killed while events arrive loses nothing that it answered', async () => {
    const folder = makeFolder();
    const first = launch('--port', '0', '--data', folder);
    const senders = sendAgents(await waitForReady(first.seen));
    while (senders.answered.size < 30) await pause(20);
    first.child.kill('SIGKILL');
    await first.ended;
    await senders.done;
    const second = launch('--port', '0', '--data', folder);
    const url = await waitForReady(second.seen);
    for (let run = 0; run < 5; run += 1) {
      await fetch(`${url}/api/run/sweep_`, { method: 'POST', body: '[]' });
    }
    const ids = await readAgentIds(url);
    expect(senders.answered.size).toBeGreaterThanOrEqual(30);
    expect([...senders.answered].filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  }, 60_000);

  it('--locale makes a new spreadsheet in that locale, and its user speaks the language', async () => {
    const { seen, child, ended } = launch(
      '--port',
      '0',
      '--data',
      makeFolder(),
      '--locale',
      'es_CO',
    );
    const url = await waitForReady(seen);
    const workbook: unknown = await (await fetch(`${url}/api/workbook`)).json();
    expect(workbook).toMatchObject({ locale: 'es_CO' });
    expect((await fetch(`${url}/api/sheets/Ahora`)).status).toBe(200);
    child.kill('SIGINT');
    await ended;
  }, 60_000);

  it('says what is wrong with a locale', async () => {
    const { seen, ended } = launch('--locale', 'brasileiro');
    expect(await ended).toBe(1);
    expect(seen.error).toContain('Opção inválida: --locale brasileiro.');
  });

  it('says in both languages that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { seen, ended } = launch('--port', String(port), '--data', makeFolder());
    expect(await ended).toBe(1);
    server.close();
    expect(seen.error).toContain(`A porta ${port} já está em uso.`);
    expect(seen.error).toContain(`Port ${port} is already in use.`);
    expect(seen.error).not.toMatch(/^\s+at /m);
  });

  it('leaves a damaged data folder alone', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'plantao.db'), 'not a database'.repeat(500));
    const { seen, ended } = launch('--port', '0', '--data', folder);
    expect(await ended).toBe(1);
    expect(seen.error).toMatch(/está danificado|não foi feito por este programa/);
    expect(seen.error).not.toMatch(/^\s+at /m);
  });

  it.each([['--bogus'], ['--port=x'], ['--data']])('explains the option %s', async (option) => {
    const { seen, ended } = launch(option);
    expect(await ended).toBe(1);
    expect(seen.error).toContain('Opção inválida');
    expect(seen.error).toContain('Invalid option');
  });
});
