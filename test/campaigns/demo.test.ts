import { afterEach, describe, expect, it } from '@jest/globals';
import { agents } from '../../src/cli/demo/people';
import { cleanUp, launch, type Launched } from '../support/npm-start';

afterEach(cleanUp);

const pause = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

async function waitUntilLive({ seen, ready }: Launched): Promise<string> {
  const url = await ready;
  while (!seen.out.includes(`LIVE ${url}`)) await pause(100);
  return url;
}

async function readRows(url: string, title: string): Promise<readonly (readonly string[])[]> {
  const response = await fetch(`${url}/api/sheets/${encodeURIComponent(title)}`);
  const sheet: unknown = await response.json();
  const rows: unknown = Reflect.get(Object(sheet), 'display');
  return Array.isArray(rows) ? rows.map((row: unknown[]) => row.map(String)) : [];
}

async function countPosts(url: string): Promise<number> {
  const response = await fetch(`${url}/api/executions`);
  const executions: unknown = await response.json();
  const list: readonly unknown[] = Array.isArray(executions) ? executions : [];
  return list.filter((one) => Reflect.get(Object(one), 'function') === 'doPost').length;
}

describe('npm run demo', () => {
  it('fills every platform’s tabs by webhooks that all are read, goes on live, and stops', async () => {
    const demo = launch('demo', ['--port', '0', '--days', '1', '--at', '2026-11-24T10:20']);
    const url = await waitUntilLive(demo);
    const now = await readRows(url, 'Agora');
    expect(now.map((row) => row.find((cell) => agents.some(({ name }) => name === cell)))).toEqual(
      expect.arrayContaining(agents.map(({ name }) => name)),
    );
    expect(await readRows(url, 'Falhas')).toEqual([]);
    expect(await readRows(url, 'Quedas')).not.toEqual([]);
    const health = (await readRows(url, 'Saúde')).flat();
    for (const name of ['Huggy', 'Nexloo (Evolvy)', 'Treble', 'PlugChat', 'Weni', 'Genérico'])
      expect(health).toContain(name);
    expect(health.filter((cell) => /ainda não estão nas abas/.test(cell))).toEqual([]);
    expect((await readRows(url, 'Conversas')).length).toBeGreaterThan(300);
    const before = await countPosts(url);
    while ((await countPosts(url)) === before) await pause(200);
    demo.child.kill('SIGTERM');
    expect(await demo.ended).toBe(0);
  });

  it('says what is wrong with an option', async () => {
    const demo = launch('demo', ['--port', '0', '--at', 'amanhã']);
    expect(await demo.ended).toBe(1);
    expect(demo.seen.error).toContain('2026-11-24T11:22');
  });
});
