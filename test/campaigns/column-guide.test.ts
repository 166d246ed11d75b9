import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFixture } from '../support/fixtures';
import { openGuide } from '../support/guide';
import { startPlantao } from '../support/plantao';

describe('The guide for a new column', () => {
  const guide = openGuide('docs/contributing-a-column.md');
  beforeAll(guide.apply);
  afterAll(guide.remove);

  it('touches one folder', () => {
    const touched = [...guide.files('ts'), ...guide.files('diff')].map(([path]) => path);
    expect(touched).toEqual([
      'src/tabs/conversations/columns.ts',
      'src/tabs/conversations/cells.ts',
    ]);
  });

  it('passes the type checker as it is written', () => {
    expect(guide.check()).toBe('');
  });

  it('gives a column that an event fills', async () => {
    const plantao = await startPlantao({ bundleDir: await guide.build() });
    await plantao.post('evolvy', readFixture('evolvy/v213_conversation_created.json'));
    await plantao.settle();
    const [row] = plantao.rows('Conversas');
    expect(row).toMatchObject({ 'ID do contato': '4021' });
    await plantao.twin.stop();
  });
});
