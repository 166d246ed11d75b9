import { afterEach, describe, expect, it } from '@jest/globals';
import { createMemoryStorage } from '../../src/twin/storage/memory-storage';
import type { Storage } from '../../src/twin/storage/storage';
import { StorageError } from '../../src/twin/storage/storage-error';
import { cleanUp, launchStart, makeFolder } from '../support/npm-start';
import { agentStatus, startPlantao } from '../support/plantao';
import { readAgentIds, sendAgents } from '../support/posted-agents';

afterEach(cleanUp);

/** Refuses commits that touch a collection, from the moment it is told to. */
function refuseLater(storage: Storage) {
  const refusal = { of: '' };
  const commit: Storage['commit'] = (changes) => {
    const hit = changes.some(({ collection }) => collection.startsWith(refusal.of));
    if (refusal.of !== '' && hit) throw new StorageError('full', 'plantao.db');
    storage.commit(changes);
  };
  return { storage: { ...storage, commit }, refusal };
}

const address = '/macros/s/AKfycbTwin/exec?k=huggy.exemplo-local&w=main';

async function postOverHttp(url: string): Promise<readonly [number, string]> {
  const body = JSON.stringify(agentStatus({ agents: [{ id: 7 }] }));
  const answer = await fetch(url + address, { method: 'POST', body });
  return [answer.status, await answer.text()];
}

describe('a storage that fails', () => {
  it.each(['rows.', 'properties', 'executions', 'triggers'])(
    'while %s are written: no OK, then nothing more is written, and nothing is thrown into the void',
    async (collection) => {
      const { storage, refusal } = refuseLater(createMemoryStorage());
      const plantao = await startPlantao({ storage });
      const url = await plantao.twin.listen(0);
      refusal.of = collection;
      await postOverHttp(url);
      await plantao.twin.advance(120_000);
      expect((await plantao.twin.storageFailed).fault).toBe('full');
      refusal.of = '';
      const [status, text] = await postOverHttp(url);
      expect([status, text]).toEqual([500, expect.stringContaining('O disco está cheio')]);
      await expect(plantao.twin.run('sweep')).rejects.toThrow('The disk is full');
      await plantao.twin.stop();
    },
  );

  it('the request whose rows could not be stored is answered with 500', async () => {
    const { storage, refusal } = refuseLater(createMemoryStorage());
    const plantao = await startPlantao({ storage });
    const url = await plantao.twin.listen(0);
    refusal.of = 'rows.';
    const [status, text] = await postOverHttp(url);
    expect([status, text]).toEqual([500, expect.stringContaining('El disco está lleno')]);
    await plantao.twin.stop();
  });
});

describe('npm start on a disk that is full', () => {
  it('answers OK only to what is stored, says what to do and stops; with room again all of it is there', async () => {
    const folder = makeFolder();
    const first = launchStart(['--port', '0', '--data', folder], { mostFileBytes: 6_000_000 });
    const senders = sendAgents(await first.ready, 'João '.repeat(4_000));
    expect(await first.ended).toBe(1);
    await senders.done;
    expect(first.seen.error).toMatch(
      /não pôde ser gravado.*\n.*No se pudo.*\n.*could not be written/,
    );
    expect(first.seen.error).not.toMatch(/^\s+at /m);
    for (const status of senders.others.keys()) expect(status).toBe(500);
    const second = launchStart(['--port', '0', '--data', folder]);
    const ids = await readAgentIds(await second.ready);
    expect(senders.answered.size).toBeGreaterThan(0);
    expect([...senders.answered].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
