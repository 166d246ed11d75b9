import { ask } from './app';
import type { Card, Place } from './data';
import { icon, make } from './dom';
import { makeButton, makeFold, makeNote } from './parts';
import type { Step, Wizard } from './step';
import { makeTestButton } from './test-event';
import { tell } from './words';

const watchMs = 3000;
/** After that the list of what to check opens by itself, and the watch slows down: each look costs some of the day's operations. */
const patienceMs = 2 * 60_000;
const slowWatchMs = 15_000;

/** Step 5: waits for the first event, and says where it stands. */
export function makeFirstEventStep(wizard: Wizard, connectionId: string): Step {
  const { app, turn } = wizard;
  const card = app.page().cards.find(({ id }) => id === connectionId);
  if (card === undefined)
    return { body: [], back: makeButton(tell('back'), { onClick: () => turn(4) }), next: null };
  return card.lastAt === '' ? waitFor(wizard, card) : makeReceived(wizard, card);
}

function waitFor(wizard: Wizard, card: Card): Step {
  const { app, turn } = wizard;
  const sinceMs = Date.now();
  const clock = make('b', { class: 'number' }, '0:00');
  const checked = make('div', { class: 'note ok' });
  const list = makeFold(tell('takesLong'), makeChecklist());
  const outcome = make('div', { role: 'status' });
  const body = [
    make('h1', { tabindex: '-1' }, tell('waitTitle', { vendor: card.name })),
    makeWaiting(card, clock),
    checked,
    makeTestButton(app, card, { outcome, kind: () => '0' }),
    outcome,
    list,
  ];
  const isWaiting = (): boolean => clock.isConnected;
  const timer = setInterval(() => {
    if (!isWaiting() && Date.now() - sinceMs > watchMs) return clearInterval(timer);
    clock.textContent = asClock(Date.now() - sinceMs);
    if (Date.now() - sinceMs > patienceMs) list.open = true;
  }, 1000);
  showChecked(checked, card);
  return {
    body,
    back: makeButton(tell('back'), { onClick: () => turn(4, card.id) }),
    next: makeButton(tell('endWaiting'), { onClick: () => void endSteps(wizard) }),
    rhythmMs: () => (Date.now() - sinceMs > patienceMs ? slowWatchMs : watchMs),
    update: ({ cards }) => {
      const now = cards.find(({ id }) => id === card.id);
      if (now === undefined) return;
      showChecked(checked, now);
      if (now.lastAt === '') return;
      app.announce(tell('receivedTitle', { time: now.lastAt }));
      turn(5, card.id);
    },
  };
}

function makeWaiting(card: Card, clock: HTMLElement): HTMLElement {
  const [before = '', after = ''] = tell('listening').split('{time}');
  return make(
    'div',
    { class: 'waiting' },
    make('span', { class: 'pulse', 'aria-hidden': 'true' }),
    make('p', {}, before, clock, after),
    make('p', { class: 'sub' }, tell('doSomething', { vendor: card.name })),
  );
}

function makeChecklist(): HTMLElement {
  const lines = ['takesLong1', 'takesLong2', 'takesLong3'].map((id) => make('li', {}, tell(id)));
  return make('ul', { class: 'bullets sub' }, ...lines);
}

/** Huggy checks the address when it is saved, PlugChat was told by its API. */
function showChecked(place: HTMLElement, { detail, standing }: Card): void {
  const isChecked = standing === 'verified';
  place.replaceChildren(...(isChecked ? [icon('check'), make('span', {}, detail)] : []));
}

const asClock = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

async function endSteps({ app }: Wizard): Promise<void> {
  await ask('goOn', '6', '');
  await app.refresh();
  app.go('connections');
}

/** Names the tab in which the event stands. */
async function sayWhere(
  { id }: Card,
  { see, stands }: { readonly see: HTMLElement; readonly stands: HTMLElement },
): Promise<void> {
  const place = await ask<Place>('sayArrival', id);
  if (place.kind !== 'done' || place.value.tab === '') return;
  see.dataset['tab'] = place.value.tab;
  see.textContent = tell('seeTab', { tab: place.value.tabTitle });
  stands.textContent = tell('standsIn', { tab: place.value.tabTitle });
}

function makeReceived(wizard: Wizard, card: Card): Step {
  const { turn } = wizard;
  const stands = make('p', { class: 'sub' });
  const see = makeButton(tell('seeTab', { tab: '…' }), {
    kind: 'primary',
    onClick: () =>
      void wizard.app.tryTo('showTab', see.dataset['tab'] ?? '').then(() => endSteps(wizard)),
  });
  void ask('goOn', '6', card.id);
  see.textContent = tell('goOn');
  void sayWhere(card, { see, stands });
  const received = make(
    'div',
    { class: 'waiting received' },
    make('span', { class: 'big' }, icon('check')),
    make('p', {}, make('b', {}, tell('isConnected', { vendor: card.name }))),
    stands,
  );
  const body = [
    make('h1', { tabindex: '-1' }, tell('receivedTitle', { time: card.firstAt || card.lastAt })),
    received,
    make('p', { class: 'sub' }, tell('fromNowOn')),
    ...(card.standing === 'failing' ? [makeNote('bad', { sentence: card.detail })] : []),
  ];
  const other = makeButton(tell('connectOther'), { onClick: () => turn(4) });
  return { body, back: other, next: see, first: see, isEnded: true };
}
