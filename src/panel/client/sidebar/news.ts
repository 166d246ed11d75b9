import { ask, type App } from './app';
import { make } from './dom';
import { makeButton, whileBusy } from './parts';
import { tell } from './words';

/** What an upgrade has brought, told until somebody says that they have read it. `next`: where the keyboard goes on then. */
export function makeNews(app: App, next: HTMLElement): HTMLElement | string {
  const { news } = app.page();
  if (news === null) return '';
  const problem = make('p', { class: 'line bad', role: 'alert' });
  const seen = makeButton(tell('newsSeen'), {
    kind: 'secondary',
    isSmall: true,
    onClick: (button) =>
      void whileBusy(button, tell('saving'), async () => {
        const outcome = await ask('hideNews');
        if (outcome.kind !== 'done') {
          problem.textContent = outcome.sentence;
          return;
        }
        await app.refresh();
        next.focus();
        box.remove();
      }),
  });
  const box = make(
    'section',
    { class: 'card part news' },
    make('h2', {}, tell('newsTitle', { version: news.version })),
    make('ul', {}, ...news.items.map((item) => make('li', {}, item))),
    make('div', { class: 'row' }, seen),
    problem,
  );
  return box;
}
