import type { App } from './app';
import { makeCardBody } from './card-body';
import { makeCardMenu } from './card-menu';
import { makeChangeSecret, makeRemove, makeRename } from './card-acts';
import type { Card, Standing } from './data';
import { icon, make, newId, type IconName } from './dom';
import { makeMonogram, makeIconButton, makeButton, whileBusy } from './parts';
import { makeTrack } from './track';
import { tell } from './words';

/** A card on the list. */
export interface CardView {
  readonly node: HTMLElement;
  readonly head: HTMLElement;
  open(): void;
  update(card: Card): void;
}

const looks: Readonly<Record<Standing, readonly [look: string, icon: IconName]>> = {
  paused: ['off', 'pause'],
  failing: ['bad', 'alert'],
  silent: ['warn', 'clock'],
  first: ['ok', 'check'],
  receiving: ['ok', 'check'],
  verified: ['info', 'check'],
  waiting: ['off', 'open'],
};

const nameOf = ({ name, account }: Card): string => `${name}, ${account}`;

/** What would need its body to be drawn anew. */
const bodyKey = ({ webhooks, registration, hasOldSecret, name }: Card): string =>
  JSON.stringify([webhooks, registration, hasOldSecret, name]);

/** A card's own places. */
interface Places {
  readonly account: HTMLElement;
  readonly head: HTMLButtonElement;
  readonly more: HTMLButtonElement;
  /** What came in the last hours. */
  readonly bars: HTMLElement;
  readonly state: HTMLElement;
  readonly detail: HTMLElement;
  /** Leads to Falhas. */
  readonly failures: HTMLElement;
  /** Ends its own pause. */
  readonly resume: HTMLElement;
  /** What was asked of it: a new name, a question. */
  readonly acting: HTMLElement;
  readonly body: HTMLElement;
}

export function makeCard(app: App, first: Card): CardView {
  let card = first;
  const places = makePlaces(card, {
    openMenu: () => menu.toggle(),
    seeFailures: () => void app.tryTo('openFailures'),
    resume: (button) => void whileBusy(button, tell('saving'), () => turnPause(app, card, more)),
  });
  const { head, more, acting, body } = places;
  const { show, close } = actIn(app, places);
  const setOpen = (isOpen: boolean): void => {
    head.setAttribute('aria-expanded', String(isOpen));
    body.hidden = !isOpen;
    if (isOpen && body.childElementCount === 0) body.append(...makeCardBody(app, card));
  };
  const menu = makeCardMenu(more, {
    rename: () => show(makeRename(app, card, close)),
    test: () => {
      setOpen(true);
      body.querySelector('select')?.focus();
    },
    choices: () => void app.tryTo('openChoices', card.id),
    pause: () => void turnPause(app, card, more),
    isPaused: () => card.isPaused,
    changeSecret: () => show(makeChangeSecret(app, card, close)),
    remove: () => show(makeRemove(app, card, close)),
  });
  head.addEventListener('click', () => setOpen(body.hidden !== false));
  const topRow = make('div', { class: 'row' }, makeMonogram(card.name), head, places.bars, more);
  const top = make('div', { class: 'part' }, topRow, places.state, places.detail);
  const node = make('li', { class: 'card' }, top, menu.node, acting, body);
  const update = (next: Card): void => {
    const isBodyOld = bodyKey(card) !== bodyKey(next) && body.childElementCount > 0;
    card = next;
    showHead(places, card);
    if (isBodyOld) redrawKeepingFocus(body, () => body.replaceChildren(...makeCardBody(app, card)));
    body.querySelector('.track')?.replaceWith(makeTrack(card));
  };
  update(card);
  return { node, head, open: () => setOpen(true), update };
}

/** Shows what was asked of a card, and takes it away again. */
function actIn(app: App, { acting, more }: Places) {
  return {
    show: (part: HTMLElement): void => {
      acting.replaceChildren(part);
      part.querySelector<HTMLElement>('[data-first]')?.focus();
    },
    close: (said = ''): void => {
      acting.replaceChildren();
      if (said !== '') app.announce(said);
      more.focus();
    },
  };
}

/** Pauses it, or lets it go on; `next`: where the keyboard goes when its button is gone. */
async function turnPause(app: App, { id, isPaused }: Card, next: HTMLElement): Promise<void> {
  await app.tryTo(isPaused ? 'resumeConnection' : 'pauseConnection', id);
  await app.refresh();
  if (document.activeElement === document.body) next.focus();
}

/** What its buttons do. */
interface Pressed {
  openMenu(): void;
  seeFailures(): void;
  resume(button: HTMLButtonElement): void;
}

function makePlaces(
  { name, account: label }: Card,
  { openMenu, seeFailures, resume }: Pressed,
): Places {
  const bodyId = newId();
  const account = make('span', { class: 'detail' }, label);
  const head = make(
    'button',
    { type: 'button', class: 'card-head grow', 'aria-expanded': 'false', 'aria-controls': bodyId },
    make('b', {}, name, icon('down')),
    account,
  );
  const more = makeIconButton('more', '', openMenu);
  more.setAttribute('aria-haspopup', 'menu');
  return {
    account,
    head,
    more,
    bars: make('span', { class: 'bars', 'aria-hidden': 'true' }),
    state: make('div', { class: 'row state' }),
    detail: make('p', { class: 'sub' }),
    failures: makeButton(tell('seeFailures'), { isSmall: true, onClick: seeFailures }),
    resume: makeButton(tell('resumeNow'), { kind: 'secondary', isSmall: true, onClick: resume }),
    acting: make('div', { class: 'acting' }),
    body: make('div', { id: bodyId, hidden: 'hidden' }),
  };
}

function showHead(places: Places, card: Card): void {
  places.account.textContent = card.account;
  places.more.setAttribute('aria-label', tell('moreActions', { name: nameOf(card) }));
  drawBars(places.bars, card.hours);
  showState(places, card);
}

const tallestPx = 14;

/** A bar for each hour; the tallest is the hour in which the most came. Nothing where nothing came. */
function drawBars(bars: HTMLElement, hours: readonly number[]): void {
  const most = Math.max(...hours, 0);
  bars.hidden = most === 0;
  bars.replaceChildren(
    ...hours.map((count) => {
      const bar = make('i');
      bar.style.height = `${Math.max(1, Math.round((count / most) * tallestPx))}px`;
      return bar;
    }),
  );
}

/** The one who is inside goes on at the same place. */
function redrawKeepingFocus(body: HTMLElement, draw: () => void): void {
  const all = (): HTMLElement[] => [
    ...body.querySelectorAll<HTMLElement>('button, input, a, select'),
  ];
  const at = all().findIndex((one) => one === document.activeElement);
  draw();
  all()[at]?.focus();
}

function showState({ state, detail, failures, resume }: Places, card: Card): void {
  const key = JSON.stringify([
    card.standing,
    card.said,
    card.detail,
    card.today,
    card.lastAt,
    card.isPaused,
  ]);
  if (state.dataset['key'] === key) return;
  state.dataset['key'] = key;
  const [look, drawn] = looks[card.standing];
  const pill = make('span', { class: `pill ${look}` }, icon(drawn), card.said);
  const count = tell('todayCount', { count: String(card.today) });
  const isBegun = card.lastAt !== '';
  state.replaceChildren(pill, make('span', { class: 'detail number' }, isBegun ? count : ''));
  detail.hidden = card.detail === '' && !card.isPaused;
  const link = card.standing === 'failing' ? [' ', failures] : [];
  detail.replaceChildren(card.detail, ...link, ...(card.isPaused ? [resume] : []));
}
