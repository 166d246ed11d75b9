import { createEventSource, type BenchEvent, type EventSource } from './bodies';
import { makeFilledStorage, type Fill } from './filled-workbook';
import { median, round } from './statistics';
import { openSubject, type Subject } from './subject';

/** What an event is about, as far as it matters for finding its rows. */
export type ScaleCase = 'status' | 'hot' | 'known' | 'old' | 'again' | 'unknown';

/** Cost of one event of a case, alone, in a workbook that full. */
export interface ScaleResult extends Fill {
  readonly case: ScaleCase;
  /** Median of the priced calls of an event. */
  readonly calls: number;
  /** Median of the modelled time from entry to return. */
  readonly answerMs: number;
}

interface CaseDefinition {
  readonly title: string;
  /** Chat of the n-th event; absent: a change of status. Null: the workbook has none such. */
  readonly chat?: (index: number, chats: number) => number;
}

const hotChats = 100;

export const scaleCases: Readonly<Record<ScaleCase, CaseDefinition>> = {
  status: { title: 'change of an agent’s status (2 tabs)' },
  hot: {
    title: 'new message, chat among the newest',
    chat: (index, chats) => chats - (index % Math.min(hotChats, chats)),
  },
  old: {
    title: 'new message, chat weeks old, silent so far',
    chat: (index, chats) => 1 + Math.floor(chats / 2) + index * spreadOf(chats),
  },
  again: {
    title: 'new message, chat weeks old, active again',
    chat: (index, chats) => 1 + Math.floor(chats / 2) + index * spreadOf(chats),
  },
  known: {
    title: 'new message, chat and contact first seen a minute ago',
    chat: (_index, chats) => chats + 1,
  },
  unknown: {
    title: 'new message, chat and contact never seen',
    chat: (index, chats) => chats + 1000 + index,
  },
};

const spreadOf = (chats: number): number => Math.max(1, Math.floor(chats / 100));

/** Measures every case in one workbook. Calls take their median time: differences are differences of the code's. */
export async function measureFill(fill: Fill, events: number): Promise<readonly ScaleResult[]> {
  const { chats } = fill;
  const storage = await makeFilledStorage(fill);
  const subject = await openSubject('ours', { seed: 'scale', storage, costMode: 'median' });
  const source = createEventSource();
  const results: ScaleResult[] = [];
  await subject.post(source.message(subject.clock.now(), chats + 1).body);
  for (const name of caseNames) {
    if (chats === 0 && needsRows.has(name)) continue;
    const made = { source, chats, name };
    const posted = Array.from({ length: events }, (_event, index) =>
      makeEvent(made, index, subject),
    );
    results.push({ ...fill, case: name, ...(await measureEvents(subject, posted)) });
  }
  await subject.stop();
  return results;
}

/** In this order: `again` comes back to the chats of `old`. */
const caseNames: readonly ScaleCase[] = ['status', 'hot', 'known', 'old', 'again', 'unknown'];
const needsRows: ReadonlySet<ScaleCase> = new Set(['hot', 'old', 'again']);

interface Made {
  readonly source: EventSource;
  readonly chats: number;
  readonly name: ScaleCase;
}

function makeEvent({ source, chats, name }: Made, index: number, { clock }: Subject): BenchEvent {
  const { chat } = scaleCases[name];
  return chat ? source.message(clock.now(), chat(index, chats)) : source.status(clock.now());
}

/** Posts events one after the other, each alone. */
async function measureEvents(
  subject: Subject,
  events: readonly BenchEvent[],
): Promise<Pick<ScaleResult, 'calls' | 'answerMs'>> {
  subject.forget();
  for (const { body } of events) await subject.post(body);
  const web = subject.records.filter(({ kind }) => kind === 'webApp');
  const timings = subject.seam.timings.filter(({ execution }) => execution.kind === 'webApp');
  return {
    calls: median(web.map(({ serviceCalls }) => serviceCalls)),
    answerMs: round(median(timings.map((one) => one.endedAtMs - one.enteredAtMs))),
  };
}
