import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listTexts } from '../../src/cli/texts';
import { say } from '../../src/events/localized';
import { openGuide } from '../support/guide';
import { startPlantao } from '../support/plantao';

describe('The guide for a new language', () => {
  const guide = openGuide('docs/contributing-a-language.md');
  beforeAll(guide.apply);
  afterAll(guide.remove);

  it('is one file and its name', () => {
    expect(guide.files('ts').map(([path]) => path)).toEqual(['src/events/languages/fr.ts']);
    expect(guide.files('diff').map(([path]) => path)).toEqual(['src/events/localized.ts']);
  });

  it('passes the type checker as it is written', () => {
    expect(guide.check()).toBe('');
  });

  it('makes the tabs of an account in that language, in English what is not translated yet', async () => {
    const plantao = await startPlantao({ bundleDir: await guide.build(), locale: 'fr_FR' });
    const titles = plantao.twin.workbook.sheets.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Maintenant', 'Conversations', 'Messages']));
    await plantao.post('generic', { id: 'm1', text: 'oi' });
    await plantao.settle();
    expect(plantao.rows('Messages')).toMatchObject([{ Text: 'oi', Message: 'm1' }]);
    await plantao.twin.stop();
  });

  it('lists every text that there is to translate', async () => {
    const texts = await listTexts(join(guide.copy, 'src'));
    expect(texts.length).toBeGreaterThan(300);
    expect(texts).toEqual(
      expect.arrayContaining([
        say('Quem atende agora.', 'Quién atiende ahora.', 'Who serves it now.'),
        say('Pausar gravação', 'Pausar escritura', 'Pause writing'),
      ]),
    );
  });
});
