import type { Twin } from '../../twin/runtime/twin';
import { nameSampleStatuses, sampleSecret, setUpSample } from '../sample';
import { addSampleScreen } from '../sample-screen';
import { pauseNames } from './bodies/huggy';
import { drawDay } from './day';
import { createDemoClock, type DemoClock } from './demo-clock';
import { makeDemoTwin } from './demo-twin';
import { playPast } from './history';
import type { Post } from './post';
import { listPresentPosts, splitDay } from './present-day';
import { dayMs, dayStart, hourMs } from './shop-time';

export interface StageOptions {
  readonly seed: string;
  /** How many days of history there are. */
  readonly days: number;
  /** The moment (epoch, ms) at which the demonstration begins to be live. */
  readonly presentMs: number;
  readonly locale: string;
  readonly port: number;
}

/** A demonstration: a twin that is served, and what will happen on it. */
export interface Stage {
  readonly twin: Twin;
  readonly url: string;
  /** The board for a TV or a phone. */
  readonly screenUrl: string;
  readonly clock: DemoClock;
  /** Plays the history day by day, then today until the present; `onDay` hears of each day that is in. */
  playPast(onDay: (dayStartMs: number, left: number) => void): Promise<void>;
  /** Goes on as fast as time goes, until stopped; gives the function that stops it. */
  playPresent(): () => void;
  stop(): Promise<void>;
}

/** Starts a demonstration: the spreadsheet is set up and served, and nothing has happened yet. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { seed, days, presentMs, locale, port } = options;
  const startMs = dayStart(presentMs);
  const clock = createDemoClock(startMs - days * dayMs + 7 * hourMs);
  const twin = makeDemoTwin({ seed, locale, clock });
  const url = await twin.listen(port);
  await setUpSample(twin, twin.execUrl());
  nameSampleStatuses(twin, pauseNames);
  // Of the month that is played now its token would not outlive the first hour.
  twin.session.closeSidebar();
  const screenUrl = addSampleScreen(twin);
  const { past, rest } = splitDay(drawDay(seed, startMs), presentMs);
  const until = rest.filter(({ atMs }) => atMs <= presentMs);
  const today = [...past, ...until];
  return {
    twin,
    url,
    screenUrl,
    clock,
    playPast: (onDay) => playPast({ twin, clock }, { seed, days, presentMs, today }, onDay),
    playPresent: () => playFrom({ twin, clock, posts: rest.slice(until.length), seed }),
    stop: () => twin.stop(),
  };
}

interface Play {
  readonly twin: Twin;
  readonly clock: DemoClock;
  readonly posts: readonly Post[];
  readonly seed: string;
}

/** How often one looks what is due. */
const lookMs = 500;

/** Sends what becomes due; after midnight the next day's begins. */
function playFrom({ twin, clock, posts, seed }: Play): () => void {
  clock.release();
  let waiting = [...posts];
  let day = dayStart(clock.now());
  const look = (): void => {
    const now = clock.now();
    if (dayStart(now) > day) {
      day = dayStart(now);
      waiting = [...waiting, ...listPresentPosts(drawDay(seed, day))];
    }
    const due = waiting.filter(({ atMs }) => atMs <= now);
    waiting = waiting.filter(({ atMs }) => atMs > now);
    // A webhook that cannot be sent while the demonstration ends is nobody's loss.
    Promise.all(due.map((post) => send(twin, post))).catch(() => undefined);
  };
  const timer = setInterval(look, lookMs);
  return () => clearInterval(timer);
}

/** Sends a webhook to the app's own address, as the platform would. */
async function send(twin: Twin, { platform, webhook, body }: Post): Promise<void> {
  const response = await fetch(`${twin.execUrl()}?k=${platform}.${sampleSecret}&w=${webhook}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  });
  await response.arrayBuffer();
}
