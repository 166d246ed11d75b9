import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRecord } from '../../src/cli/clasp-project';
import { news } from '../../src/panel/news/news';
import { askPanel, valueOf } from '../support/ask-panel';
import { startPlantao, type Plantao } from '../support/plantao';

const changelog = readFileSync(
  fileURLToPath(new URL('../../CHANGELOG.md', import.meta.url)),
  'utf8',
);

describe('What an upgrade brings', () => {
  let plantao: Plantao;
  beforeEach(async () => {
    plantao = await startPlantao();
  });
  afterEach(() => plantao.twin.stop());

  async function readNews(): Promise<unknown> {
    const page = valueOf(await askPanel(plantao.twin, 'readPanel'));
    return isRecord(page) ? page['news'] : undefined;
  }

  it('is not told in a spreadsheet that begins with this version', async () => {
    expect(await readNews()).toBeNull();
  });

  it('is told once in one that an earlier version has made', async () => {
    plantao.twin.services.properties.write('script', [['news', '0.1.0']]);
    const [newest] = news;
    expect(await readNews()).toEqual({
      version: newest?.version,
      items: newest?.items.map(({ pt }) => pt),
    });
    valueOf(await askPanel(plantao.twin, 'hideNews'));
    expect(await readNews()).toBeNull();
  });

  it.each(news.map(({ version }) => version))('%s has its place in the changelog', (version) => {
    expect(changelog).toContain(`\n## [${version}] - `);
  });
});
