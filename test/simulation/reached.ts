import { sampleSecret } from '../../src/cli/sample';
import type { Twin } from '../../src/twin/runtime/twin';
import { refusedProperties } from './directors';
import { firstNewborn, strangeToken } from './event-kinds';
import type { Sent } from './oracle/check-journal';
import { vendorOf } from './oracle/read-body';
import { textAt } from './oracle/reading';
import { journalWords } from './oracle/titles';
import { tellRequest, type Told } from './oracle/told';
import type { Speech } from './oracle/words';
import { readJournal, readTab, type JournaledRequest } from './read-tabs';
import { firstQuietNumber, startMs, type Scenario } from './scenario';
import { hasFreeHands } from './free-hands';
import { freely, type Step } from './stepping';
import { readStored, storedConnections } from './stored';

/** A run that is over, for somebody who asks what came about in it. */
export interface Over {
  readonly twin: Twin;
  readonly scenario: Scenario;
  readonly sent: readonly Sent[];
  readonly steps: readonly Step[];
  readonly numberOf: (executionId: string) => number | null;
  readonly earlier: readonly JournaledRequest[];
  readonly speeches: readonly Speech[];
}

/** The same with what is looked at often. */
interface Seen extends Over {
  readonly journal: readonly JournaledRequest[];
  readonly told: readonly Told[];
}

type Came = (run: Seen) => boolean;

const calls =
  (name: string, holds: (text: string) => boolean = () => true): Came =>
  ({ steps }) =>
    steps.some((step) => step.name === name && holds(JSON.stringify(step.call?.args ?? [])));
const writesInJournal = (word: string): Came =>
  calls('Range.setValues', (text) => text.includes(`"${word}"`));
const tells =
  (holds: (told: Told) => boolean): Came =>
  ({ told }) =>
    told.some(holds);
const asked =
  (functionName: string, first?: unknown): Came =>
  ({ scenario, steps }) =>
    steps.some(({ execution }) => execution.functionName === functionName) &&
    scenario.executions.some(
      ({ task }) =>
        'functionName' in task &&
        task.functionName === functionName &&
        (first === undefined || task.args[0] === first),
    );
const both =
  (...all: readonly Came[]): Came =>
  (run) =>
    all.every((came) => came(run));
const troubled = ({ trouble }: Step): boolean => trouble !== '' && trouble !== refusedProperties;
const onLongTabs: Came = ({ scenario }) => scenario.start === 'long';
const ofVendor = (vendor: string): Came =>
  tells(({ connectionId }) => vendorOf(connectionId) === vendor);
const ofEntity = (entity: Told['entity']): Came => tells((told) => told.entity === entity);
const isSent =
  (holds: (sent: Sent) => boolean): Came =>
  ({ sent }) =>
    sent.some((one) => one.fate === 'accepted' && holds(one));

/** Everything that runs are to come to, by the name that the summary gives it. */
const all = {
  'a fault fires': ({ steps }) => steps.some(troubled),
  'a fault in the last sweeps': ({ steps, numberOf }) =>
    steps.some((step) => troubled(step) && (numberOf(step.execution.id) ?? 0) >= firstQuietNumber),
  'a flush that lands seconds late': ({ steps, scenario }) =>
    steps.some(({ trouble }) => trouble.includes('and lands late')) &&
    scenario.faults.some(
      ({ trouble }) =>
        trouble.kind === 'fault' &&
        trouble.fault.kind === 'throw' &&
        trouble.fault.when === 'late' &&
        trouble.fault.delayMs > 1000,
    ),
  'a look through a whole long tab': both(
    onLongTabs,
    calls('Sheet.getRange', (text) => /^\[\d+,\d+,(20[2-9]\d|2[1-9]\d\d),1\]$/.test(text)),
  ),
  'a row found by its hint': both(
    onLongTabs,
    calls('Cache.putAll', (text) => text.includes('"row.')),
    calls('Cache.getAll', (text) => text.includes('"row.')),
  ),
  'a hold that runs out of time for looking': both(
    onLongTabs,
    writesInJournal(journalWords.waiting),
    // Else it may be a write that failed.
    ({ steps }) =>
      !steps.some(
        ({ name, trouble }) =>
          trouble.startsWith('throws') && /^(Range|Sheet|Spreadsheet)/.test(name),
      ),
  ),
  'vendor huggy': ofVendor('huggy'),
  'vendor evolvy': ofVendor('evolvy'),
  'vendor treble': ofVendor('treble'),
  'vendor plug': ofVendor('plug'),
  'vendor weni': ofVendor('weni'),
  'vendor generic': ofVendor('generic'),
  'an agent': ofEntity('agent'),
  'a conversation': ofEntity('conversation'),
  'an attendance': ofEntity('attendance'),
  'a message': ofEntity('message'),
  'a contact': ofEntity('contact'),
  'a template': ofEntity('template'),
  'an outage': ofEntity('outage'),
  'an event without a time': tells(({ isDated }) => !isDated),
  'a copy of an event without a time': ({ told }) => {
    const undated = told.filter(({ isDated }) => !isDated).map(({ identity }) => identity);
    return new Set(undated).size < undated.length;
  },
  'a row that follows from a conversation': ({ twin }) =>
    readTab(twin.workbook, 'attendances').some(({ key }) => /^(huggy|evolvy)/.test(key)),
  'a second attendance of a conversation': ({ twin }) =>
    readTab(twin.workbook, 'attendances').some(({ key }) => key.endsWith('#2')),
  'a failure in Falhas': ({ twin }) => readTab(twin.workbook, 'failures').length > 0,
  'a failure that was solved': ({ twin }) =>
    readTab(twin.workbook, 'failures').some(({ cell }) => cell('situation') === 'Resolvida'),
  'a repeated delivery': ({ journal }) =>
    journal.some(({ status }) => status === journalWords.repeated),
  'an unknown event': ({ journal }) =>
    journal.some(({ status }) => status === journalWords.unknown),
  'a second account': tells(({ connectionId }) => connectionId.endsWith('-b')),
  'a wrong secret': ({ sent }) => sent.some(({ secret }) => secret === 'wrong'),
  'a delivery to the newest address': both(
    asked('userAsks', 'changeSecret'),
    ({ twin }) => storedConnections(twin).some(({ secrets }) => secrets[0] !== sampleSecret),
    ({ scenario, sent }) =>
      scenario.executions.some(
        ({ number, task }) =>
          task.kind === 'delivery' &&
          task.secret === 'newest' &&
          sent.some((one) => one.number === number && one.fate === 'accepted'),
      ),
  ),
  'an address that is over': ({ sent }) => sent.some(({ secret }) => secret === 'ended'),
  'a quarantined token': writesInJournal(journalWords.held),
  'a quarantined token that is accepted': both(asked('userAsks', 'acceptToken'), ({ journal }) =>
    journal.some(({ body, rows }) => body.includes(strangeToken) && rows > 0),
  ),
  'a pause': both(asked('pauseWriting_'), writesInJournal(journalWords.received)),
  'writing goes on after a pause': asked('resumeWriting_'),
  'a replay': asked('userAsks', 'replay'),
  'a journal that is trimmed': ({ earlier, journal }) => {
    const numbers = new Set(journal.map(({ number }) => number));
    return earlier.some(({ number }) => !numbers.has(number));
  },
  'a property that Google refuses for a stretch': ({ steps }) =>
    steps.some(({ trouble }) => trouble === refusedProperties),
  'an event accepted in that stretch': ({ scenario, sent }) =>
    scenario.executions.some(
      ({ number, part }) =>
        scenario.parts?.[part ?? 0]?.refusesProperties === true &&
        sent.some((one) => one.number === number && one.fate === 'accepted'),
    ),
  'a birth in the run': ({ journal }) =>
    journal.some(({ receivedAtMs, body }) => receivedAtMs >= startMs && newborn.test(body)),
  'rows rendered in another language': asked('userPutsSetting', 'language'),
  'older code only journals': both(
    asked('userPutsSetting', 'schema'),
    writesInJournal(journalWords.received),
  ),
  'a delivery that is lost in a crash': ({ sent }) =>
    sent.some(({ fate, secret }) => fate === 'unknown' && secret === 'right'),
  'a person who does not wait for the lock': asked(freely),
  'a row that the self-check mends': ({ twin, scenario }) =>
    hasFreeHands(scenario) && Number(textAt(readStored(twin, 'sweep'), 'check.mended') ?? 0) > 0,
  'time passes in the run': isSent(({ seenAtMs }) =>
    [...seenAtMs].some((atMs) => atMs > startMs + 60_000),
  ),
} as const satisfies Readonly<Record<string, Came>>;

/** Numbers that only the newborn have: of chats, agents, messages, tickets and the like. */
const newborn = new RegExp(
  `"(?:id|attendanceNumber|conversation_id)":\\d*${firstNewborn / 10}\\d\\b|(?:wamid|session|ticket|plug-message|instance|modelo)[-_]\\d\\d`,
);

export type Reach = keyof typeof all;

const isReach = (name: string): name is Reach => name in all;
export const reaches: readonly Reach[] = Object.keys(all).filter(isReach);

/** What came about in a run. */
export function listReached(over: Over): readonly Reach[] {
  const journal = readJournal(over.twin.workbook);
  const told = journal
    .filter(({ receivedAtMs }) => receivedAtMs >= startMs)
    .flatMap((request) => tellRequest(request));
  const seen: Seen = { ...over, journal, told };
  return reaches.filter((name) => all[name](seen));
}
