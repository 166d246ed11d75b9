import { answerTexts } from '../../intake/door/answer-texts';
import { greetVisitor } from '../../intake/door/greet-visitor';
import { readQuery } from '../../intake/door/web-request';
import type { Answer, Services } from '../../platform/services';
import { loadConfig } from '../../settings/config-cache';
import { openScreen, readBoard } from './read-board';
import { screenPageTexts } from './page-texts';

/**
 * A visit to the web app's address: `?v=<key>` is the board for a screen, `&f=json` the same numbers for other tools; `?p=` is the panel's own. Whoever comes
 * without a key that opens something reads plain text, never a page that could call functions.
 */
export function answerVisit(services: Services, event: unknown): Answer {
  const query = readQuery(event);
  const key = query.get('v');
  if (key === undefined) return greetVisitor(services, query);
  if (query.get('f') === 'json') return services.answers.json(readBoard(services, key));
  if (openScreen(services, key) === null) return services.answers.text(answerTexts.noScreen);
  const { settings } = loadConfig(services).config;
  const { language, execUrl } = settings;
  return services.answers.page({
    title: 'Plantão',
    name: 'screen',
    values: {
      language: language === 'pt' ? 'pt-BR' : language,
      // The key is not in it: the page asks Google for its own address.
      address: execUrl ?? '',
      texts: JSON.stringify(screenPageTexts(language)),
    },
  });
}
