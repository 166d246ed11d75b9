import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from '../../events/localized';
import { projectRoot } from '../../twin/runtime/project-root';

/** Pages in Portuguese; all else is in English, or says its language in its name. */
const portuguese =
  /^(?:README\.pt-BR|PRIVACIDADE|release\/README|docs\/plataformas\/\w+|docs\/(?:abas|ajustes|alarmes|arquivo|atualizar|bigquery|consultar-plataformas|enviar-contatos|escala|falhas|limites|metricas|numeros|perguntas|problemas|quadro|sonda))\.md$/;

/** The language of a page, by its path in the project. */
export function languageOf(path: string): Language {
  if (path.endsWith('.es.md')) return 'es';
  return portuguese.test(path) ? 'pt' : 'en';
}

/** The page with which a language begins. */
export const homes: Readonly<Record<Language, string>> = {
  pt: 'README.pt-BR.md',
  es: 'release/README.es.md',
  en: 'README.md',
};

function inEachLanguage(path: string): readonly string[] {
  return [`${path}.md`, `${path}.es.md`, `${path}.en.md`];
}

/** Pages that come first, in the order in which a user needs them; the rest follows by path. */
const firstOnes: readonly string[] = [
  ...languages.map((language) => homes[language]),
  'release/README.md',
  'release/README.en.md',
  ...inEachLanguage('docs/problemas'),
  ...inEachLanguage('docs/perguntas'),
  ...['huggy', 'evolvy', 'treble', 'plug', 'weni', 'generico'].flatMap((vendor) =>
    inEachLanguage(`docs/plataformas/${vendor}`),
  ),
  ...inEachLanguage('docs/metricas'),
  ...inEachLanguage('docs/limites'),
  ...inEachLanguage('docs/atualizar'),
  'PRIVACIDADE.md',
  'docs/privacidade.es.md',
  'docs/privacidade.en.md',
  'docs/ajustes.md',
  'docs/abas.md',
  'docs/quadro.md',
  'docs/alarmes.md',
  'docs/falhas.md',
  'docs/arquivo.md',
  'docs/limits.md',
];

const rankOf = (path: string): number => {
  const rank = firstOnes.indexOf(path);
  return rank < 0 ? firstOnes.length : rank;
};

const folders = ['', 'docs', 'docs/plataformas', 'docs/decisions', 'release'] as const;

/** Every page of the project, by its path with forward slashes, in the order of the site's list. */
export function listPages(): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(projectRoot, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => (folder === '' ? name : `${folder}/${name}`)),
    )
    .toSorted()
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}
