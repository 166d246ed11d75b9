import { join } from 'node:path';
import { entryNames } from '../../panel/entry-names';
import { readBundle } from '../../twin/runtime/bundle';
import { projectRoot } from '../../twin/runtime/project-root';
import { makeReloadable } from '../../twin/runtime/reloadable';
import type { Twin } from '../../twin/runtime/twin';
import { startTwin } from '../../twin/start-twin';
import { listConnections } from '../connections';
import { sampleSecret, setUpSample } from '../sample';
import { drawDay } from './day';
import { createDemoClock, type DemoClock } from './demo-clock';
import { listPastPosts } from './past-day';
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
  readonly clock: DemoClock;
  /** Plays the history day by day, then today until the present; `onDay` hears of each day that is in. */
  playPast(onDay: (dayStartMs: number, left: number) => void): Promise<void>;
  /** Goes on as fast as time goes, until stopped; gives the function that stops it. */
  playPresent(): () => void;
  stop(): Promise<void>;
}

/** Webhooks on the way at the same time. */
const atOnce = 24;

/** Sends each webhook to the app's own address, as the platform would, `atOnce` at a time and begun in their order. */
async function send(twin: Twin, posts: readonly Post[]): Promise<void> {
  const waiting = posts.values();
  const carry = async (): Promise<void> => {
    for (const post of waiting) await sendOne(twin, post);
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
}

async function sendOne(twin: Twin, { platform, webhook, body }: Post): Promise<void> {
  const url = `${twin.execUrl()}?k=${platform}.${sampleSecret}&w=${webhook}`;
  const headers = { 'content-type': 'application/json' };
  const request = {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    redirect: 'manual',
  } as const;
  const response = await fetch(url, request);
  await response.arrayBuffer();
}

/** The sweep that Google's trigger would run every minute. */
const sweep = async (twin: Twin): Promise<void> =>
  void (await twin.run(entryNames.sweep, [], 'trigger'));

function makeTwin({ seed, locale }: StageOptions, clock: DemoClock): Twin {
  // Executions in a context that lives on: a demonstration has thousands of them.
  const bundle = makeReloadable(readBundle(join(projectRoot, 'dist')));
  return startTwin({
    bundleDir: '',
    code: { latest: bundle, deployed: bundle },
    title: 'Plantão: Loja Exemplo',
    clock,
    seed,
    locale,
    // The app reads its own columns only; what formulas show is reckoned for the page.
    evaluatesFormulas: false,
    connections: listConnections,
    services: { properties: { operationsPerDay: Number.POSITIVE_INFINITY } },
  });
}

/** Starts a demonstration: the spreadsheet is set up and served, and nothing has happened yet. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { seed, days, presentMs, port } = options;
  const today = dayStart(presentMs);
  const clock = createDemoClock(today - days * dayMs + 7 * hourMs);
  const twin = makeTwin(options, clock);
  const url = await twin.listen(port);
  await setUpSample(twin, twin.execUrl());
  const { past, rest } = splitDay(drawDay(seed, today), presentMs);
  const until = rest.filter(({ atMs }) => atMs <= presentMs);
  return {
    twin,
    url,
    clock,
    playPast: async (onDay) => {
      for (let left = days; left > 0; left -= 1) {
        const startMs = today - left * dayMs;
        clock.moveTo(startMs + 21 * hourMs);
        await send(twin, listPastPosts(drawDay(seed, startMs)));
        await sweep(twin);
        onDay(startMs, left - 1);
        clock.moveTo(startMs + dayMs + 3.5 * hourMs);
        await sweep(twin);
      }
      clock.moveTo(presentMs);
      await send(twin, [...past, ...until]);
      await sweep(twin);
      onDay(today, 0);
    },
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
    send(twin, due).catch(() => undefined);
  };
  const timer = setInterval(look, lookMs);
  return () => clearInterval(timer);
}
