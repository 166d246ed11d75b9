import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import type { EngineControl, Seam } from '../../src/twin/runtime/seam';
import { TOO_MANY_LOCK_OPERATIONS_TEXT } from '../../src/twin/services/stores/lock';
import { startTwin } from '../../src/twin/start-twin';
import { agentStatus, bundleDir, startPlantao, usePlantao, type Plantao } from '../support/plantao';

const token = '888c48839995c333939a80f0000dd354';
const event = (index: number) =>
  agentStatus({
    time: 1_700_000_000 + index,
    token,
    agents: [{ id: index, name: `Agente ${index}` }],
  });

/** Posts all bodies, so many at a time; gives how many were answered OK. */
async function postAll(
  plantao: Plantao,
  count: number,
  senders: number,
): Promise<ReadonlySet<number>> {
  const answered = new Set<number>();
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const answer = await plantao.post('huggy', event(index));
      if (JSON.stringify(answer).includes('"OK"')) answered.add(index);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return answered;
}

const idsIn = (plantao: Plantao): readonly number[] =>
  plantao.rows('Status dos agentes').map((row) => Number(row['ID do agente']));

describe('P1 Nothing lost', () => {
  it('30 senders at once, 600 events: 600 rows, none lost, none doubled', async () => {
    const plantao = await startPlantao({ evaluatesFormulas: false });
    await plantao.post('huggy', event(0));
    const answered = await postAll(plantao, 600, 30);
    await plantao.settle();
    const ids = idsIn(plantao);
    expect(answered.size).toBe(600);
    expect(new Set(ids).size).toBe(600);
    expect(ids).toHaveLength(600);
    expect(plantao.rows('Agora')).toHaveLength(600);
    await plantao.twin.stop();
  });

  it('the same with executions killed in the middle: what was answered is there, nothing is doubled', async () => {
    const { seam, killOldest } = makeKiller();
    const plantao = await startPlantao({ seam, evaluatesFormulas: false });
    await plantao.post('huggy', event(0));
    const killer = setInterval(killOldest, 40);
    const answered = await postAll(plantao, 150, 30);
    clearInterval(killer);
    await plantao.settle();
    const ids = idsIn(plantao);
    expect(answered.size).toBeLessThan(150);
    expect([...answered].filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids).toHaveLength(new Set(ids).size);
    await plantao.twin.stop();
  });

  it('a process that dies keeps everything that was answered, and the restart shows the same workbook', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'plantao-'));
    const first = await startPlantao({ dataDir });
    for (let index = 0; index < 5; index += 1) await first.post('huggy', event(index));
    const before = first.shown('Status dos agentes');
    await first.twin.stop();
    const twin = startTwin({ bundleDir, dataDir, clock: createVirtualClock(Date.now()) });
    const second = usePlantao(twin);
    expect(second.shown('Status dos agentes')).toEqual(before);
    await second.post('huggy', event(5));
    expect(idsIn(second)).toEqual([0, 1, 2, 3, 4, 5]);
    await twin.stop();
    rmSync(dataDir, { recursive: true });
  });

  it.each([
    ['tryLock', 'before'],
    ['tryLock', 'after'],
    ['releaseLock', 'before'],
    ['releaseLock', 'after'],
  ] as const)('Google refuses lock operations under load: %s, %s its effect', async (...row) => {
    const [method, when] = row;
    const load = { refuses: false };
    const fault = { kind: 'throw', when, message: TOO_MANY_LOCK_OPERATIONS_TEXT } as const;
    const seam: Seam = {
      beforeCall: (call) => (load.refuses && call.method === method ? fault : undefined),
    };
    const plantao = await startPlantao({ seam });
    await plantao.post('huggy', event(0));
    load.refuses = true;
    const answered = await postAll(plantao, 20, 5);
    load.refuses = false;
    await plantao.settle();
    const ids = idsIn(plantao);
    expect(answered.size).toBe(20);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
    await plantao.twin.stop();
  });

  it('writing may be paused: the journal goes on, the tabs wait, and resuming writes everything once', async () => {
    const plantao = await startPlantao();
    await plantao.post('huggy', event(0));
    await plantao.twin.run('pauseWriting_');
    await postAll(plantao, 20, 5);
    expect(plantao.rows('Agora')).toHaveLength(1);
    await plantao.settle();
    expect(plantao.rows('Saúde').find((row) => row['Plataforma'] === 'Huggy')).toMatchObject({
      'Na fila': 20,
    });
    await plantao.twin.run('resumeWriting_');
    await plantao.settle();
    expect(plantao.rows('Agora')).toHaveLength(20);
    expect(idsIn(plantao)).toHaveLength(20);
    await plantao.twin.stop();
  });

  it('a body of several cells is kept whole in the journal', async () => {
    const plantao = await startPlantao();
    const filler = 'é😀'.repeat(60_000);
    await plantao.post('huggy', { ...agentStatus(), filler });
    const parts = plantao.rows('Diário');
    const body = parts.map((row) => row['Corpo']).join('');
    expect(parts.map((row) => row['Parte'])).toEqual([1, 2, 3, 4, 5]);
    expect(JSON.parse(body)).toMatchObject({ filler });
    await plantao.twin.stop();
  });
});

/** A seam that can kill the doPost that runs longest: often the one that holds the lock. */
function makeKiller(): { readonly seam: Seam; killOldest(): void } {
  const engine: { control: EngineControl | null } = { control: null };
  return {
    seam: {
      beforeCall: () => undefined,
      attach: (control) => {
        engine.control = control;
      },
    },
    killOldest: () => {
      const oldest = engine.control?.active().find(({ functionName }) => functionName === 'doPost');
      if (oldest !== undefined) engine.control?.kill(oldest.id);
    },
  };
}
