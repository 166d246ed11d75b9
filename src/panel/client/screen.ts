import { element, placeOf } from './elements';
import { say } from './page-data';
import { askBoard, readKey } from './screen/ask';
import type { Board, BoardAnswer } from './screen/board';
import { drawCards } from './screen/cards';
import { drawDayPanel, drawHours } from './screen/day';
import { drawAgents, drawWaiting } from './screen/people';
import { clock, longDate, phrase } from './screen/words';

const everyMs = 20_000;
/** Three answers that did not come. */
const lostAfterMs = 65_000;
/** The sweep draws at least every twenty minutes, also at night and when it saves its quota. */
const standingAfterMs = 45 * 60_000;
const endedEvery = 15;

interface State {
  board: Board | null;
  /** The server's time of the last answer, and when that came by our own clock; 0 before the first. */
  serverMs: number;
  heardMs: number;
  isEnded: boolean;
  isAsking: boolean;
  turns: number;
}

const state: State = {
  board: null,
  serverMs: 0,
  heardMs: 0,
  isEnded: false,
  isAsking: false,
  turns: 0,
};

/** Our own clock may be wrong, and may be set meanwhile: this one only goes on. */
const steadyMs = (): number => performance.now();

/** The server's time now. */
const nowMs = (): number => state.serverMs + steadyMs() - state.heardMs;

const isLost = (): boolean => state.board !== null && steadyMs() - state.heardMs > lostAfterMs;

function tellLive(kind: 'live' | 'lost' | 'quiet', ...texts: readonly string[]): void {
  const live = placeOf('live');
  const [first = '', second] = texts;
  if (live.textContent === texts.join('') && live.className === kind) return;
  live.className = kind;
  live.replaceChildren(element('i', '', ''), element('span', '', first));
  if (second !== undefined) live.append(element('small', '', second));
}

function showLive({ atMs, offsetMinutes }: Board): void {
  const time = clock(atMs, offsetMinutes);
  const since = clock(state.serverMs, offsetMinutes);
  if (isLost())
    tellLive('lost', phrase('offline', { time: since }), phrase('lostNumbers', { time }));
  else if (nowMs() - atMs > standingAfterMs) tellLive('lost', phrase('standing', { time }));
  else tellLive('live', ageOf(nowMs() - atMs, time));
}

/** How old the numbers are, reckoned by the server's clock; after some minutes their time says more. */
function ageOf(ageMs: number, time: string): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 60) return phrase('updatedSeconds', { count: seconds });
  const minutes = Math.floor(seconds / 60);
  return minutes < 10
    ? phrase('updatedMinutes', { count: minutes })
    : phrase('numbersOf', { time });
}

/** The clock goes on, also while the numbers stand. */
function tick(): void {
  const { board } = state;
  if (board === null) return;
  const [now, { offsetMinutes }] = [nowMs(), board];
  placeOf('clock').textContent = clock(now, offsetMinutes);
  placeOf('date').textContent = longDate(now, offsetMinutes);
  showLive(board);
  const isStale = isLost();
  if (document.body.classList.contains('stale') !== isStale) draw();
}

/** Draws everything anew, in place: a page of a bound web app cannot load itself again. */
function draw(): void {
  const { board } = state;
  if (board === null) return;
  const isStale = isLost();
  document.body.classList.toggle('stale', isStale);
  const now = isStale ? state.serverMs : nowMs();
  const middle = element('div', 'middle', '');
  middle.append(drawAgents(board, now), drawWaiting(board, now));
  const place = placeOf('board');
  place.replaceChildren(drawCards(board, now), middle, drawDayPanel(board));
  drawHours(place, board);
}

function hear(answer: BoardAnswer | null): void {
  if (answer === null || answer.kind === 'later') return;
  state.isEnded = answer.kind === 'refused';
  if (answer.kind === 'refused') return end();
  Object.assign(state, { board: answer.board, serverMs: answer.nowMs, heardMs: steadyMs() });
  draw();
  tick();
}

/** The key opens nothing any more: what was shown goes. */
function end(): void {
  state.board = null;
  document.body.classList.remove('stale');
  placeOf('board').replaceChildren(element('p', 'empty', say('ended')));
  tellLive('quiet', '');
}

async function ask(key: string): Promise<void> {
  state.turns += 1;
  const isPutOff = state.isEnded && state.turns % endedEvery > 0;
  if (state.isAsking || document.hidden || isPutOff) return;
  state.isAsking = true;
  hear(await askBoard(key));
  state.isAsking = false;
  tick();
}

async function start(): Promise<void> {
  tellLive('quiet', say('loading'));
  const key = await readKey();
  const again = (): void => void ask(key);
  setInterval(again, everyMs);
  setInterval(tick, 1000);
  document.addEventListener('visibilitychange', again);
  window.addEventListener('online', again);
  window.addEventListener('resize', draw);
  again();
}

void start();
