import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readRoutes } from '../../src/cli/read-routes';
import { cleanUp, launchStart, makeFolder, type Launched } from '../support/npm-start';
import { readAgentIds, sendAgents } from '../support/posted-agents';

afterEach(cleanUp);

const pause = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

describe('npm start', () => {
  it('makes the sample once, prints a webhook of each connection, serves, and stops on SIGTERM', async () => {
    const folder = makeFolder();
    const first = launchStart(['--port', '0', '--data', folder]);
    const url = await first.ready;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(first.seen.out).toMatch(
      /^huggy \(.+\): http:\/\/127\.0\.0\.1:\d+\/macros\/s\/.+\/exec\?k=/m,
    );
    expect((await fetch(`${url}/api/sheets`)).status).toBe(200);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const second = launchStart(['--port', '0', '--data', folder, '--virtual-clock']);
    const again = await second.ready;
    expect(second.seen.error).not.toContain('sample');
    const moved = await fetch(`${again}/api/clock`, { method: 'POST', body: '{"advanceMs":1}' });
    expect(moved.status).toBe(200);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('a process killed while events arrive loses nothing that it answered', async () => {
    const folder = makeFolder();
    const first = launchStart(['--port', '0', '--data', folder]);
    const senders = sendAgents(await first.ready);
    while (senders.answered.size < 30) await pause(20);
    first.child.kill('SIGKILL');
    await first.ended;
    await senders.done;
    const second = launchStart(['--port', '0', '--data', folder]);
    const again = await second.ready;
    for (let run = 0; run < 5; run += 1)
      await fetch(`${again}/api/run/sweep_`, { method: 'POST', body: '[]' });
    const ids = await readAgentIds(again);
    expect(senders.answered.size).toBeGreaterThanOrEqual(30);
    expect([...senders.answered].filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('npm start --locale', () => {
  it('makes a new spreadsheet in that locale, and its user speaks the language', async () => {
    const start = launchStart(['--port', '0', '--data', makeFolder(), '--locale', 'es_CO']);
    const url = await start.ready;
    const workbook: unknown = await (await fetch(`${url}/api/workbook`)).json();
    expect(workbook).toMatchObject({ locale: 'es_CO' });
    expect((await fetch(`${url}/api/sheets/Ahora`)).status).toBe(200);
    start.child.kill('SIGINT');
    await start.ended;
  });
});

describe('npm start says in three languages, before it builds anything,', () => {
  /** What it printed, once it has ended as a refusal does: no build begun, no stack. */
  async function refusalOf({ seen, ended }: Launched): Promise<string> {
    expect(await ended).toBe(1);
    expect(seen.error).not.toMatch(/Building|^\s+at /m);
    return seen.error;
  }

  it('what is wrong with a locale', async () => {
    const said = await refusalOf(launchStart(['--locale', 'brasileiro']));
    expect(said).toContain('Opção inválida: --locale brasileiro.');
    expect(said).toContain('Opción no válida: --locale brasileiro.');
  });

  it('that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const start = launchStart(['--port', String(port), '--data', makeFolder()]);
    const said = await refusalOf(start);
    expect(said).toContain(`A porta ${port} já está em uso.`);
    expect(said).toContain(`El puerto ${port} ya está en uso.`);
    expect(said).toContain(`Port ${port} is already in use.`);
    server.close();
  });

  it('that the data are damaged', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'plantao.db'), 'not a database'.repeat(500));
    const start = launchStart(['--port', '0', '--data', folder]);
    expect(await refusalOf(start)).toMatch(/está danificado.*\n.*está dañado.*\n.*is damaged/);
  });

  it('that the folder is none', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    const start = launchStart(['--port', '0', '--data', file]);
    expect(await refusalOf(start)).toMatch(/A pasta de .*\nLa carpeta de .*\nThe data folder/);
  });

  it.each([
    ['--bogus'],
    ['--port=x'],
    ['--port=70000'],
    ['--data'],
    ['extra'],
    ['--route=flows.weni.ai'],
    ['--route=https://flows.weni.ai=https://example.com'],
    ['--route=https://flows.weni.ai/api=http://127.0.0.1:9001'],
  ])('what is wrong with %s', async (option) => {
    const texts = /^Opção inválida.*\nOpción no válida.*\nInvalid option/;
    expect(await refusalOf(launchStart([option]))).toMatch(texts);
  });
});

describe('npm start --route', () => {
  it('sends the app to a server on this machine with the path as it is, and nowhere else', () => {
    const route = readRoutes([
      'https://a.example=http://127.0.0.1:9001',
      'https://b.example=http://localhost:2',
    ]);
    expect(route(new URL('https://a.example/x?y=%2B1')).href).toBe(
      'http://127.0.0.1:9001/x?y=%2B1',
    );
    expect(route(new URL('https://b.example/')).href).toBe('http://localhost:2/');
    expect(route(new URL('https://c.example/')).href).toBe('https://c.example/');
    expect(route(new URL('http://a.example/')).href).toBe('http://a.example/');
  });
});
