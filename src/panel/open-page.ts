import type { Services } from '../platform/services';
import { languageOf } from './language';
import { speaker } from './speak';
import type { TextId } from './texts';
import { mintToken } from './token';

/** What every page says by itself. */
const commonTexts: readonly TextId[] = ['busy', 'otherAccount', 'unreachable', 'working'];

/** The pages of `client/` and what each of them says. */
const pages = {
  connections: [
    'where',
    'copy',
    'copied',
    'keepSecret',
    'verified',
    'sendTest',
    'register',
    'registerToken',
    'previewRegistration',
    'keepRegisterToken',
    'newSecret',
    'dropSecret',
    'addConnection',
    'accountLabel',
  ],
  failures: [
    'noFailures',
    'preview',
    'replay',
    'acceptToken',
    'rowsTouched',
    'replayed',
    'replayAll',
    'replayOne',
    'requestId',
    'unknownTokens',
    'quarantinedToken',
    'checkTabs',
    'writeAgain',
  ],
  weni: [
    'weniAbout',
    'weniToken',
    'weniTokenKept',
    'weniSaveToken',
    'weniForgetToken',
    'weniIsOn',
    'weniSources',
    'weniSchemes',
    'weniCountry',
    'weniPhoneForm',
    'weniLanguage',
    'weniFields',
    'weniGroups',
    'weniAddField',
    'weniAddGroup',
    'weniFieldLabel',
    'weniGroupName',
    'weniExtra',
    'weniEverybody',
    'weniRemove',
    'weniDeletes',
    'weniAddress',
    'weniVersion',
    'weniPace',
    'weniSave',
    'weniPreview',
    'weniSendNow',
    'weniGroupsAtWeni',
    'weniListGroups',
    'weniMakeGroup',
    'weniRenameGroup',
    'weniDeleteGroup',
    'weniSure',
    'weniDeleteTitle',
    'weniWhom',
    'weniFind',
    'weniDelete',
  ],
} as const satisfies Readonly<Record<string, readonly TextId[]>>;

/**
 * Opens a page with all its texts, so that it can speak when nothing answers, and with the token by which it calls the app.
 * @throws {Error} Google's, where there is no open spreadsheet; no token is made then
 */
export function openPage(services: Services, name: keyof typeof pages): void {
  const { host } = services;
  if (!host.isOpen()) throw new Error('There is no open spreadsheet.');
  const speak = speaker(services);
  const texts = [...commonTexts, ...pages[name]].map((id) => [id, speak(id)] as const);
  const language = languageOf(host.locale());
  host.showDialog({
    title: speak(name),
    name,
    values: {
      language: language === 'pt' ? 'pt-BR' : language,
      texts: JSON.stringify(Object.fromEntries(texts)),
      token: mintToken(services),
    },
    widthPx: 720,
    heightPx: 560,
  });
}
