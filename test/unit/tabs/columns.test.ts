import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../src/events/localized';
import { tabs } from '../../../src/tabs/tabs';

const all = Object.values(tabs).map((tab) => [tab.title.pt, tab] as const);

describe('every tab', () => {
  it.each(all)('%s: titles of columns differ, in each language', (_title, { columns }) => {
    for (const language of languages) {
      const titles = columns.map(({ title }) => title[language]);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    }
  });
});
