import type { Page, Services } from '../platform/services';
import { languageOf } from './language';
import { commonTexts, pages, sidebarTextIds } from './page-texts';
import { speaker } from './speak';
import type { TextId } from './texts';
import { mintToken } from './token';

/**
 * A page with all its texts, so that it can speak when nothing answers, and with the token by which it calls the app.
 * @throws {Error} Google's, where there is no open spreadsheet; no token is made then
 */
function makePage(
  services: Services,
  name: keyof typeof pages | 'sidebar',
  { title, ids }: { readonly title: TextId; readonly ids: readonly TextId[] },
): Page {
  const { host } = services;
  if (!host.isOpen()) throw new Error('There is no open spreadsheet.');
  const speak = speaker(services);
  const texts = [...commonTexts, ...ids].map((id) => [id, speak(id)] as const);
  const language = languageOf(host.locale());
  const values = {
    language: language === 'pt' ? 'pt-BR' : language,
    title: speak(title),
    texts: JSON.stringify(Object.fromEntries(texts)),
    token: mintToken(services),
  };
  return { title: speak(title), name, values };
}

/** Opens a page as a dialog. What is found is looked at beside it. */
export function openPage(
  services: Services,
  name: keyof typeof pages,
  values: Page['values'] = {},
): void {
  const page = makePage(services, name, { title: name, ids: pages[name] });
  const isModeless = name === 'search';
  const file = name === 'choices' ? 'platforms' : name;
  services.host.showDialog({
    ...page,
    name: file,
    values: { ...page.values, connection: '', ...values },
    widthPx: 720,
    heightPx: 560,
    isModeless,
  });
}

/** Opens the panel beside the spreadsheet, at one of its screens. */
export function openSidebar(services: Services, screen: 'start' | 'connections'): void {
  const page = makePage(services, 'sidebar', { title: 'menu', ids: sidebarTextIds });
  services.host.showSidebar({ ...page, values: { ...page.values, screen } });
}
