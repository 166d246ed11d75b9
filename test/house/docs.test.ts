import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isRecord } from '../../src/cli/clasp-project';
import { madeParts } from '../../src/cli/made-parts';
import { failureCodes } from '../../src/events/failure';
import { failureTexts } from '../../src/events/failure-texts';
import { languages } from '../../src/events/localized';
import { answerTexts } from '../../src/intake/door/answer-texts';
import { texts } from '../../src/panel/texts';
import { anchorOf, headings, localLinks, prose, sentences, unformatted } from './markdown';
import { listFiles, readJson, readText, root } from './source-files';

const pages = listFiles().filter((path) => path.endsWith('.md') && !path.startsWith('test/'));
const userPages = pages.filter((path) =>
  /^README|^release\/|^docs\/((?:atualizar|limites|metricas|perguntas|privacidade|problemas)(?:\.\w\w)?|abas|numeros|escala|limits|voice|plataformas\/.*)\.md$/.test(
    path,
  ),
);

/** What goes wrong, by what the user sees. */
const troubles = ['docs/problemas.md', 'docs/problemas.es.md', 'docs/problemas.en.md'];

/** Most words of a sentence in a page for users; voice.md names the same number. */
const maxWords = 45;

describe('parts made from the code', () => {
  it.each(madeParts.map((part) => [part.page, part] as const))(
    'of %s are as `npm run docs` writes them',
    (page, { name, make }) => {
      const marks = new RegExp(`<!-- begin ${name} -->([^]*)<!-- end ${name} -->`);
      expect(unformatted(marks.exec(readText(page))?.[1] ?? '')).toBe(unformatted(make()));
    },
  );
});

describe('failure codes', () => {
  it('each have a cause and an advice in three languages', () => {
    expect(Object.keys(failureTexts).sort()).toEqual([...failureCodes].sort());
    for (const code of failureCodes) {
      const { cause, advice } = failureTexts[code];
      for (const language of languages) {
        expect([code, cause[language]]).toEqual([code, expect.stringMatching(/^\p{Lu}.{8,}\.$/u)]);
        expect([code, advice[language]]).toEqual([code, expect.stringMatching(/^\p{Lu}.{8,}\.$/u)]);
      }
    }
  });

  it.each(troubles)('each have one line in %s, which has no others', (path) => {
    const [, table = ''] = /<!-- begin failures -->([^]*)<!-- end failures -->/.exec(
      readText(path),
    ) ?? ['', ''];
    const codes = [...table.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    expect(codes).toEqual([...failureCodes]);
  });
});

describe('the troubleshooting page', () => {
  const page = readText('docs/problemas.md');

  it.each(troubles)('has every sentence that a sender may read: %s', (path) => {
    const { accepted: _accepted, ...sentencesOfAnswers } = answerTexts;
    const inLanguage = readText(path);
    for (const text of Object.values(sentencesOfAnswers)) expect(inLanguage).toContain(text);
  });

  it('goes by what the user sees', () => {
    const titles = headings(page).map(({ title }) => title);
    for (const seen of [
      '302',
      'Não chega linha',
      'A linha vem duas vezes',
      'não verificou',
      '/dev',
    ])
      expect(titles.some((title) => title.includes(seen))).toBe(true);
  });
});

function findBrokenLinks(path: string): string[] {
  return localLinks(readText(path)).filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : posix.join(dirname(path), decodeURIComponent(file));
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    const anchors = headings(readText(target)).map(({ title }) => anchorOf(title));
    return !anchors.includes(decodeURIComponent(anchor));
  });
}

const menuTitles = new Set(
  languages.flatMap((language) => Object.values(texts).map((t) => t[language])),
);

function findUnknownMenus(path: string): string[] {
  const named = prose(readText(path)).matchAll(/\*\*Plantão > ([^*>]+?)(?: >[^*]*)?\*\*/g);
  return [...named].map((match) => match[1] ?? '').filter((title) => !menuTitles.has(title));
}

describe.each(pages)('%s', (path) => {
  it('has links that lead somewhere', () => {
    expect(findBrokenLinks(path)).toEqual([]);
  });

  it('names menus of the app as the app does', () => {
    expect(findUnknownMenus(path)).toEqual([]);
  });

  it('names commands that exist', () => {
    const scripts = readJson('package.json')['scripts'];
    const names = [...readText(path).matchAll(/npm run ([\w-]+)/g)].map((match) => match[1]);
    expect(isRecord(scripts) ? Object.keys(scripts) : []).toEqual(expect.arrayContaining(names));
  });
});

/** The words of docs/voice.md, in all languages. */
function readForbiddenWords(): string[] {
  const [, list = ''] = /<!-- begin words -->([^]*)<!-- end words -->/.exec(
    readText('docs/voice.md'),
  ) ?? ['', ''];
  return [...list.matchAll(/^- [^:]+: (.+)$/gm)].flatMap((match) => (match[1] ?? '').split(', '));
}

const forbidden = readForbiddenWords();
const forbiddenPattern = new RegExp(`(?<!\\p{L})(?:${forbidden.join('|')})(?!\\p{L})`, 'giu');

describe('the voice', () => {
  it('has lists of words in three languages', () => {
    expect(forbidden.length).toBeGreaterThan(30);
    expect('We leverage a poderoso motor'.match(forbiddenPattern)).toEqual([
      'leverage',
      'poderoso',
    ]);
  });

  it.each(pages.filter((path) => path !== 'docs/voice.md'))('%s has none of them', (path) => {
    expect(prose(readText(path)).match(forbiddenPattern) ?? []).toEqual([]);
  });

  it('neither has the panel, nor what is said of failures', () => {
    const said = [texts, failureTexts].map((table) => JSON.stringify(table)).join('\n');
    expect(said.match(forbiddenPattern) ?? []).toEqual([]);
  });

  it.each(userPages)(`%s has sentences of at most ${maxWords} words`, (path) => {
    const long = sentences(readText(path)).filter((text) => text.split(/\s+/).length > maxWords);
    expect(long).toEqual([]);
  });

  it('names that number', () => {
    expect(readText('docs/voice.md')).toContain(`at most ${maxWords} words a sentence`);
  });
});
