import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { commands, type Command } from '../../src/cli/commands';
import { isRecord } from '../../src/cli/clasp-project';
import { languageOf } from '../../src/cli/site/pages';
import { listTexts } from '../../src/cli/texts';
import { languages, type Language } from '../../src/events/localized';
import { lettersOf, prose, wordsOf } from './markdown';
import { listFiles, readText, root } from './source-files';

/** What is written, and where: a page of the project, or a part of the code. */
interface Written {
  readonly where: string;
  readonly language: Language;
  readonly text: string;
}

const pages = listFiles().filter((path) => path.endsWith('.md') && !path.startsWith('test/'));

/** Parts that are made from the code hold texts of the app in all languages; those are read at their source. */
const ownPart = (text: string): string =>
  text.replace(/<!-- begin (\S+) -->[^]*?<!-- end \1 -->/g, '');

const inPages: readonly Written[] = pages.map((where) => ({
  where,
  language: languageOf(where),
  text: lettersOf(prose(ownPart(readText(where)))),
}));

const inCommands: readonly Written[] = Object.values<Command>(commands)
  .flatMap(({ about, options }) => [about, ...Object.values(options).map((one) => one.about)])
  .flatMap((about) => languages.map((language) => ({ language, text: about[language] })))
  .map(({ language, text }) => ({ where: 'npm run', language, text: lettersOf(text) }));

const small = (words: readonly string[]): readonly string[] =>
  words.map((word) => word.toLowerCase());

/** Words that are right though no dictionary has them, one a line, in small letters or not. */
const readList = (name: string): readonly string[] =>
  small(readText(`test/house/spelling/${name}.txt`).trim().split('\n'));

/** Names of products, and words of other people's screens and of the code: the same in every language. */
const names = readList('names');
const own = { pt: readList('pt'), es: readList('es'), en: readList('en') };

/** The words that hunspell does not know, of those it is asked. */
function askSpeller(asked: Readonly<Record<Language, readonly string[]>>) {
  const run = spawnSync(process.execPath, [join(root, 'test', 'support', 'unknown-words.mjs')], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
  });
  const told: unknown = JSON.parse(run.stdout);
  const words = (language: Language): ReadonlySet<string> => {
    const list = isRecord(told) ? told[language] : null;
    return new Set(Array.isArray(list) ? list.map(String) : []);
  };
  return { pt: words('pt'), es: words('es'), en: words('en') };
}

describe('Spelling', () => {
  let written: readonly Written[];
  /** What the dictionaries do not know, of the texts and of three words that are wrong. */
  let unknown: Readonly<Record<Language, ReadonlySet<string>>>;
  /** Words of tabs, menus and buttons: pages in English name them as an account in Portuguese shows them. */
  let portuguese: ReadonlySet<string>;

  const planted = { pt: 'atendimmento', es: 'calculoo', en: 'spreadshet' };

  beforeAll(async () => {
    const texts = await listTexts(join(root, 'src'));
    const inApp = texts.flatMap((said) =>
      languages.map((language) => ({ where: 'app', language, text: lettersOf(said[language]) })),
    );
    portuguese = new Set(texts.flatMap(({ pt }) => wordsOf(pt)));
    written = [...inPages, ...inCommands, ...inApp];
    const asked = (language: Language): readonly string[] => [
      ...new Set(
        written.filter((one) => one.language === language).flatMap((one) => wordsOf(one.text)),
      ),
      planted[language],
    ];
    unknown = askSpeller({ pt: asked('pt'), es: asked('es'), en: asked('en') });
  });

  const isAccepted = (word: string, language: Language): boolean =>
    names.includes(word.toLowerCase()) ||
    own[language].includes(word.toLowerCase()) ||
    (language === 'en' && portuguese.has(word));

  it('has dictionaries that know a wrong word from a right one', () => {
    for (const language of languages) expect(unknown[language]).toContain(planted[language]);
    expect(unknown.pt).not.toContain('atendimento');
  });

  it.each(languages)('is right on every page and in every text of the app: %s', (language) => {
    const wrong = written
      .filter((one) => one.language === language)
      .flatMap(({ where, text }) =>
        wordsOf(text)
          .filter((word) => unknown[language].has(word) && !isAccepted(word, language))
          .map((word) => `${where}: ${word}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each(languages)('has no word twice in a row: %s', (language) => {
    const doubled = written
      .filter((one) => one.language === language)
      .flatMap(({ where, text }) =>
        [...text.matchAll(/(?<![\p{L}.-])(\p{L}{2,}) \1(?![\p{L}-])/giu)].map(
          ([found]) => `${where}: ${found}`,
        ),
      );
    expect(doubled).toEqual([]);
  });

  it('accepts no word that nobody needs', () => {
    const needed = (language: Language): readonly string[] => small([...unknown[language]]);
    const inAny = new Set(languages.flatMap(needed));
    expect(names.filter((word) => !inAny.has(word))).toEqual([]);
    for (const language of languages) {
      const words = needed(language);
      const idle = own[language].filter((word) => !words.includes(word) || names.includes(word));
      expect([language, idle]).toEqual([language, []]);
    }
  });
});
