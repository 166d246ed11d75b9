import { expect, it } from '@jest/globals';
import { startIntruded } from '../support/intruder';
import { agentStatus } from '../support/plantao';

it('what comes while the sweep has the lock is written when it ends, not by the next one a minute later', async () => {
  const hands = await startIntruded();
  await hands.post('huggy', agentStatus({ agents: [{ id: 1, name: 'Ana' }] }));
  hands.wait(11 * 60_000);
  hands.intrude({
    during: 'sweep_',
    after: 10,
    act: () => hands.post('huggy', agentStatus({ agents: [{ id: 2, name: 'Bia' }] })),
  });
  await hands.twin.run('sweep_', [], 'trigger');
  const names = hands.rows('Agora').map((row) => row['Agente']);
  await hands.stop();
  expect([hands.hasIntruded(), names]).toEqual([true, ['Ana', 'Bia']]);
});
