import { createRandom, type SeededRandom } from '../../twin/runtime/random';
import { webTexts } from '../../twin/web/web-answer';
import type { BenchEvent, EventSource } from './bodies';
import type { RowWatch } from './freshness';
import type { Subject } from './subject';

/** How events come in. */
export type Load =
  /** Each event alone. */
  | { readonly kind: 'idle'; readonly events: number }
  /** Each sender sends the next event when the last one is answered. */
  | { readonly kind: 'closedLoop'; readonly senders: number; readonly durationS: number }
  /** Events come at random instants within so many seconds, whatever is answered. */
  | { readonly kind: 'burst'; readonly events: number; readonly overS: number }
  /** So many events within so many seconds, then silence for two to three minutes. */
  | {
      readonly kind: 'clusters';
      readonly times: number;
      readonly events: number;
      readonly overS: number;
    }
  /** Each sender sends its share as fast as it is answered. */
  | { readonly kind: 'rush'; readonly events: number; readonly senders: number }
  | { readonly kind: 'silence'; readonly durationS: number };

type LoadOf<K extends Load['kind']> = Extract<Load, { kind: K }>;

/** What came of the events so far. */
interface Tally {
  readonly accepted: BenchEvent[];
  refused: number;
  failed: number;
}

/** A load that is being put on a subject. */
export interface Run {
  readonly subject: Subject;
  readonly source: EventSource;
  readonly tally: Tally;
  readonly watch: RowWatch;
  readonly seed: string;
}

/** Sends everything; ends with the last answer. */
export async function send(load: Load, run: Run): Promise<void> {
  switch (load.kind) {
    case 'idle':
      return sendOneByOne(load, run);
    case 'closedLoop':
      return sendInTurns(load, run);
    case 'clusters':
      return sendClusters(load, run);
    case 'rush':
      return sendShares(load, run);
    case 'silence':
      return run.subject.twin.advance(load.durationS * 1000);
    case 'burst':
      return sendWithin(load, run, createRandom(`${run.seed}/burst`));
  }
}

const idleMs = 20_000;

/** A change of status touches two tabs. */
async function sendOneByOne({ events }: LoadOf<'idle'>, run: Run): Promise<void> {
  const { subject, source } = run;
  for (let sent = 0; sent < events; sent += 1) {
    await post(run, source.status(subject.clock.now()));
    await subject.twin.advance(idleMs);
  }
}

async function sendInTurns({ senders, durationS }: LoadOf<'closedLoop'>, run: Run): Promise<void> {
  const { clock, seam } = run.subject;
  const endMs = clock.now() + durationS * 1000;
  const random = createRandom(`${run.seed}/senders`);
  const delays = Array.from({ length: senders }, () => random.next() * 1000);
  const sendUntilEnd = async (delayMs: number): Promise<void> => {
    await seam.sleep(delayMs);
    while (clock.now() < endMs) await post(run, run.source.next(clock.now()));
  };
  await Promise.all(delays.map(sendUntilEnd));
}

const clusterEveryMs = 120_000;

async function sendClusters(load: LoadOf<'clusters'>, run: Run): Promise<void> {
  const { subject } = run;
  const random = createRandom(`${run.seed}/clusters`);
  for (let sent = 0; sent < load.times; sent += 1) {
    const startedAtMs = subject.clock.now();
    await sendWithin(load, run, random);
    // Not in step with the trigger's minutes.
    const pauseMs = clusterEveryMs + random.next() * 60_000;
    await subject.twin.advance(startedAtMs + pauseMs - subject.clock.now());
  }
}

async function sendShares({ events, senders }: LoadOf<'rush'>, run: Run): Promise<void> {
  const { clock } = run.subject;
  let left = events;
  const sendShare = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await post(run, run.source.next(clock.now()));
    }
  };
  await Promise.all(Array.from({ length: senders }, sendShare));
}

async function sendWithin(
  { events, overS }: Pick<LoadOf<'burst'>, 'events' | 'overS'>,
  run: Run,
  random: SeededRandom,
): Promise<void> {
  const { clock, seam } = run.subject;
  const delays = Array.from({ length: events }, () => random.next() * overS * 1000);
  await Promise.all(
    delays.map(async (delayMs) => {
      await seam.sleep(delayMs);
      await post(run, run.source.next(clock.now()));
    }),
  );
}

/** What every way answers when all went well. */
const accepted = 'OK';
const pauseAfterRefusalMs = 1000;

async function post({ subject, tally, watch }: Run, event: BenchEvent): Promise<void> {
  const output = await subject.post(event.body);
  if (output.kind === 'text' && output.text === accepted) {
    tally.accepted.push(event);
    watch.answered(event, subject.clock.now());
  } else if (output.kind === 'page' && output.html.includes(webTexts.tooMany)) {
    tally.refused += 1;
    await subject.seam.sleep(pauseAfterRefusalMs);
  } else tally.failed += 1;
}
