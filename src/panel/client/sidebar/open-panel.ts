import { ask, type App, type Screen, type ScreenName } from './app';
import { makeConnectionsScreen } from './connections';
import type { PanelPage } from './data';
import { icon, make } from './dom';
import { makeNav, type Nav } from './nav';
import { makeNewScreen } from './new-connection';
import { makeButton } from './parts';
import { makeStartScreen } from './start';
import { tell } from './words';

const skeletonAfterMs = 300;

/** The frame around the screens. */
interface Frame {
  readonly nav: Nav;
  readonly strip: HTMLElement;
  readonly main: HTMLElement;
  readonly status: HTMLElement;
  /** Why something was refused that shows no sentence of its own. */
  readonly problem: HTMLElement;
}

/** Builds the panel and shows the screen that the menu asked for. */
export function openPanel(body: HTMLElement): void {
  const strip = make('div', {});
  const main = make('main', {});
  const status = make('p', { class: 'hidden-text', role: 'status' });
  const problem = make('div', { role: 'alert' });
  let page: PanelPage | null = null;
  let screen: Screen | null = null;
  const nav = makeNav({ go: (name) => app.go(name), open: (action) => void app.tryTo(action) });
  const frame: Frame = { nav, strip, main, status, problem };
  const app: App = {
    page: () => {
      if (page === null) throw new Error('Nothing was read yet.');
      return page;
    },
    go: (name, detail) => {
      problem.replaceChildren();
      screen = makeScreen(app, name, detail);
      nav.mark(name === 'new' ? 'connections' : name);
      main.replaceChildren(screen.node);
      screen.focus();
    },
    refresh: async () => {
      const outcome = await ask<PanelPage>('readPanel');
      if (outcome.kind !== 'done') {
        showOffline(frame, page, { sentence: outcome.sentence, again: () => void load() });
        return false;
      }
      page = outcome.value;
      showFrame(frame, page, app);
      screen?.update?.(page);
      return true;
    },
    tryTo: (action, ...args) => tryTo(problem, action, args),
    announce: (sentence) => {
      status.textContent = sentence;
    },
  };
  const load = async (): Promise<void> => {
    const isRead = await app.refresh();
    if (isRead && screen === null) app.go(firstScreen(body));
  };
  body.append(nav.node, strip, problem, main, status);
  const waiting = setTimeout(() => showSkeleton(main), skeletonAfterMs);
  const begin = async (): Promise<void> => {
    await load();
    clearTimeout(waiting);
    keepFresh(app, () => screen);
  };
  void begin();
}

const firstScreen = ({ dataset }: HTMLElement): ScreenName =>
  dataset['screen'] === 'start' ? 'start' : 'connections';

function makeScreen(app: App, name: ScreenName, detail?: string): Screen {
  if (name === 'start') return makeStartScreen(app, detail);
  return name === 'new' ? makeNewScreen(app) : makeConnectionsScreen(app, detail);
}

function showSkeleton(main: HTMLElement): void {
  if (main.childElementCount > 0) return;
  const cards = [1, 2, 3].map(() => make('div', { class: 'skeleton', 'aria-hidden': 'true' }));
  const said = make('p', { class: 'hidden-text', role: 'status' }, tell('loading'));
  main.replaceChildren(make('div', { class: 'content' }, said, ...cards));
}

function showFrame({ nav, strip }: Frame, page: PanelPage, app: App): void {
  nav.show(page);
  if (!page.isPaused) return strip.replaceChildren();
  if (strip.dataset['says'] === 'paused' && strip.childElementCount > 0) return;
  strip.dataset['says'] = 'paused';
  const resume = makeButton(tell('resumeNow'), {
    kind: 'secondary',
    isSmall: true,
    onClick: () => void app.tryTo('resumeWriting').then(() => app.refresh()),
  });
  const words = make(
    'span',
    { class: 'grow' },
    make('b', {}, tell('pausedNow')),
    make('br'),
    tell('pausedMeans'),
  );
  strip.replaceChildren(
    make('div', { class: 'strip warn', role: 'status' }, icon('pause'), words, resume),
  );
}

async function tryTo(problem: HTMLElement, action: string, args: readonly string[]): Promise<void> {
  problem.replaceChildren();
  const { kind, sentence } = await ask(action, ...args);
  if (kind !== 'done') problem.append(makeProblem(sentence));
}

const makeProblem = (sentence: string): HTMLElement =>
  make('div', { class: 'strip bad' }, icon('warning'), make('span', { class: 'grow' }, sentence));

interface Failing {
  readonly sentence: string;
  again(): void;
}

/** Nothing answers: what was read before stays, with the time it is of. */
function showOffline({ strip, main }: Frame, page: PanelPage | null, failing: Failing): void {
  const { sentence, again } = failing;
  strip.dataset['says'] = 'offline';
  const retry = makeButton(tell('retry'), { kind: 'secondary', isSmall: true, onClick: again });
  // Anything but silence has a sentence that says what to do.
  const isSilent = page !== null && sentence === tell('unreachable');
  const said = isSilent ? tell('offline', { time: page.readAt }) : sentence;
  const words = make('span', { class: 'grow' }, said);
  strip.replaceChildren(
    make('div', { class: 'strip bad', role: 'alert' }, icon('warning'), words, retry),
  );
  if (page === null) main.replaceChildren();
}

const tickMs = 1000;

/** Reads anew in the rhythm of the screen, as long as somebody can see it. */
function keepFresh(app: App, current: () => Screen | null): void {
  let quietMs = 0;
  let isReading = false;
  const read = async (): Promise<void> => {
    isReading = true;
    await app.refresh();
    isReading = false;
  };
  setInterval(() => {
    quietMs += tickMs;
    const rhythmMs = current()?.rhythmMs() ?? 0;
    if (document.hidden || isReading || rhythmMs === 0 || quietMs < rhythmMs) return;
    quietMs = 0;
    void read();
  }, tickMs);
}
