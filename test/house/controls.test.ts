import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { words } from '../../src/cli/release/words';
import { languageOf } from '../../src/cli/site/pages';
import { listTexts } from '../../src/cli/texts';
import { languages, type Language } from '../../src/events/localized';
import { vendors } from '../../src/vendors/registry';
import { prose } from './markdown';
import { listFiles, readText, root } from './source-files';

/** Pages that tell a user what to click. The pages of platforms tell of screens that are not ours. */
const guides = listFiles().filter((path) =>
  /^(?:README|PRIVACIDADE|release\/README)[^/]*\.md$|^docs\/(?:ajustes|alarmes|consultar-plataformas|enviar-contatos|falhas|quadro|(?:atualizar|perguntas|privacidade|problemas)(?:\.\w\w)?)\.md$/.test(
    path,
  ),
);

/** Words of Google's screens, of GitHub's and of chats, which `words` does not have: the guide by paste needs fewer of them. */
const elsewhere: Readonly<Record<Language, readonly string[]>> = {
  pt: [
    'Arquivo',
    'Histórico de versões',
    'Fazer uma cópia',
    'Compartilhar',
    'Configurações',
    'Cálculo',
    'Ver',
    'Páginas ocultas',
    'Execuções',
    'Versão: Nova versão',
    'Salvar projeto no Drive',
    'Acesso bloqueado',
    'Configurações do projeto',
    'Configurações do perfil',
    'Token de acesso',
    'Apps e integrações',
    'Webhooks',
    'Fluxos de trabalho',
  ],
  es: [],
  en: ['Save project to Drive', 'Access blocked', 'Version: New version', 'Project Settings'],
};

const acts = {
  pt: 'clique(?: de novo| outra vez)?(?: em| na| no)?|marque|escolha|abra|e em|em',
  es: 'haga clic(?: otra vez)?(?: en)?|marque|elija|abra|y en|en',
  en: 'click(?: again)?|tick|choose|open|under|then',
} as const;

/** What a text says to click, tick, choose or open: `**a > b**` behind a word of doing. */
function namedIn(text: string, language: Language): readonly string[] {
  const pattern = new RegExp(`(?<!\\p{L})(?:${acts[language]}) \\*\\*([^*]+)\\*\\*`, 'giu');
  return [...text.matchAll(pattern)].flatMap(([, named = '']) => named.split(' > '));
}

/** As a person reads it: without the dots, colon and number behind. */
const plain = (text: string): string =>
  text
    .replace(/ ?\{\w+\}$/, '')
    .replace(/[….:]+$/, '')
    .trim()
    .toLowerCase();

describe('What a guide says to click', () => {
  let known: Readonly<Record<Language, ReadonlySet<string>>>;

  beforeAll(async () => {
    const said = [...(await listTexts(join(root, 'src'))), ...Object.values(words)];
    const inLanguage = (language: Language): ReadonlySet<string> =>
      new Set(
        [
          ...said.map((text) => text[language]),
          ...elsewhere[language],
          ...Object.values(vendors).map(({ name }) => name),
        ].map(plain),
      );
    known = { pt: inLanguage('pt'), es: inLanguage('es'), en: inLanguage('en') };
  });

  const unknownIn = (text: string, language: Language): readonly string[] =>
    namedIn(text, language).filter((name) => !known[language].has(plain(name)));

  it.each(languages)('is found when it is not there: %s', (language) => {
    const [act = ''] = acts[language].split('|').slice(-2);
    expect(unknownIn(`${act} **Plantão > Xyz**, ${act} **Plantão**`, language)).toEqual(['Xyz']);
  });

  it.each(guides)('is on a screen, in these words: %s', (page) => {
    const text = prose(readText(page));
    expect(namedIn(text, languageOf(page)).length).toBeGreaterThan(2);
    expect(unknownIn(text, languageOf(page))).toEqual([]);
  });
});
