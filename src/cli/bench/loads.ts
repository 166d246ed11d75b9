import type { ExecutionRecord } from '../../twin/runtime/executions-log';
import { createRandom } from '../../twin/runtime/random';
import { webTexts } from '../../twin/web/web-answer';
import { auditEvents, type Audit } from './audit';
import { createEventSource, type BenchEvent, type EventSource } from './bodies';
import { median, percentile, round, sum } from './statistics';
import type { Subject } from './subject';

/** How events come in. */
export type Load =
  | { readonly kind: 'idle'; readonly events: number }
  | { readonly kind: 'closedLoop'; readonly senders: number; readonly durationS: number }
  | { readonly kind: 'burst'; readonly events: number; readonly overS: number };

/** Figures of one run; times in milliseconds of the virtual clock. */
export interface LoadResult extends Audit {
  readonly sent: number;
  readonly accepted: number;
  /** Turned away because 30 executions ran already. */
  readonly refused: number;
  /** Answered that it failed (Google's error page, or the code's own words), with status 200: senders take it for success. */
  readonly failed: number;
  /** Accepted events by second, from the first request to the end of sending (burst: to the last answer). */
  readonly eventsPerS: number;
  /** From the entry of the code to its return. */
  readonly answerP50Ms: number;
  readonly answerP95Ms: number;
  /** The same with the execution's start. */
  readonly wholeP50Ms: number;
  readonly wholeP95Ms: number;
  /** Priced calls of web calls by accepted event. */
  readonly callsPerEvent: number;
  /** The same with the sweeps' calls, until everything was written. */
  readonly callsPerEventWithSweeps: number;
  /** In the waiting room when the sending ended. */
  readonly backlog: number;
  /** From the end of sending until everything was written. */
  readonly settledAfterS: number;
  readonly sweeps: number;
}

interface Tally {
  readonly accepted: BenchEvent[];
  refused: number;
  failed: number;
}

/** Puts a load on a subject, waits until everything is written, and counts. */
export async function runLoad(subject: Subject, load: Load, seed: string): Promise<LoadResult> {
  const source = createEventSource();
  const tally: Tally = { accepted: [], refused: 0, failed: 0 };
  const { clock } = subject;
  await warmUp(subject, source);
  const sentBefore = source.made.length;
  const startedAtMs = clock.now();
  const run = { subject, source, tally, seed };
  await put(load, run);
  const durationMs = clock.now() - startedAtMs;
  const measuredMs = load.kind === 'closedLoop' ? load.durationS * 1000 : durationMs;
  const inTime = countInTime(subject, load, startedAtMs + measuredMs);
  const backlog = countWaiting(subject);
  const settledAfterS = await settle(subject);
  return {
    sent: source.made.length - sentBefore,
    accepted: tally.accepted.length,
    refused: tally.refused,
    failed: tally.failed,
    eventsPerS: round(((inTime - tally.failed) * 1000) / measuredMs, 1),
    ...measureAnswers(subject),
    ...countCalls(subject, tally.accepted.length),
    backlog,
    settledAfterS,
    ...auditEvents(subject, tally.accepted),
  };
}

interface Run {
  readonly subject: Subject;
  readonly source: EventSource;
  readonly tally: Tally;
  readonly seed: string;
}

/** One event and one sweep, so that caches are warm and the vendor's token is known. */
async function warmUp(subject: Subject, source: EventSource): Promise<void> {
  await subject.post(source.status(subject.clock.now()).body);
  await subject.post(source.message(subject.clock.now(), 0).body);
  await subject.twin.advance(minuteMs);
  subject.forget();
}

const minuteMs = 60_000;

async function put(load: Load, run: Run): Promise<void> {
  if (load.kind === 'idle') return sendOneByOne(load.events, run);
  if (load.kind === 'burst') return sendBurst(load, run);
  const { clock } = run.subject;
  const endMs = clock.now() + load.durationS * 1000;
  const random = createRandom(`${run.seed}/senders`);
  const delays = Array.from({ length: load.senders }, () => random.next() * 1000);
  await Promise.all(delays.map((delayMs) => sendUntil(endMs, delayMs, run)));
}

/** Each event alone, 20 s apart: two tabs of an agent's status are touched. */
async function sendOneByOne(events: number, run: Run): Promise<void> {
  for (let sent = 0; sent < events; sent += 1) {
    const { subject, source } = run;
    await send(run, source.status(subject.clock.now()));
    await subject.twin.advance(20_000);
  }
}

async function sendBurst(
  { events, overS }: Extract<Load, { kind: 'burst' }>,
  run: Run,
): Promise<void> {
  const { clock } = run.subject;
  const random = createRandom(`${run.seed}/burst`);
  const delays = Array.from({ length: events }, () => random.next() * overS * 1000);
  await Promise.all(
    delays.map(async (delayMs) => {
      await run.subject.seam.sleep(delayMs);
      await send(run, run.source.next(clock.now()));
    }),
  );
}

/** A sender that sends the next event when the last is answered. */
async function sendUntil(endMs: number, delayMs: number, run: Run): Promise<void> {
  const { clock } = run.subject;
  await run.subject.seam.sleep(delayMs);
  while (clock.now() < endMs) await send(run, run.source.next(clock.now()));
}

/** What all three ways answer when all went well. */
const accepted = 'OK';
const pauseAfterRefusalMs = 1000;

async function send({ subject, tally }: Run, event: BenchEvent): Promise<void> {
  const output = await subject.post(event.body);
  if (output.kind === 'text' && output.text === accepted) tally.accepted.push(event);
  else if (output.kind === 'page' && output.html.includes(webTexts.tooMany)) {
    tally.refused += 1;
    await subject.seam.sleep(pauseAfterRefusalMs);
  } else tally.failed += 1;
}

const isWeb = ({ kind }: { readonly kind: string }): boolean => kind === 'webApp';

function countInTime({ seam }: Subject, load: Load, endMs: number): number {
  const web = seam.timings.filter(({ execution }) => isWeb(execution));
  return load.kind === 'closedLoop'
    ? web.filter(({ endedAtMs }) => endedAtMs <= endMs).length
    : web.length;
}

function measureAnswers({
  seam,
}: Subject): Pick<LoadResult, 'answerP50Ms' | 'answerP95Ms' | 'wholeP50Ms' | 'wholeP95Ms'> {
  const web = seam.timings.filter(({ execution }) => isWeb(execution));
  const answers = web.map(({ enteredAtMs, endedAtMs }) => endedAtMs - enteredAtMs);
  const wholes = web.map(({ execution, endedAtMs }) => endedAtMs - execution.startedAtMs);
  return {
    answerP50Ms: round(median(answers)),
    answerP95Ms: round(percentile(answers, 0.95)),
    wholeP50Ms: round(median(wholes)),
    wholeP95Ms: round(percentile(wholes, 0.95)),
  };
}

function countCalls(
  { records }: Subject,
  events: number,
): Pick<LoadResult, 'callsPerEvent' | 'callsPerEventWithSweeps' | 'sweeps'> {
  const perEvent = (some: readonly ExecutionRecord[]): number =>
    round(sum(some.map(({ serviceCalls }) => serviceCalls)) / Math.max(1, events), 2);
  return {
    callsPerEvent: perEvent(records.filter(isWeb)),
    callsPerEventWithSweeps: perEvent(records),
    sweeps: records.filter((record) => !isWeb(record)).length,
  };
}

/** Requests that stand in the waiting room: heads that are not empty. */
function countWaiting({ twin }: Subject): number {
  return [...twin.services.properties.entries('script')].filter(
    ([key, value]) => /^q\..+\.h$/.test(key) && value !== '',
  ).length;
}

const maxSettleMinutes = 20;

/** Lets the sweeps run until nothing waits any more; gives the seconds that took. */
async function settle(subject: Subject): Promise<number> {
  if (subject.name !== 'ours') return 0;
  const startedAtMs = subject.clock.now();
  for (let minute = 0; minute < maxSettleMinutes && isOpen(subject); minute += 1)
    await subject.twin.advance(minuteMs);
  return round((subject.clock.now() - startedAtMs) / 1000);
}

/** True while requests wait in the store or journal lines wait for the sweep. */
function isOpen(subject: Subject): boolean {
  return countWaiting(subject) > 0 || countOpenLines(subject) > 0;
}

function countOpenLines({ twin }: Subject): number {
  const journal = twin.workbook.sheets.find(({ title }) => title === 'Diário');
  let open = 0;
  journal?.eachCell(({ value }, row) => {
    if (row > 1 && (value === 'pendente' || value === 'recebido')) open += 1;
  });
  return open;
}
