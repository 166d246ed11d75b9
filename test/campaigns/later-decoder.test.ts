import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { startTwin } from '../../src/twin/start-twin';
import { createMemoryStorage } from '../../src/twin/storage/memory-storage';
import { buildMutant } from '../simulation/build-mutant';
import { callPanel, takeToken } from '../support/ask-panel';
import { bundleDir, startPlantao, usePlantao, type Plantao } from '../support/plantao';

/** A later version: its decoder takes the sender's name for the contact's, and reads times ten minutes later. */
async function buildLater(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plantao-later-'));
  const decode = 'vendors/generic/decode.ts';
  const code = await buildMutant({
    name: 'a later decoder',
    shows: 'runs',
    patches: [
      {
        file: decode,
        find: 'readMessage(finder, atMs ?? receivedAtMs)',
        put: 'readMessage(finder, (atMs ?? receivedAtMs) + 600_000)',
      },
      { file: decode, find: 'contactName: person.name', put: "contactName: 'Ana Corrigida'" },
      { file: 'vendors/generic/generic.ts', find: 'revision: 2', put: 'revision: 3' },
    ],
  });
  writeFileSync(join(folder, 'Code.js'), code);
  for (const name of readdirSync(bundleDir).filter((file) => file !== 'Code.js'))
    writeFileSync(join(folder, name), readFileSync(join(bundleDir, name)));
  return folder;
}

async function replayAll({ twin }: Plantao): Promise<void> {
  const token = await takeToken(twin);
  await callPanel(twin, { token, action: 'replay', args: ['all', '0'] });
}

it('A fix of a decoder reaches old rows: replaying the journal corrects cells, and doubles nothing', async () => {
  const storage = createMemoryStorage();
  const before = await startPlantao({ storage });
  const event = { id: 'm1', text: 'oi', name: 'Ana', time: 1_790_000_000 };
  await before.post('generic', event);
  await before.post('generic', { ...event, id: 'm2', text: 'tchau' });
  await before.settle();
  expect(before.rows('Mensagens')[0]).toMatchObject({ Contato: 'Ana' });
  await before.twin.stop();

  const after = usePlantao(startTwin({ bundleDir: await buildLater(), storage }));
  await replayAll(after);
  const corrected = {
    Contato: 'Ana Corrigida',
    'Enviada em': new Date(1_790_000_600_000).toISOString(),
  };
  expect(after.rows('Mensagens')).toMatchObject([
    { Mensagem: 'm1', ...corrected },
    { Mensagem: 'm2', ...corrected },
  ]);
  expect(after.rows('Mensagens')).toHaveLength(2);
  await after.twin.stop();
});
