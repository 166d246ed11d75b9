import { languages, type Language } from '../../events/localized';
import { picture } from './draw';
import { scenes } from './pictures';
import { copyLead } from './published';
import { guideTexts, steps, type StepId } from './steps';
import { words, type WordId } from './words';

/** Most steps that an installation may have. */
export const mostSteps = 12;

/** The guide's page in a language; the folder's own page is the Portuguese one. */
export const pageOf = (language: Language): string =>
  language === 'pt' ? 'README.md' : `README.${language}.md`;

const ownNames: Readonly<Record<Language, string>> = {
  pt: 'Português',
  es: 'Español',
  en: 'English',
};

const isWord = (id: string): id is WordId => id in words;

export const stepIds = Object.keys(steps).filter((id): id is StepId => id in scenes);

/** The words of the screens that a text names, as they stand between `{` and `}`. */
export function wordsIn(text: string): readonly WordId[] {
  const named = [...text.matchAll(/\{([^}]+)\}/g)].flatMap((match) =>
    (match[1] ?? '').split(' > '),
  );
  return named.filter(isWord);
}

/** `{a > b}` as the words of the screens, in bold. */
function fillWords(text: string, language: Language): string {
  return text
    .replaceAll('{link}', `[${words.code.pt}](${encodeURIComponent(words.code.pt)})`)
    .replace(/\{([^}]+)\}/g, (whole, named: string) => {
      const said = named.split(' > ').map((id) => (isWord(id) ? words[id][language] : null));
      return said.includes(null) ? whole : `**${said.join(' > ')}**`;
    });
}

const picturePath = (id: StepId, language: Language): string =>
  `images/${language}/${stepIds.indexOf(id) + 1}-${id}.svg`;

function describeStep(id: StepId, language: Language): string {
  const { title, act, see } = steps[id];
  const number = stepIds.indexOf(id) + 1;
  return [
    `## ${number}. ${title[language]}`,
    fillWords(act[language], language),
    `![${title[language]}](${picturePath(id, language)})`,
    fillWords(see[language], language),
  ].join('\n\n');
}

function makePage(language: Language): string {
  const links = languages.map((other) =>
    other === language ? ownNames[other] : `[${ownNames[other]}](${pageOf(other)})`,
  );
  const text = (id: keyof typeof guideTexts): string =>
    fillWords(guideTexts[id][language].replace('{count}', String(stepIds.length)), language);
  return `${[
    links.join(' · '),
    `# ${text('title')}`,
    text('intro'),
    text('before'),
    ...[copyLead(language, stepIds.indexOf('permit') + 1)].filter((lead) => lead !== ''),
    ...stepIds.map((id) => describeStep(id, language)),
    `## ${text('upgradeTitle')}`,
    text('upgrade'),
    `## ${text('checkTitle')}`,
    text('check'),
  ].join('\n\n')}\n`;
}

function makePicture(id: StepId, language: Language): string {
  return picture(
    steps[id].title[language],
    scenes[id]((word) => words[word][language]),
  );
}

/** The guide's pages and pictures, by their paths in `release/`. */
export function makeGuide(): ReadonlyMap<string, string> {
  return new Map(
    languages.flatMap((language) => [
      [pageOf(language), makePage(language)] as const,
      ...stepIds.map((id) => [picturePath(id, language), makePicture(id, language)] as const),
    ]),
  );
}
