import type { App, Screen } from './app';
import { makeCard, type CardView } from './card';
import type { Card, PanelPage } from './data';
import { icon, make } from './dom';
import { makeNews } from './news';
import { makeButton, makeNote, whileBusy } from './parts';
import { tell } from './words';

const rhythmMs = 10_000;
/** Left open and not touched, it looks less often: each look costs some of the day's operations. */
const slowRhythmMs = 60_000;
const freshMs = 10 * 60_000;

/** Conexões: one card for each connection. `detail`: the card to open, or what to say. */
export function makeConnectionsScreen(app: App, detail = ''): Screen {
  const title = make('h1', { class: 'grow', tabindex: '-1' }, tell('connections'));
  const add = makeButton(tell('addNew'), {
    kind: 'secondary',
    icon: 'add',
    isSmall: true,
    onClick: () => app.go('new'),
  });
  const live = make('p', { class: 'live sub' });
  const said = make('div', { role: 'status' });
  const list = make('ul', { class: 'stack' });
  const pause = makePause(app);
  const views = new Map<string, CardView>();
  const openedAtMs = Date.now();
  const [openId = '', sentence = ''] = detail.split('\n');
  if (sentence !== '') said.append(makeNote('ok', { sentence }));
  const show = (page: PanelPage): void => {
    const heard = page.lastAt === '' ? tell('liveNone') : tell('live', { time: page.lastAt });
    live.textContent = page.isPaused ? tell('liveHeld') : heard;
    // The strip above has the other half of it.
    pause.hidden = page.isPaused;
    live.classList.toggle('waits', page.isPaused);
    add.hidden = page.start.execUrl === '';
    showCards(app, page.cards, { list, views, title });
  };
  show(app.page());
  views.get(openId)?.open();
  const node = make(
    'div',
    { class: 'content' },
    make('div', { class: 'row' }, title, add),
    ...(app.page().start.execUrl === ''
      ? [makeMissingUrl(app)]
      : [live, makeNews(app, title), said, list, makeFoot(app, pause)]),
  );
  return {
    node,
    focus: () => (views.get(openId)?.head ?? title).focus(),
    update: show,
    rhythmMs: () => (Date.now() - openedAtMs < freshMs ? rhythmMs : slowRhythmMs),
  };
}

interface Places {
  readonly list: HTMLElement;
  readonly views: Map<string, CardView>;
  readonly title: HTMLElement;
}

/** A card that is there stays, with whatever is open in it. */
function showCards(app: App, cards: readonly Card[], { list, views, title }: Places): void {
  const isKnown = new Set(cards.map(({ id }) => id));
  for (const [id, view] of views)
    if (!isKnown.has(id)) {
      if (view.node.contains(document.activeElement)) title.focus();
      view.node.remove();
      views.delete(id);
    }
  for (const card of cards) {
    const view = views.get(card.id);
    if (view !== undefined) view.update(card);
    else {
      const made = makeCard(app, card);
      views.set(card.id, made);
      list.append(made.node);
    }
  }
  list.querySelector('.empty')?.remove();
  if (cards.length === 0) list.append(make('li', { class: 'empty' }, ...makeEmpty(app)));
}

function makeEmpty(app: App): readonly (Node | string)[] {
  const add = makeButton(tell('connectFirst'), {
    kind: 'primary',
    icon: 'add',
    onClick: () => app.go('new'),
  });
  return [
    icon('plug'),
    make('h2', {}, tell('noneTitle')),
    make('p', { class: 'sub' }, tell('noneMeans')),
    add,
  ];
}

function makeMissingUrl(app: App): HTMLElement {
  return make(
    'div',
    { class: 'empty' },
    icon('plug'),
    make('h2', {}, tell('noUrlTitle')),
    make('p', { class: 'sub' }, tell('noUrlMeans')),
    makeButton(tell('start'), { kind: 'primary', onClick: () => app.go('start') }),
  );
}

/** What concerns all of them. */
function makeFoot(app: App, pause: HTMLElement): HTMLElement {
  const link = makeButton(tell('checkUrlLink'), {
    isSmall: true,
    onClick: () => app.go('start', 'paste'),
  });
  return make('div', {}, pause, link);
}

const makePause = (app: App): HTMLElement =>
  makeButton(tell('pauseNow'), {
    isSmall: true,
    icon: 'pause',
    onClick: (button) =>
      void whileBusy(button, tell('saving'), async () => {
        await app.tryTo('pauseWriting');
        await app.refresh();
      }),
  });
