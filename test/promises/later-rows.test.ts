import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agentStatus, startPlantao, type Plantao } from '../support/plantao';

/** A new tab has 200 rows. */
const many = 230;

describe('Rows that come when the tab has grown', () => {
  let plantao: Plantao;
  beforeAll(async () => {
    plantao = await startPlantao();
    const agents = Array.from({ length: many }, (_unused, id) => ({ id, name: `Pessoa ${id}` }));
    for (const some of [agents.slice(0, 150), agents.slice(150)])
      await plantao.post('huggy', agentStatus({ agents: some }));
  });
  afterAll(() => plantao.twin.stop());

  it('are shown in colours as those before them', () => {
    const sheet = plantao.twin.workbook.sheets.find(({ title }) => title === 'Agora');
    expect(sheet?.lastRow).toBe(many + 1);
    const ends = sheet?.conditionalRules.flatMap(({ areas }) =>
      areas.map(({ row, rows }) => row + rows - 1),
    );
    expect(ends?.length).toBeGreaterThan(2);
    expect(new Set(ends)).toEqual(new Set([sheet?.maxRows]));
  });
});
