import { describe, expect, it } from '@jest/globals';
import { failureCodes } from '../../../src/events/failure';
import { failureTexts } from '../../../src/events/failure-texts';
import { languages } from '../../../src/events/localized';

it('every failure code has its sentences, and nothing else has', () => {
  expect(Object.keys(failureTexts).toSorted()).toEqual([...failureCodes].toSorted());
});

describe.each(failureCodes)('%s', (code) => {
  it.each(languages)('says in %s what happened and what to do, in whole sentences', (language) => {
    const { cause, advice } = failureTexts[code];
    for (const text of [cause[language], advice[language]]) {
      expect(text).toMatch(/^\p{Lu}[\s\S]{10,}\.$/u);
      expect(text).not.toMatch(/undefined/);
    }
  });

  it('says it in each language in its own words', () => {
    const { cause, advice } = failureTexts[code];
    expect(new Set(languages.map((language) => advice[language])).size).toBe(languages.length);
    expect(new Set(languages.map((language) => cause[language])).size).toBe(languages.length);
  });
});
