import type { ExecutionRecord } from '../../twin/runtime/executions-log';
import { auditEvents, type Audit } from './audit';
import { createEventSource, type EventSource } from './bodies';
import { watchRows, type Freshness } from './freshness';
import { send, type Load, type Run } from './senders';
import { median, percentile, round, sum } from './statistics';
import type { Subject } from './subject';

/** Figures of one run; times in milliseconds of the virtual clock. */
export interface LoadResult extends Audit, Freshness {
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
  /** Share of the answers that took more than five seconds from the entry. */
  readonly answersOver5s: number;
  /** The same with the execution's start. */
  readonly wholeP50Ms: number;
  readonly wholeP95Ms: number;
  /** Priced calls of web calls by accepted event. */
  readonly callsPerEvent: number;
  /** The same with the sweeps' calls, until everything was written. */
  readonly callsPerEventWithSweeps: number;
  /** Operations on properties by accepted event, the sweeps' too; a bulk write counts for each of its keys. */
  readonly operationsPerEvent: number;
  /** The most that the properties took, in percent of what Google allows. */
  readonly storePeakPercent: number;
  /** Run time of the sweeps from their entry, and what their starts took. */
  readonly sweepS: number;
  readonly sweepStartS: number;
  /** In the waiting room when the sending ended. */
  readonly backlog: number;
  /** From the end of sending until everything was written. */
  readonly settledAfterS: number;
  readonly sweeps: number;
}

/** Puts a load on a subject, waits until everything is written, and counts. */
export async function runLoad(subject: Subject, load: Load, seed: string): Promise<LoadResult> {
  const source = createEventSource();
  const { clock } = subject;
  await warmUp(subject, source);
  const sentBefore = source.made.length;
  const startedAtMs = clock.now();
  const tally: Run['tally'] = { accepted: [], refused: 0, failed: 0 };
  const watch = watchRows(subject);
  const store = watchStore(subject);
  await send(load, { subject, source, tally, watch, seed });
  const durationMs = clock.now() - startedAtMs;
  const measuredMs = load.kind === 'closedLoop' ? load.durationS * 1000 : durationMs;
  const inTime = countInTime(subject, load, startedAtMs + measuredMs);
  const backlog = countWaiting(subject);
  const settledAfterS = await settle(subject);
  const events = tally.accepted.length;
  return {
    sent: source.made.length - sentBefore,
    accepted: events,
    refused: tally.refused,
    failed: tally.failed,
    eventsPerS: round(((inTime - tally.failed) * 1000) / measuredMs, 1),
    ...measureAnswers(subject),
    ...watch.measure(),
    ...countCalls(subject, events),
    ...store.measure(events),
    backlog,
    settledAfterS,
    ...auditEvents(subject, tally.accepted),
  };
}

const minuteMs = 60_000;
/** A new workbook's sweeps go through all tabs once, one a minute. */
const beginningMs = 10 * minuteMs;

/** Two events and the first sweeps, so that caches are warm and the vendor's token is known. */
async function warmUp(subject: Subject, source: EventSource): Promise<void> {
  await subject.post(source.status(subject.clock.now()).body);
  await subject.post(source.message(subject.clock.now(), 0).body);
  await subject.twin.advance(beginningMs);
  subject.forget();
}

interface StoreWatch {
  measure(events: number): Pick<LoadResult, 'operationsPerEvent' | 'storePeakPercent'>;
}

/** Follows what the script's properties hold, and what was spent of their day. */
function watchStore({ twin, seam }: Subject): StoreWatch {
  const { properties } = twin.services;
  const spent = (): number => properties.quota.spentEver;
  const before = spent();
  let peak = 0;
  const look = (): void => void (peak = Math.max(peak, properties.shareUsed('script')));
  seam.onWritten(look);
  return {
    measure: (events) => ({
      operationsPerEvent: round((spent() - before) / Math.max(1, events), 2),
      storePeakPercent: round(peak * 100, 1),
    }),
  };
}

/** Vendors wait five seconds. */
const slowMs = 5000;

const isWeb = ({ kind }: { readonly kind: string }): boolean => kind === 'webApp';

function countInTime({ seam }: Subject, load: Load, endMs: number): number {
  const web = seam.timings.filter(({ execution }) => isWeb(execution));
  return load.kind === 'closedLoop'
    ? web.filter(({ endedAtMs }) => endedAtMs <= endMs).length
    : web.length;
}

function measureAnswers({
  seam,
}: Subject): Pick<
  LoadResult,
  'answerP50Ms' | 'answerP95Ms' | 'answersOver5s' | 'wholeP50Ms' | 'wholeP95Ms'
> {
  const web = seam.timings.filter(({ execution }) => isWeb(execution));
  const answers = web.map(({ enteredAtMs, endedAtMs }) => endedAtMs - enteredAtMs);
  const wholes = web.map(({ execution, endedAtMs }) => endedAtMs - execution.startedAtMs);
  return {
    answerP50Ms: round(median(answers)),
    answerP95Ms: round(percentile(answers, 0.95)),
    answersOver5s: round(
      answers.filter((ms) => ms > slowMs).length / Math.max(1, answers.length),
      4,
    ),
    wholeP50Ms: round(median(wholes)),
    wholeP95Ms: round(percentile(wholes, 0.95)),
  };
}

function countCalls(
  { records, seam }: Subject,
  events: number,
): Pick<LoadResult, 'callsPerEvent' | 'callsPerEventWithSweeps'> & SweepTimes {
  const perEvent = (some: readonly ExecutionRecord[]): number =>
    round(sum(some.map(({ serviceCalls }) => serviceCalls)) / Math.max(1, events), 2);
  return {
    callsPerEvent: perEvent(records.filter(isWeb)),
    callsPerEventWithSweeps: perEvent(records),
    ...measureSweeps(records, seam.timings),
  };
}

type SweepTimes = Pick<LoadResult, 'sweeps' | 'sweepS' | 'sweepStartS'>;

function measureSweeps(
  records: readonly ExecutionRecord[],
  timings: Subject['seam']['timings'],
): SweepTimes {
  const sweeps = timings.filter(({ execution }) => !isWeb(execution));
  const seconds = (spans: readonly number[]): number => round(sum(spans) / 1000, 1);
  return {
    sweeps: records.filter((record) => !isWeb(record)).length,
    sweepS: seconds(sweeps.map(({ enteredAtMs, endedAtMs }) => endedAtMs - enteredAtMs)),
    sweepStartS: seconds(
      sweeps.map(({ enteredAtMs, execution }) => enteredAtMs - execution.startedAtMs),
    ),
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
