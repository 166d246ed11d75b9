import { createElement } from './elements';
import { createScriptPage } from './script-page';
import type { Texts } from './texts';

/** Shows a page in the right panel, 300 px wide as in Sheets; a new one replaces it. */
export function showSidebar(
  panel: HTMLElement,
  page: { readonly html: string; readonly title: string },
  texts: Texts,
): void {
  const close = (): void => {
    panel.hidden = true;
    panel.replaceChildren();
    window.dispatchEvent(new Event('resize'));
  };
  const heading = createElement('header', {
    attributes: { class: 'panel-heading' },
    children: [
      createElement('h2', { children: [page.title] }),
      createElement('button', {
        attributes: { type: 'button', class: 'close', 'aria-label': texts.close },
        onClick: close,
        children: ['×'],
      }),
    ],
  });
  const frame = createScriptPage(page.html, page.title, { close, resize: () => undefined });
  panel.setAttribute('aria-label', page.title);
  panel.hidden = false;
  panel.replaceChildren(heading, frame);
  window.dispatchEvent(new Event('resize'));
}
