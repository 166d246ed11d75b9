import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createVirtualClock } from '../../src/twin/runtime/clock';
import { askPanel, valueOf } from '../support/ask-panel';
import { agentStatus, startPlantao, type Plantao } from '../support/plantao';

const hourMs = 3_600_000;
/** A Monday, 12:00 in São Paulo. */
const startMs = Date.UTC(2026, 9, 5, 15);

describe('P7: after a burst whose rows are all there', () => {
  const clock = createVirtualClock(startMs);
  let plantao: Plantao;
  const headCount = () =>
    [...plantao.twin.services.properties.entries('script')].filter(
      ([key, value]) => /^q\..*\.h$/.test(key) && value !== '',
    ).length;

  beforeAll(async () => {
    plantao = await startPlantao({ clock });
    const names = Array.from({ length: 24 }, (_unused, index) => `Agente ${index}`);
    const bodies = names.map((name, index) =>
      agentStatus({ agents: [{ id: 1000 + index, name, email: null, status: 'Online' }] }),
    );
    await Promise.all(bodies.map((body) => plantao.post('huggy', body)));
  });
  afterAll(() => plantao.twin.stop());

  it('they are there', () => {
    expect(plantao.rows('Agora')).toHaveLength(24);
  });

  it('nothing is late, though keys of the waiting room still stand when the sweep comes two hours later', async () => {
    clock.moveTo(startMs + 2 * hourMs);
    expect(headCount()).toBeGreaterThan(0);
    const page = valueOf(await askPanel(plantao.twin, 'examine'));
    expect(JSON.stringify(page)).not.toContain('não estão nas abas');
    await plantao.twin.run('sweep_', [], 'trigger');
    const health = plantao.rows('Saúde').map((row) => JSON.stringify(row));
    expect(health.filter((row) => row.includes('Alarmes de hoje: nenhum.'))).toHaveLength(1);
  });
});
