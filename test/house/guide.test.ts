import { describe, expect, it } from '@jest/globals';
import { languages } from '../../src/events/localized';
import { makeGuide, mostSteps, pageOf, stepIds, wordsIn } from '../../src/cli/release/guide';
import { steps } from '../../src/cli/release/steps';
import { words } from '../../src/cli/release/words';
import { headings } from './markdown';
import { readText } from './source-files';

const guide = makeGuide();

/** What is written in a picture. */
const textsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map((match) => (match[1] ?? '').replaceAll('&gt;', '>'))
    .join('\n');

describe('the guide of an installation by paste', () => {
  it('is as `npm run release` writes it', () => {
    for (const [path, text] of guide)
      expect([path, readText(`release/${path}`)]).toEqual([path, text]);
  });

  it(`has at most ${mostSteps} steps, the same in every language`, () => {
    expect(stepIds.length).toBeLessThanOrEqual(mostSteps);
    expect(stepIds).toEqual(Object.keys(steps));
    for (const language of languages) {
      const titles = headings(guide.get(pageOf(language)) ?? '').map(({ title }) => title);
      const numbered = titles.filter((title) => /^\d+\. /.test(title));
      expect(numbered).toEqual(
        stepIds.map((id, index) => `${index + 1}. ${steps[id].title[language]}`),
      );
    }
  });

  it.each(languages)('names nothing that is no word of a screen: %s', (language) => {
    expect(guide.get(pageOf(language))).toMatch(/^[^{}]+$/);
  });

  it.each(languages)('has in each picture what the step says to click: %s', (language) => {
    for (const [index, id] of stepIds.entries()) {
      const drawn = textsOf(guide.get(`images/${language}/${index + 1}-${id}.svg`) ?? '');
      for (const word of wordsIn(steps[id].act[language]))
        expect([id, drawn]).toEqual([id, expect.stringContaining(words[word][language])]);
    }
  });
});
