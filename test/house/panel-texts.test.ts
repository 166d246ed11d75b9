import { describe, expect, it } from '@jest/globals';
import { connectionAnswers, connectionTexts } from '../../src/panel/connections/texts';
import { languages } from '../../src/events/localized';
import { sidebarTexts } from '../../src/panel/sidebar/texts';
import { startAnswers, startTexts } from '../../src/panel/start/texts';
import { listSources, readText } from './source-files';

const tables = { ...sidebarTexts, ...startTexts, ...connectionTexts };
const answers = { ...startAnswers, ...connectionAnswers };
const all = Object.entries({ ...tables, ...answers });

/** Of a button, a step or a pill: more does not fit beside its neighbours in 300 px. */
const longestName = 34;
const names: readonly (keyof typeof tables)[] = [
  'start',
  'connections',
  'resumeNow',
  'pauseNow',
  'tryAgain',
  'back',
  'goOn',
  'cancel',
  'copy',
  'copied',
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
  'makeTabsNow',
  'makingTabs',
  'urlIsCopied',
  'checkUrlNow',
  'checkUrlAgain',
  'checkingUrl',
  'isPasted',
  'sendTestNow',
  'endWaiting',
  'connectOther',
  'addNew',
  'addNow',
  'save',
  'changeNow',
  'endOld',
  'removeNow',
  'send',
  'registerNow',
  'registerAgain',
];
const longestText = 260;

describe('the texts of the panel', () => {
  const code = listSources()
    .filter((path) => path.startsWith('src/panel/') && !path.endsWith('texts.ts'))
    .map(readText)
    .join('\n');
  /** Ids that are put together: `step3`, `deploy7`. */
  const isPutTogether = (id: string): boolean => /^(step|deploy)\d$/.test(id);

  it('are all said somewhere', () => {
    const unsaid = all.filter(([id]) => !isPutTogether(id) && !code.includes(`'${id}'`));
    expect(unsaid.map(([id]) => id)).toEqual([]);
  });

  it('are said in every language, with the same places to fill', () => {
    const places = (text: string): string =>
      [...text.matchAll(/\{\w+\}/g)].map(String).toSorted().join();
    for (const [id, text] of all)
      for (const language of languages) {
        expect([id, language, text[language].trim()]).not.toEqual([id, language, '']);
        expect([id, language, places(text[language])]).toEqual([id, language, places(text.pt)]);
      }
  });

  it('fit: names of buttons into a row, sentences into a sidebar', () => {
    const tooLong = [
      ...names.map((id) => [id, tables[id], longestName] as const),
      ...all.map(([id, text]) => [id, text, longestText] as const),
    ].flatMap(([id, text, most]) =>
      languages.flatMap((language) =>
        text[language].length > most ? [`${id} ${language} ${text[language].length}`] : [],
      ),
    );
    expect(tooLong).toEqual([]);
  });

  it('speak as the house does: no exclamation marks, nothing unexpected', () => {
    const wrong = all.flatMap(([id, text]) =>
      languages.flatMap((language) =>
        /!|inesperad|unexpected|por favor|please/i.test(text[language])
          ? [`${id} ${language}`]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });
});
