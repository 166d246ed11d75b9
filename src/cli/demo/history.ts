import { entryNames } from '../../panel/entry-names';
import { sampleSecret } from '../sample';
import { drawDay, shorten, type Day } from './day';
import type { DemoClock } from './demo-clock';
import type { DemoTwin } from './demo-twin';
import { listPastPosts } from './past-day';
import type { Post } from './post';
import { dayMs, dayStart, hourMs } from './shop-time';

/** What a history is played with. */
export interface Player {
  readonly twin: DemoTwin;
  readonly clock: DemoClock;
}

export interface Past {
  readonly seed: string;
  /** How many days there are before the present one. */
  readonly days: number;
  readonly presentMs: number;
  /** What has come in on the present day. */
  readonly today: readonly Post[];
}

/** Days before the present of which every message is told. Of those before them each conversation is told up to its first answer. */
const wholeDays = 4;

/** Nights before the present in which the sweep looks after the tabs; before them it would find the same. */
const nights = 2;

/** Longer than keys stay that are done. */
const afterMs = 15 * 60_000;
const mostSweeps = 200;

/** Bodies that wait together, at most: packed they are a fifth of it, and the properties take 500 kB. */
const waitingBytes = 1_000_000;

/** Nobody's id: as if an execution that does not end held the lock. */
const holder = 'history';

/** Plays a history day by day, then the present day up to now; `onDay` hears of each day that is in. */
export async function playPast(
  player: Player,
  { seed, days, presentMs, today }: Past,
  onDay: (dayStartMs: number, left: number) => void,
): Promise<void> {
  const { clock } = player;
  const present = dayStart(presentMs);
  for (let left = days; left > 0; left -= 1) {
    const startMs = present - left * dayMs;
    const day = drawDay(seed, startMs);
    clock.moveTo(startMs + 21 * hourMs);
    await tell(player.twin, listPastPosts(tidied(day, left)));
    onDay(startMs, left - 1);
    if (left <= nights) {
      clock.moveTo(startMs + 21 * hourMs + afterMs);
      await emptyRoom(player.twin);
      clock.moveTo(startMs + dayMs + 3.5 * hourMs);
      await sweep(player.twin);
    }
  }
  clock.moveTo(presentMs);
  await tell(player.twin, today);
  onDay(present, 0);
}

/** Each sweep lets some of what is done leave the waiting room; what is left in the morning would be told as late. */
async function emptyRoom(twin: DemoTwin): Promise<void> {
  const waits = (): boolean =>
    [...twin.services.properties.entries('script').keys()].some((key) => key.startsWith('q.'));
  for (let count = 0; count < mostSweeps && waits(); count += 1) await sweep(twin);
}

const tidied = (day: Day, left: number): Day => (left > wholeDays ? shorten(day) : day);

/**
 * Tells what happened. The webhooks come while the sheet is being written to, so they wait, and a sweep takes hundreds of them at once:
 * each for itself would cost as much as all of them.
 */
async function tell(twin: DemoTwin, posts: readonly Post[]): Promise<void> {
  for (const some of gather(posts)) {
    twin.services.locks.take('script', holder);
    try {
      for (const request of some) await twin.quietly(({ webCall }) => webCall(request));
    } finally {
      twin.services.locks.release('script', holder);
    }
    await sweep(twin);
  }
}

type Request = Parameters<DemoTwin['webCall']>[0];

/** Requests in lists of which each fits the waiting room; one list at least, though it be empty. */
function gather(posts: readonly Post[]): readonly (readonly Request[])[] {
  const lists: Request[][] = [[]];
  let bytes = 0;
  for (const request of posts.map(toRequest)) {
    bytes += request.body.length;
    if (bytes <= waitingBytes) {
      lists.at(-1)?.push(request);
    } else {
      lists.push([request]);
      bytes = request.body.length;
    }
  }
  return lists;
}

const toRequest = ({ platform, webhook, body }: Post): Request => ({
  method: 'POST',
  query: `k=${platform}.${sampleSecret}&w=${webhook}`,
  contentType: 'application/json',
  body: new TextEncoder().encode(JSON.stringify(body)),
});

/** The sweep that Google's trigger would run every minute. */
const sweep = async (twin: DemoTwin): Promise<void> =>
  void (await twin.quietly(({ run }) => run(entryNames.sweep, [], 'trigger')));
