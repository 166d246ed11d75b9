import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../src/events/localized';
import { contentWords } from '../../../src/events/words/content-words';
import { noticeWords } from '../../../src/events/words/notice-words';
import { sendFailureWords } from '../../../src/events/words/send-failure-words';
import { dropMarks, localizeText, word } from '../../../src/events/words/word';

const tables = [contentWords, noticeWords, sendFailureWords];

describe('Words of ours in texts', () => {
  it('are made in the language of the day', () => {
    const text = `[${word('location')}] Rua das Flores`;
    expect(localizeText(text, 'pt')).toBe('[Localização] Rua das Flores');
    expect(localizeText(text, 'es')).toBe('[Ubicación] Rua das Flores');
    expect(localizeText(text, 'en')).toBe('[Location] Rua das Flores');
  });

  it('have an id that stands in one table only, and a word in every language', () => {
    const ids = tables.flatMap((table) => Object.keys(table));
    expect(new Set(ids).size).toBe(ids.length);
    const blank = tables
      .flatMap((table) => Object.values(table))
      .filter((texts) => languages.some((language) => texts[language].trim() === ''));
    expect(blank).toEqual([]);
  });

  it('cannot be made by a text from outside', () => {
    const typed = word('deleted');
    expect(localizeText(dropMarks(typed), 'pt')).toBe('deleted');
  });

  it('that a later version made and this one does not know show their id', () => {
    expect(localizeText('\uE000holograma\uE001 x', 'pt')).toBe('holograma x');
    expect(localizeText('\uE000constructor\uE001', 'pt')).toBe('constructor');
  });
});
